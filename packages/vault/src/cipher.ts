import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM with a random 96-bit nonce: format byte, nonce, ciphertext, tag. A key seals far fewer than 2^32 values, so
 * random nonces are safe (NIST SP 800-38D 8.3).
 */
const format = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts bytes under a 32-byte key. */
export function encryptBytes(key: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Uint8Array.of(format), nonce, body, cipher.getAuthTag()]);
}

/** Decrypts what {@link encryptBytes} made. Throws when a byte was changed or the key is another. */
export function decryptBytes(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (sealed[0] !== format || sealed.length < 1 + nonceBytes + tagBytes)
    throw new RangeError('not a sealed value of a known format');
  const bodyEnd = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes));
  decipher.setAuthTag(sealed.subarray(bodyEnd));
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, bodyEnd)), decipher.final()]);
}
