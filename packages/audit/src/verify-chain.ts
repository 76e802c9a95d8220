import { canonicalJson, type CanonicalValue } from '@khuyenhoc/kernel';

/** An event as it is stored: its exact bytes and the hash that was kept with them. */
export interface StoredEvent {
  readonly bytes: string;
  readonly hash: string;
}

/** What is wrong with a history, at its first bad place. */
export type ChainFault =
  | { readonly code: 'CHAIN_EMPTY' }
  | { readonly code: 'EVENT_UNREADABLE'; readonly seq: number }
  | { readonly code: 'EVENT_NOT_CANONICAL'; readonly seq: number }
  | { readonly code: 'HASH_DIFFERS'; readonly seq: number; readonly stored: string; readonly computed: string }
  | { readonly code: 'SEQUENCE_BROKEN'; readonly seq: number; readonly found: number }
  | {
      readonly code: 'LINK_BROKEN';
      readonly seq: number;
      readonly expected: string | null;
      readonly found: string | null;
    }
  | { readonly code: 'HEAD_DIFFERS'; readonly expected: string; readonly found: string };

/** The answer of a check: how many events hold, and the first fault or null. */
export interface ChainReport {
  readonly events: number;
  readonly head: string | null;
  readonly fault: ChainFault | null;
}

/**
 * Recomputes a history from its bytes: each event is canonical, hashes to what was kept, follows the one before, and the last
 * is the head that the award names. It trusts nothing but the digest. Give `expectedHead` as null to skip the last check.
 */
export async function verifyChain(input: {
  readonly events: readonly StoredEvent[];
  readonly expectedHead: string | null;
  readonly hashOf: (eventBytes: string) => string | Promise<string>;
}): Promise<ChainReport> {
  let head: string | null = null;
  let seq = 0;
  for (const event of input.events) {
    seq += 1;
    const fault = faultOf(event, seq, head, await input.hashOf(event.bytes));
    if (fault !== null) return { events: seq - 1, head, fault };
    head = event.hash;
  }
  if (head === null) return { events: 0, head, fault: { code: 'CHAIN_EMPTY' } };
  if (input.expectedHead !== null && input.expectedHead !== head) {
    return { events: seq, head, fault: { code: 'HEAD_DIFFERS', expected: input.expectedHead, found: head } };
  }
  return { events: seq, head, fault: null };
}

function faultOf(event: StoredEvent, seq: number, previous: string | null, computed: string): ChainFault | null {
  const link = readLink(event.bytes);
  if (link === null) return { code: 'EVENT_UNREADABLE', seq };
  if (!link.canonical) return { code: 'EVENT_NOT_CANONICAL', seq };
  if (computed !== event.hash) return { code: 'HASH_DIFFERS', seq, stored: event.hash, computed };
  if (link.seq !== seq) return { code: 'SEQUENCE_BROKEN', seq, found: link.seq };
  if (link.previous !== previous) return { code: 'LINK_BROKEN', seq, expected: previous, found: link.previous };
  return null;
}

function readLink(bytes: string): { seq: number; previous: string | null; canonical: boolean } | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('seq' in value) || !('previous' in value)) return null;
  const { seq, previous } = value;
  if (typeof seq !== 'number' || (previous !== null && typeof previous !== 'string')) return null;
  return { seq, previous, canonical: isCanonical(value as CanonicalValue, bytes) };
}

function isCanonical(value: CanonicalValue, bytes: string): boolean {
  try {
    return canonicalJson(value) === bytes;
  } catch {
    return false;
  }
}
