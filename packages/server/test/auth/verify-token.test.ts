import { describe, expect, test } from 'vitest';
import { createTokenVerifier, KeysUnavailable } from '../../src/auth/verify-token.ts';
import { aToken, audience, forgeries, issuer, nowMs, nowSeconds, verify, writings } from './forgeries.ts';

test('a right token tells who somebody is', async () => {
  expect(await verify(`Bearer ${await aToken()}`)).toEqual({
    ok: true,
    value: { subject: 'person-1', issuer, tokenId: 'token-1', expiresAt: '2026-03-01T00:10:00.000Z' },
  });
  expect(await verify(`Bearer ${await aToken({ aud: [audience] })}`)).toMatchObject({ ok: true });
});

test('the time is forgiven five seconds, not six', async () => {
  expect(await verify(`Bearer ${await aToken({ exp: nowSeconds - 4 })}`)).toMatchObject({ ok: true });
  expect(await verify(`Bearer ${await aToken({ exp: nowSeconds - 6 })}`)).toEqual({
    ok: false,
    error: { code: 'TOKEN_EXPIRED' },
  });
  expect(await verify(`Bearer ${await aToken({ iat: nowSeconds + 4 })}`)).toMatchObject({ ok: true });
  expect(await verify(`Bearer ${await aToken({ nbf: nowSeconds + 6 })}`)).toMatchObject({ ok: false });
});

describe('forged tokens are refused', () => {
  test.each(Object.entries(forgeries))('%s', async (_title, make) => {
    const result = await verify(`Bearer ${await make()}`);
    expect(result.ok).toBe(false);
  });

  test('every single flipped bit of a token', async () => {
    const token = await aToken();
    const parts = token.split('.');
    let tried = 0;
    for (const [index, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const forged = parts.with(index, flipped.toString('base64url')).join('.');
        expect((await verify(`Bearer ${forged}`)).ok, `part ${index}, bit ${bit}`).toBe(false);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });
});

describe('a right token in another writing is refused', () => {
  test.each(Object.entries(writings))('%s', async (_title, write) => {
    expect(await verify(write(await aToken()))).toEqual({ ok: false, error: { code: 'TOKEN_MALFORMED' } });
  });

  test('no header at all is told apart', async () => {
    expect(await verify(undefined)).toEqual({ ok: false, error: { code: 'TOKEN_MISSING' } });
    expect(await verify('')).toEqual({ ok: false, error: { code: 'TOKEN_MISSING' } });
  });
});

test('missing keys are our trouble and told as such', async () => {
  const withoutKeys = createTokenVerifier({
    issuer,
    audience,
    now: () => nowMs,
    keys: () => Promise.reject(new KeysUnavailable('none')),
  });
  expect(await withoutKeys(`Bearer ${await aToken()}`)).toEqual({ ok: false, error: { code: 'KEYS_UNAVAILABLE' } });
});
