/**
 * A personal value beside a history: its bytes, encrypted under the subject's key, and the keyed commitment that stands in
 * the event. Erasing the key leaves every hash intact and the value gone.
 */
export interface SealedValue {
  readonly label: 'facts' | 'receipt' | 'reason' | 'finding' | 'signature';
  /** HMAC-SHA-256 under the subject's key, in hex. */
  readonly commitment: string;
  /** AES-256-GCM: nonce, ciphertext, tag. */
  readonly bytes: Uint8Array;
}
