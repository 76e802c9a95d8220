import { createHmac } from 'node:crypto';

/** One key for one use, so that a value made for one can never pass for another. */
export function derive(key: Uint8Array, use: string): Uint8Array {
  return createHmac('sha256', key).update(`khuyenhoc ${use}`).digest();
}
