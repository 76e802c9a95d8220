import { expect, test } from 'vitest';
import { createCookieJar } from '../../src/sign-in/cookies.ts';
import { createSeal } from '../../src/sign-in/seal.ts';
import { isOfOurPages } from '../../src/sign-in/session-cookie.ts';

const clock = { now: Date.parse('2026-03-01T00:00:00Z') };
const now = () => clock.now;
const seal = createSeal({ secret: new Uint8Array(32).fill(7), now });

test('what is sealed opens for its purpose, until its end, with its key alone', async () => {
  const text = await seal.seal('session', { sub: 'a' }, 600);
  expect(await seal.open('session', text)).toMatchObject({ sub: 'a' });
  expect(await seal.open('way', text)).toBeNull();
  expect(await createSeal({ secret: new Uint8Array(32).fill(8), now }).open('session', text)).toBeNull();
  clock.now += 600_000;
  expect(await seal.open('session', text)).toBeNull();
  clock.now -= 600_000;
});

test('every changed letter of a sealed text is noticed', async () => {
  const text = await seal.seal('session', { sub: 'a' }, 600);
  let tried = 0;
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === 'A' ? 'B' : 'A';
    const changed = text.slice(0, at) + other + text.slice(at + 1);
    // The last letter of a part carries bits that decoders throw away: the same bytes are the same text.
    if (Buffer.from(changed, 'base64url').equals(Buffer.from(text, 'base64url'))) continue;
    if ((await seal.open('session', changed)) !== null) expect(isSameBytes(changed, text), `letter ${at}`).toBe(true);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(100);
});

function isSameBytes(left: string, right: string): boolean {
  const parts = right.split('.');
  return left
    .split('.')
    .every((part, index) => Buffer.from(part, 'base64url').equals(Buffer.from(parts[index] ?? '', 'base64url')));
}

test('cookies are bound to the host and unreadable to scripts; plain http on this machine has no prefix to offer', () => {
  const secure = createCookieJar(new URL('https://khuyenhoc.example.vn'));
  expect(secure.write('session', 'x', 60)).toBe(
    '__Host-khuyenhoc-session=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  const read = (cookie: string) => secure.read(new Headers({ cookie }), 'session');
  expect(read('a=b; __Host-khuyenhoc-session=x; c=d')).toBe('x');
  // A neighbouring site can add a cookie of the same name, but not take ours away: of two, none is believed.
  expect(read('__Host-khuyenhoc-session=x; __Host-khuyenhoc-session=y')).toBeNull();
  expect(read('khuyenhoc-session=x')).toBeNull();
  expect(createCookieJar(new URL('http://127.0.0.1:4000')).remove('way')).toBe(
    'khuyenhoc-way=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  );
});

test('only requests of our own pages count', () => {
  const asked = (method: string, headers: Record<string, string>) =>
    isOfOurPages({ method, headers: new Headers({ host: 'khuyenhoc.example.vn', ...headers }) });
  expect(asked('POST', { origin: 'https://khuyenhoc.example.vn' })).toBe(true);
  expect(asked('POST', { origin: 'https://evil.example' })).toBe(false);
  expect(asked('POST', { origin: 'null' })).toBe(false);
  expect(asked('POST', { 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(asked('GET', { 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(asked('GET', { 'sec-fetch-site': 'cross-site' })).toBe(false);
  expect(asked('GET', {})).toBe(false);
});
