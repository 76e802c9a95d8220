import type { PersonId } from '@khuyenhoc/kernel';
import type { WrappedKey } from './vault.ts';

/** A person as it is read: sealed, with the key that opens it. */
export interface StoredPerson {
  readonly id: PersonId;
  readonly key: WrappedKey;
  readonly profile: Uint8Array;
}
