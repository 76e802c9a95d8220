import type { TenantId } from '@khuyenhoc/kernel';

/** A subject's key, wrapped under the master key. Destroying it makes everything sealed for the subject unreadable. */
export type WrappedKey = Uint8Array;

/** A value as it lies under a key, with the keyed hash that an event may name. */
export interface Sealed<Label extends string> {
  readonly label: Label;
  readonly commitment: string;
  readonly bytes: Uint8Array;
}

/**
 * Where personal values become unreadable. Each subject (a child, an officer, an uploaded file) has a key of its own,
 * wrapped under a master key that a provider keeps outside the database. Nothing personal leaves a use case unsealed.
 */
export interface Vault {
  newSubject(): WrappedKey;
  /** Encrypts a value and commits to it. The label goes into the commitment, so that one value never passes for another. */
  seal<Label extends string>(key: WrappedKey, label: Label, text: string): Sealed<Label>;
  /** Encrypts without a commitment, for values that no event names. */
  encrypt(key: WrappedKey, text: string): Uint8Array;
  /** Reads what `seal` or `encrypt` made. Throws when the bytes were changed or belong to another key. */
  open(key: WrappedKey, bytes: Uint8Array): string;
  /** As `encrypt`, for the bytes of a file. */
  encryptFile(key: WrappedKey, bytes: Uint8Array): Uint8Array;
  /** Reads what `encryptFile` made, as `open` does. */
  openFile(key: WrappedKey, bytes: Uint8Array): Uint8Array;
  /** A hash of a file's bytes under a subject's key: equal for equal bytes of one subject, and meaningless once the key is gone. */
  commitToFile(key: WrappedKey, bytes: Uint8Array): string;
  /** A keyed hash that is equal for equal texts within one tenant, so that equality can be asked without showing the text. */
  blindIndex(tenantId: TenantId, purpose: 'person-match' | 'command-body' | 'file' | 'sign-in', text: string): string;
}
