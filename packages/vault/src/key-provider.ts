/** Which master key something is wrapped under: the first bytes of a keyed hash of it, in hex. It tells nothing of the key. */
export type KeyId = string;

/**
 * Where the master keys are kept. The default is a folder of files; a provider in front of a hardware module or a cloud's key
 * service implements the same few things. A wrapped key names the key it lies under, so that an older one stays readable while a
 * newer one takes its place.
 */
export interface KeyProvider {
  /** The key that new subjects are wrapped under. */
  currentKeyId(): KeyId;
  wrap(key: Uint8Array): Uint8Array;
  /** Throws when the bytes were changed, or lie under a key that is not kept any more. */
  unwrap(wrapped: Uint8Array): Uint8Array;
  /** Whether a wrapped key lies under the current key. */
  isCurrent(wrapped: Uint8Array): boolean;
  /**
   * The key of the blind indexes. It does not change with the others: equal values must stay equal, and what they were made of
   * can't be hashed anew without opening everything.
   */
  indexKey(): Uint8Array;
}

/** A wrapped key lies under a master key that is not here. */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
  readonly code = 'MASTER_KEY_MISSING';
  readonly keyId: KeyId;

  constructor(keyId: KeyId) {
    super(`a value is wrapped under the master key ${keyId}, which is not in the key folder`);
    this.keyId = keyId;
  }
}
