import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createLocalIssuer } from '../../src/auth/local-issuer.ts';
import { createTokenVerifier } from '../../src/auth/verify-token.ts';

const nowMs = Date.parse('2026-03-01T00:00:00Z');
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('its tokens pass the verifier, and go on passing after a restart', async () => {
  const dataDir = await aFolder();
  const first = await createLocalIssuer({ mode: 'demo', dataDir, logger: silent, now: () => nowMs });
  const token = await first.issue('person-1');
  const second = await createLocalIssuer({ mode: 'demo', dataDir, logger: silent, now: () => nowMs });
  const verify = createTokenVerifier({ ...second, now: () => nowMs });
  expect(await verify(`Bearer ${token}`)).toMatchObject({ ok: true, value: { subject: 'person-1' } });
});

test('a token ends when it was said to', async () => {
  const issuer = await createLocalIssuer({ mode: 'demo', dataDir: await aFolder(), logger: silent, now: () => nowMs });
  const verify = createTokenVerifier({ ...issuer, now: () => nowMs + 70_000 });
  expect(await verify(`Bearer ${await issuer.issue('person-1', 60)}`)).toEqual({
    ok: false,
    error: { code: 'TOKEN_EXPIRED' },
  });
});

test('the private key is for the owner alone and never in the published set', async () => {
  const dataDir = await aFolder();
  const { jwks } = await createLocalIssuer({ mode: 'demo', dataDir, logger: silent, now: () => nowMs });
  const file = join(dataDir, 'demo-issuer-key.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('d');
  expect(jwks.keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']]);
});

test('it says aloud, in both languages, that it is there', async () => {
  const said: unknown[] = [];
  const logger = { warn: (...args: unknown[]) => void said.push(args) };
  await createLocalIssuer({ mode: 'demo', dataDir: await aFolder(), logger, now: () => nowMs });
  expect(JSON.stringify(said)).toContain('DEMO MODE');
  expect(JSON.stringify(said)).toContain('CHẾ ĐỘ DÙNG THỬ');
});

test('it cannot be built in production', async () => {
  const build = createLocalIssuer({ mode: 'production', dataDir: await aFolder(), logger: silent, now: () => nowMs });
  await expect(build).rejects.toThrow('production');
});

const silent = { warn: () => {} };

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-issuer-'));
  folders.push(folder);
  return folder;
}
