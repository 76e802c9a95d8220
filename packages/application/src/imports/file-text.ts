/** A file's bytes as a text, since that is what is sealed. */
export function fileToText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** The bytes that {@link fileToText} wrote. */
export function fileFromText(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
