import { describe, expect, test } from 'vitest';
import { verifyChain, type StoredEvent } from '../src/index.ts';
import { aHistory, anEvent, hashOf } from './makers.ts';

const history = aHistory([{ type: 'nominated' }, { type: 'verified', note: 'đủ hồ sơ' }, { type: 'approved' }]);
const headOf = (events: readonly StoredEvent[]) => events.at(-1)?.hash ?? null;
const check = (events: readonly StoredEvent[], expectedHead = headOf(history)) =>
  verifyChain({ events, expectedHead, hashOf });

describe('a history that was left alone', () => {
  test('holds whole, and its head is the last event’s hash', async () => {
    expect(await check(history)).toEqual({ events: 3, head: headOf(history), fault: null });
  });

  test('holds without a head to compare with', async () => {
    expect(await check(history, null)).toEqual({ events: 3, head: headOf(history), fault: null });
  });

  test('holds with the digest of a browser, which answers later', async () => {
    const webHashOf = async (bytes: string) => {
      const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`\u0000${bytes}`));
      return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const answer = await verifyChain({ events: history, expectedHead: headOf(history), hashOf: webHashOf });
    expect(answer).toEqual({ events: 3, head: headOf(history), fault: null });
    const [first, ...rest] = history;
    const changed = [{ bytes: first?.bytes.replace('nominated', 'nominateD') ?? '', hash: first?.hash ?? '' }, ...rest];
    const caught = await verifyChain({ events: changed, expectedHead: headOf(history), hashOf: webHashOf });
    expect(caught.fault).toMatchObject({ code: 'HASH_DIFFERS', seq: 1 });
  });
});

describe('the answer names what is wrong', () => {
  test('no events are no history, whatever head was expected', async () => {
    expect(await check([])).toEqual({ events: 0, head: null, fault: { code: 'CHAIN_EMPTY' } });
    expect(await check([], null)).toEqual({ events: 0, head: null, fault: { code: 'CHAIN_EMPTY' } });
  });

  test.each([
    ['text that is no JSON', '{"seq":1,'],
    ['a bare number', '1'],
    ['null', 'null'],
    ['an event without a number', '{"previous":null}'],
    ['an event without a link', '{"seq":1}'],
    ['an event whose number is text', '{"previous":null,"seq":"1"}'],
    ['an event whose link is a number', '{"previous":0,"seq":1}'],
  ])('%s cannot be read', async (_what, bytes) => {
    const answer = await check([{ bytes, hash: hashOf(bytes) }]);
    expect(answer).toEqual({ events: 0, head: null, fault: { code: 'EVENT_UNREADABLE', seq: 1 } });
  });

  test.each([
    ['a blank', '{"previous":null, "seq":1}'],
    ['keys in another order', '{"seq":1,"previous":null}'],
    ['a key twice, where readers disagree which one counts', '{"previous":null,"seq":2,"seq":1}'],
    ['an escape that need not be', '{"note":"\\u0061","previous":null,"seq":1}'],
    ['a number with a fraction', '{"previous":null,"seq":1.0}'],
    ['a number beyond exactness', '{"amount":9007199254740993,"previous":null,"seq":1}'],
    ['a lone surrogate', '{"note":"\\ud83d","previous":null,"seq":1}'],
    ['a line break at the end', '{"previous":null,"seq":1}\n'],
  ])('bytes with %s are not canonical, even under their own hash', async (_what, bytes) => {
    const answer = await check([{ bytes, hash: hashOf(bytes) }], null);
    expect(answer.fault).toEqual({ code: 'EVENT_NOT_CANONICAL', seq: 1 });
  });

  test('nesting too deep to walk is a fault of the event, not a crash of the auditor', async () => {
    const bytes = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)},"previous":null,"seq":1}`;
    const answer = await check([{ bytes, hash: hashOf(bytes) }], null);
    expect(answer.fault?.code).toMatch(/^EVENT_(UNREADABLE|NOT_CANONICAL)$/);
  });

  test('a changed event under its old hash tells both hashes', async () => {
    const [first, second, third] = history;
    const bytes = second?.bytes.replace('đủ', 'dủ') ?? '';
    const changed = [first, { bytes, hash: second?.hash ?? '' }, third].filter((event) => event !== undefined);
    expect(await check(changed)).toEqual({
      events: 1,
      head: first?.hash,
      fault: { code: 'HASH_DIFFERS', seq: 2, stored: second?.hash, computed: hashOf(bytes) },
    });
  });

  test('a hash in upper case is another hash', async () => {
    const shouted = history.map((event) => ({ ...event, hash: event.hash.toUpperCase() }));
    expect((await check(shouted)).fault).toMatchObject({ code: 'HASH_DIFFERS', seq: 1 });
  });

  test('a first event that claims one before it is a broken link', async () => {
    const orphan = anEvent(1, 'ab'.repeat(32), { type: 'nominated' });
    expect((await check([orphan], null)).fault).toEqual({
      code: 'LINK_BROKEN',
      seq: 1,
      expected: null,
      found: 'ab'.repeat(32),
    });
  });

  test('a history cut at its end differs from the head that was kept elsewhere, and only from that', async () => {
    const cut = history.slice(0, 2);
    const fault = { code: 'HEAD_DIFFERS', expected: headOf(history), found: headOf(cut) };
    expect(await check(cut)).toEqual({ events: 2, head: headOf(cut), fault });
    expect((await check(cut, null)).fault).toBeNull();
  });
});
