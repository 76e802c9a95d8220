/** Bytes as lower-case hex, as the domain names hashes. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** A hash in hex as bytes. */
export function bytesOf(hexText: string): Uint8Array {
  return Buffer.from(hexText, 'hex');
}

const sha256Hex = /^[0-9a-f]{64}$/;

/** The texts that are SHA-256 values in hex, as bytes. Others name nothing that is stored, and are left out. */
export function hashesOf(texts: readonly string[]): readonly Uint8Array[] {
  return texts.filter((text) => sha256Hex.test(text)).map(bytesOf);
}

/** Bytes in PostgreSQL's own text form, for arrays of bytea. */
export function byteaText(hexText: string): string {
  return `\\x${hexText}`;
}
