/** Bytes as lower-case hex, as the domain names hashes. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** A hash in hex as bytes. */
export function bytesOf(hexText: string): Uint8Array {
  return Buffer.from(hexText, 'hex');
}

/** Bytes in PostgreSQL's own text form, for arrays of bytea. */
export function byteaText(hexText: string): string {
  return `\\x${hexText}`;
}
