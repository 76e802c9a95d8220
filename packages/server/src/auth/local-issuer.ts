import { assert } from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import { isPlainRecord } from '../plain-record.ts';

/** What the demo's own issuer signs as and for. */
export const localIssuerName = 'urn:khuyenhoc:demo-issuer';
export const localAudience = 'urn:khuyenhoc:demo';

export interface LocalIssuerOptions {
  readonly mode: Config['mode'];
  readonly dataDir: string;
  readonly logger: Pick<Logger, 'warn'>;
  /** The current time in milliseconds. */
  readonly now: () => number;
}

/** An issuer of tokens inside the server, so that a demo needs no other program. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly jwks: JSONWebKeySet;
  /** Signs a token for anybody who is named. */
  readonly issue: (subject: string, lifetimeSeconds?: number) => Promise<string>;
}

/**
 * Opens the demo's issuer, making its key at the first start. Whoever reaches it can be anyone, so building it in another
 * mode is a mistake of the code and throws, and every start says aloud that it is there.
 */
export async function createLocalIssuer({ mode, dataDir, logger, now }: LocalIssuerOptions): Promise<LocalIssuer> {
  assert(mode === 'demo', 'a server in production mode never issues tokens itself');
  logger.warn(
    { issuer: localIssuerName },
    'CHẾ ĐỘ DÙNG THỬ: máy chủ tự cấp thẻ đăng nhập cho bất kỳ ai, không dùng với dữ liệu thật. | ' +
      'DEMO MODE: this server issues login tokens to anybody; never use it with real data.',
  );
  const { privateKey, jwks } = await openKey(join(dataDir, 'demo-issuer-key.json'), dataDir);
  return {
    issuer: localIssuerName,
    audience: localAudience,
    jwks,
    keys: createLocalJWKSet(jwks),
    issue: (subject, lifetimeSeconds = 3_600) => {
      const issuedAt = Math.floor(now() / 1_000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
        .setIssuer(localIssuerName)
        .setAudience(localAudience)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(privateKey);
    },
  };
}

const kid = 'demo';

interface IssuerKey {
  readonly privateKey: CryptoKey;
  readonly jwks: JSONWebKeySet;
}

async function openKey(file: string, dataDir: string): Promise<IssuerKey> {
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return await importKey(kept ?? (await makeKey(file, dataDir)));
}

/** Written beside and renamed: a key file cut short would lock the demo out of its own data folder. */
async function makeKey(file: string, dataDir: string): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const text = JSON.stringify(await exportJWK(privateKey));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return text;
}

async function importKey(text: string): Promise<IssuerKey> {
  const jwk: unknown = JSON.parse(text);
  assert(isPlainRecord(jwk) && jwk['kty'] === 'OKP' && typeof jwk['x'] === 'string', 'the demo key is an Ed25519 key');
  const privateKey = await importJWK({ ...jwk, kty: 'OKP' }, 'EdDSA');
  assert(!(privateKey instanceof Uint8Array), 'an Ed25519 key is not a text of bytes');
  return { privateKey, jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: jwk['x'], kid, alg: 'EdDSA', use: 'sig' }] } };
}
