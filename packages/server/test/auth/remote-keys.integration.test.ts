import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { createRemoteKeys } from '../../src/auth/remote-keys.ts';
import { createTokenVerifier } from '../../src/auth/verify-token.ts';

const minute = 60_000;
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

test('keys are fetched once and used again', async () => {
  const { issuer, verify } = await aSetting();
  const key = await issuer.addKey('a');
  for (let count = 0; count < 20; count += 1) expect(await verify(key)).toBe('ok');
  expect(issuer.fetches()).toBe(1);
});

test('an outage of an hour is survived with at most one fetch every thirty seconds, and no longer', async () => {
  const { issuer, verify, clock } = await aSetting();
  const key = await issuer.addKey('a');
  expect(await verify(key)).toBe('ok');
  issuer.answer((_request, response) => response.writeHead(503).end());
  const before = issuer.fetches();
  for (let passed = 0; passed < 59; passed += 1) {
    clock.now += minute;
    for (let count = 0; count < 5; count += 1) expect(await verify(key)).toBe('ok');
    await settled();
  }
  expect(issuer.fetches() - before).toBeGreaterThan(10);
  expect(issuer.fetches() - before).toBeLessThanOrEqual(118);
  clock.now += 2 * minute;
  expect(await verify(key)).toBe('KEYS_UNAVAILABLE');
  issuer.answer(undefined);
  clock.now += 2 * minute;
  expect(await verify(key)).toBe('ok');
});

test('a new key is accepted within a minute, and a flood of unknown keys costs one fetch', async () => {
  const { issuer, verify, clock } = await aSetting();
  expect(await verify(await issuer.addKey('a'))).toBe('ok');
  const strangers = await Promise.all([1, 2, 3].map((number) => aKey(`stranger-${number}`)));
  clock.now += 31_000;
  const verdicts = await Promise.all(
    Array.from({ length: 300 }, (_, index) => verify(strangers[index % 3] ?? strangers[0])),
  );
  expect(new Set(verdicts)).toEqual(new Set(['TOKEN_INVALID']));
  expect(issuer.fetches()).toBe(2);
  const rotated = await issuer.addKey('b');
  expect(await verify(rotated)).toBe('TOKEN_INVALID');
  clock.now += 31_000;
  expect(await verify(rotated)).toBe('ok');
});

test('a key that the issuer took back is refused within ten minutes, also after silence', async () => {
  const { issuer, verify, clock } = await aSetting();
  const key = await issuer.addKey('a');
  await issuer.addKey('b');
  expect(await verify(key)).toBe('ok');
  issuer.removeKey('a');
  clock.now += 10 * minute;
  expect(await verify(key)).toBe('TOKEN_INVALID');
});

test('many first tokens at once make one fetch', async () => {
  const { issuer, verify } = await aSetting();
  const key = await issuer.addKey('a');
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => verify(key))))).toEqual(new Set(['ok']));
  expect(issuer.fetches()).toBe(1);
});

const badAnswers: Readonly<Record<string, RequestListener>> = {
  'an error page': (_request, response) => response.writeHead(500).end('<html>'),
  'no JSON': (_request, response) => response.end('<html>'),
  'no keys': (_request, response) => response.end('{"keys":[]}'),
  'a list': (_request, response) => response.end('[]'),
  'an endless document': (_request, response) => response.end(`{"keys":[${'{},'.repeat(1_000_000)}{}]}`),
  'a redirect': (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
  silence: () => {},
  'a cut connection': (request) => request.socket.destroy(),
};

test.each(Object.entries(badAnswers))('%s is an outage, not a failure of ours', async (_title, answer) => {
  const { issuer, verify } = await aSetting({ timeoutMs: 500 });
  const key = await issuer.addKey('a');
  issuer.answer(answer);
  expect(await verify(key)).toBe('KEYS_UNAVAILABLE');
});

test('private, symmetric and encryption keys in the set are not believed', async () => {
  const { issuer, verify } = await aSetting();
  const open = await issuer.addKey('open', { publishPrivate: true });
  const sealing = await issuer.addKey('sealing', { use: 'enc' });
  const right = await issuer.addKey('right');
  issuer.publish({ kty: 'oct', k: 'c2VjcmV0', kid: 'shared' });
  expect(await verify(right)).toBe('ok');
  expect(await verify(open)).toBe('TOKEN_INVALID');
  expect(await verify(sealing)).toBe('TOKEN_INVALID');
});

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

async function aKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return {
    kid,
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), kid },
    privateJwk: { ...(await exportJWK(privateKey)), kid },
  };
}

/** A real HTTP server with keys, a clock that we move, and a verifier on both. */
async function aSetting({ timeoutMs = 5_000 }: { readonly timeoutMs?: number } = {}) {
  const published = new Map<string, JWK>();
  let fetches = 0;
  let answer: RequestListener | undefined;
  const server = createServer((request, response) => {
    fetches += 1;
    if (answer !== undefined) return answer(request, response);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [...published.values()] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const clock = { now: Date.parse('2026-03-01T00:00:00Z') };
  const keys = createRemoteKeys({
    url: `http://127.0.0.1:${address.port}/jwks`,
    now: () => clock.now,
    fetch,
    logger: { warn: () => {}, info: () => {} },
    timeoutMs,
  });
  const verifier = createTokenVerifier({ issuer: 'urn:test', audience: 'api', keys, now: () => clock.now });
  const verify = async (key: SigningKey | undefined): Promise<string> => {
    if (key === undefined) throw new Error('no key');
    const at = Math.floor(clock.now / 1_000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
      .setIssuer('urn:test')
      .setAudience('api')
      .setSubject('person-1')
      .setJti('token-1')
      .setIssuedAt(at)
      .setExpirationTime(at + 60)
      .sign(key.privateKey);
    const result = await verifier(`Bearer ${token}`);
    return result.ok ? 'ok' : result.error.code;
  };
  const issuer = {
    fetches: () => fetches,
    answer: (listener: RequestListener | undefined) => {
      answer = listener;
    },
    publish: (key: JWK) => void published.set(key.kid ?? '', key),
    removeKey: (kid: string) => void published.delete(kid),
    addKey: async (
      kid: string,
      { publishPrivate = false, use }: { readonly publishPrivate?: boolean; readonly use?: string } = {},
    ) => {
      const key = await aKey(kid);
      const jwk = publishPrivate ? key.privateJwk : key.publicJwk;
      published.set(kid, use === undefined ? jwk : { ...jwk, use });
      return key;
    },
  };
  return { issuer, verify, clock };
}

/** Lets a renewal in the background end. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
