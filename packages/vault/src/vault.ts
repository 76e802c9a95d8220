import { createHmac, randomBytes } from 'node:crypto';
import type { Vault, WrappedKey } from '@khuyenhoc/application';
import { decryptBytes, encryptBytes } from './cipher.ts';

const keyBytes = 32;

/**
 * Envelope encryption under one master key: each subject has a random key, kept wrapped in the database. Of it, one derived
 * key encrypts and another commits; of the master key, one derived key a tenant makes its blind indexes. Losing the master key
 * loses every personal value; destroying a subject's wrapped key erases that subject.
 */
export function createVault(options: { readonly masterKey: Uint8Array }): Vault {
  const { masterKey } = options;
  if (masterKey.length !== keyBytes) throw new RangeError(`a master key has ${keyBytes} bytes`);
  const wrapping = derive(masterKey, 'wrap');
  const indexing = derive(masterKey, 'index');
  const unwrap = (key: WrappedKey): Uint8Array => decryptBytes(wrapping, key);
  return {
    newSubject: () => encryptBytes(wrapping, randomBytes(keyBytes)),
    seal(key, label, text) {
      const subject = unwrap(key);
      const commitment = createHmac('sha256', derive(subject, 'commit')).update(`${label}\u0000${text}`).digest('hex');
      return { label, commitment, bytes: encryptBytes(derive(subject, 'encrypt'), Buffer.from(text)) };
    },
    encrypt: (key, text) => encryptBytes(derive(unwrap(key), 'encrypt'), Buffer.from(text)),
    open: (key, bytes) => Buffer.from(decryptBytes(derive(unwrap(key), 'encrypt'), bytes)).toString(),
    blindIndex: (tenantId, purpose, text) =>
      createHmac('sha256', derive(indexing, `${tenantId} ${purpose}`))
        .update(text)
        .digest('hex'),
  };
}

/** One key for one use, so that a value made for one can never pass for another. */
function derive(key: Uint8Array, use: string): Uint8Array {
  return createHmac('sha256', key).update(`khuyenhoc ${use}`).digest();
}
