import { decryptBytes, encryptBytes } from './cipher.ts';
import { derive } from './derive.ts';
import type { KeyId } from './key-provider.ts';

/** Format byte 2, the id of the master key, and the key as `encryptBytes` makes it. Format 1 has no id: there was one key only. */
const format = 2;
const idBytes = 8;

/** A master key as it is used: its id, and the key derived of it that wraps. */
export interface WrappingKey {
  readonly id: KeyId;
  readonly key: Uint8Array;
}

/** What wraps under a master key. The id is a keyed hash, so that it tells nothing of the key. */
export function wrappingKeyOf(masterKey: Uint8Array): WrappingKey {
  const id = Buffer.from(derive(masterKey, 'id').subarray(0, idBytes)).toString('hex');
  return { id, key: derive(masterKey, 'wrap') };
}

/** Wraps a subject's key. */
export function wrapUnder({ id, key }: WrappingKey, subject: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(format), Buffer.from(id, 'hex'), encryptBytes(key, subject)]);
}

/** Unwraps what {@link wrapUnder} made, or what an older version made without an id. Throws when the key is another. */
export function unwrapUnder({ key }: WrappingKey, wrapped: Uint8Array): Uint8Array {
  return decryptBytes(key, wrapperOf(wrapped) === null ? wrapped : wrapped.subarray(1 + idBytes));
}

/** Which master key a wrapped key names; null in the older form, which names none. */
export function wrapperOf(wrapped: Uint8Array): KeyId | null {
  if (wrapped[0] !== format) return null;
  return Buffer.from(wrapped.subarray(1, 1 + idBytes)).toString('hex');
}
