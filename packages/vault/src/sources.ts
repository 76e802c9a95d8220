import { hash, randomFillSync } from 'node:crypto';
import type { Clock, Ids } from '@khuyenhoc/application';
import { associationIdFrom, instantOf, uuidV7 } from '@khuyenhoc/kernel';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** SHA-256 of bytes, in lower-case hex. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };

// Random bytes are taken from a pool: one call to the system for many ids.
const pool = new Uint8Array(4096);
let used = pool.length;

function randomSlice(length: number): Uint8Array {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}

/** Ids from the clock and the system's random source. */
export const systemIds: Ids = {
  uuid: () => uuidV7(Date.now(), randomSlice(16)),
  associationId: () => associationIdFrom(randomSlice(10)),
};
