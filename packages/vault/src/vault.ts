import { createHmac, randomBytes } from 'node:crypto';
import type { Vault, WrappedKey } from '@khuyenhoc/application';
import { decryptBytes, encryptBytes } from './cipher.ts';
import { derive } from './derive.ts';
import type { KeyProvider } from './key-provider.ts';
import { createKeyRing, masterKeysFrom } from './key-ring.ts';

const keyBytes = 32;

/**
 * Envelope encryption: each subject has a random key, kept wrapped in the database under a master key of the provider. Of it,
 * one derived key encrypts and another commits; of the provider's index key, one derived key a tenant makes its blind indexes.
 * Losing the master keys loses every personal value; destroying a subject's wrapped key erases that subject.
 */
export function createVault(options: { readonly keys: KeyProvider } | { readonly masterKey: Uint8Array }): Vault {
  const keys = 'keys' in options ? options.keys : createKeyRing(masterKeysFrom(options.masterKey));
  const indexing = keys.indexKey();
  const unwrap = (key: WrappedKey): Uint8Array => keys.unwrap(key);
  return {
    newSubject: () => keys.wrap(randomBytes(keyBytes)),
    seal(key, label, text) {
      const subject = unwrap(key);
      const commitment = createHmac('sha256', derive(subject, 'commit')).update(`${label}\u0000${text}`).digest('hex');
      return { label, commitment, bytes: encryptBytes(derive(subject, 'encrypt'), Buffer.from(text)) };
    },
    encrypt: (key, text) => encryptBytes(derive(unwrap(key), 'encrypt'), Buffer.from(text)),
    open: (key, bytes) => Buffer.from(decryptBytes(derive(unwrap(key), 'encrypt'), bytes)).toString(),
    encryptFile: (key, bytes) => encryptBytes(derive(unwrap(key), 'encrypt file'), bytes),
    openFile: (key, bytes) => decryptBytes(derive(unwrap(key), 'encrypt file'), bytes),
    commitToFile: (key, bytes) =>
      createHmac('sha256', derive(unwrap(key), 'commit file'))
        .update(bytes)
        .digest('hex'),
    blindIndex: (tenantId, purpose, text) =>
      createHmac('sha256', derive(indexing, `${tenantId} ${purpose}`))
        .update(text)
        .digest('hex'),
  };
}

/** A secret of the server for another use than wrapping, the same on every server and after every rotation. */
export function deriveSecret(keys: KeyProvider, use: string): Uint8Array {
  return derive(keys.indexKey(), `secret ${use}`);
}
