import { hash as cryptoHash } from 'node:crypto';
import { canonicalJson, type CanonicalValue } from '@khuyenhoc/kernel';
import { eventHash, type Digest, type StoredEvent } from '../src/index.ts';

/** SHA-256 as the server computes it: at once. */
export const digest: Digest = (text) => cryptoHash('sha256', text);

export const hashOf = (bytes: string): string => eventHash(digest, bytes);

/** What an event of a made history says beside its place in it. */
export type Content = { readonly [key: string]: CanonicalValue };

/** An event with the hash that belongs to its bytes. */
export function anEvent(seq: number, previous: string | null, content: Content): StoredEvent {
  const bytes = canonicalJson({ ...content, seq, previous });
  return { bytes, hash: hashOf(bytes) };
}

/** A whole history: one event for each content, each linked to the one before. */
export function aHistory(contents: readonly Content[]): readonly StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const content of contents) {
    events.push(anEvent(events.length + 1, events.at(-1)?.hash ?? null, content));
  }
  return events;
}
