import type { SealedValue } from '@khuyenhoc/domain';
import type { TenantId } from '@khuyenhoc/kernel';

/** A subject's key, wrapped under the master key. Destroying it makes everything sealed for the subject unreadable. */
export type WrappedKey = Uint8Array;

/**
 * Where personal values become unreadable. Each subject (a child, an officer, an uploaded file) has a key of its own,
 * wrapped under a master key that a provider keeps outside the database. Nothing personal leaves a use case unsealed.
 */
export interface Vault {
  newSubject(): WrappedKey;
  /** Encrypts a value and commits to it. */
  seal(key: WrappedKey, label: SealedValue['label'], text: string): SealedValue;
  /** Encrypts without a commitment, for values that no event names. */
  encrypt(key: WrappedKey, text: string): Uint8Array;
  /** Reads what `seal` or `encrypt` made. Throws when the bytes were changed or belong to another key. */
  open(key: WrappedKey, bytes: Uint8Array): string;
  /** A keyed hash that is equal for equal texts within one tenant, so that equality can be asked without showing the text. */
  blindIndex(tenantId: TenantId, purpose: 'person-match' | 'command-body', text: string): string;
}
