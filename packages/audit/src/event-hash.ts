/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. An argument everywhere, so that the same code runs on a server and in a browser. */
export type Digest = (text: string) => string;

/**
 * The hash of an event: SHA-256 over a zero byte and the event's RFC 8785 bytes. The zero byte is the leaf prefix of
 * RFC 6962, so that an event's hash is its leaf in a Merkle log without being hashed again.
 */
export function eventHash(digest: Digest, eventBytes: string): string {
  return digest(`\u0000${eventBytes}`);
}
