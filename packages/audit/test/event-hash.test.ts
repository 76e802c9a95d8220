import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { eventHash, type Digest } from '../src/index.ts';
import { digest } from './makers.ts';

test('the hash of an event without bytes is the leaf hash of the empty leaf of RFC 6962', () => {
  expect(eventHash(digest, '')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('the hash of an event is the leaf hash that Certificate Transparency publishes for "L123456"', () => {
  expect(eventHash(digest, 'L123456')).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56');
});

test('the hash is taken over UTF-8: one zero byte, then the bytes as they are stored', () => {
  const bytes = '{"title":"Học bổng Đất Tổ 😂"}';
  const leaf = Buffer.concat([Buffer.from([0]), Buffer.from(bytes, 'utf8')]);
  expect(eventHash(digest, bytes)).toBe(createHash('sha256').update(leaf).digest('hex'));
});

test('an event never hashes as a node of the tree does, so that neither can stand for the other', () => {
  const twoHashes = 'ab'.repeat(32);
  expect(eventHash(digest, twoHashes)).not.toBe(digest(`\u0001${twoHashes}`));
  expect(eventHash(digest, twoHashes)).not.toBe(digest(twoHashes));
});

test('the digest is the caller’s: it is asked once, with the prefixed bytes', () => {
  const asked: string[] = [];
  const remembering: Digest = (text) => `digest ${asked.push(text)}`;
  expect(eventHash(remembering, '{}')).toBe('digest 1');
  expect(asked).toEqual(['\u0000{}']);
});
