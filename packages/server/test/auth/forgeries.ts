import { createHmac, randomBytes } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { createTokenVerifier } from '../../src/auth/verify-token.ts';

/**
 * Somebody who knows everything but the issuer's private key: its public keys, its tokens' form, a right token of another person.
 * What he makes must never be believed, and a right token in another writing neither.
 */
export const issuer = 'https://id.example.vn';
export const audience = 'khuyenhoc-api';
export const nowMs = Date.parse('2026-03-01T00:00:00Z');
export const nowSeconds = nowMs / 1_000;

const good = await generateKeyPair('ES256', { extractable: true });
const evil = await generateKeyPair('ES256', { extractable: true });
const other = await generateKeyPair('Ed25519', { extractable: true });
const publicPem = await exportSPKI(good.publicKey);

/** The check as the server builds it, trusting two keys. */
export const verify = createTokenVerifier({
  issuer,
  audience,
  keys: createLocalJWKSet({
    keys: [
      { ...(await exportJWK(good.publicKey)), kid: 'good', use: 'sig' },
      { ...(await exportJWK(other.publicKey)), kid: 'other', use: 'sig' },
    ],
  }),
  now: () => nowMs,
});

/** Ways to forge a token, each made anew whenever it is asked for. */
export const forgeries: Readonly<Record<string, () => Promise<string> | string>> = {
  'no signature, alg none': () => new UnsecuredJWT(claims()).encode(),
  'alg None in other case': () => unsigned({ alg: 'NoNe' }),
  'alg none with a kept signature': async () => withHeader(await aToken(), { alg: 'none' }),
  'symmetric, keyed with the public PEM': () => hmac(publicPem),
  'symmetric, keyed with the PEM without its last break': () => hmac(publicPem.trimEnd()),
  'symmetric, keyed with nothing': () => hmac(''),
  'symmetric, keyed with the public JWK': async () => hmac(JSON.stringify(await exportJWK(good.publicKey))),
  'another key under the right kid': () => aToken({}, { key: evil.privateKey }),
  'another key brought along in jwk': async () =>
    aToken({}, { key: evil.privateKey, header: { jwk: await exportJWK(evil.publicKey) } }),
  'another key behind jku': () => aToken({}, { key: evil.privateKey, header: { jku: 'https://evil.example/keys' } }),
  'another key behind x5u': () => aToken({}, { key: evil.privateKey, header: { x5u: 'https://evil.example/cert' } }),
  'another key in x5c': () => aToken({}, { key: evil.privateKey, header: { x5c: ['AAAA'] } }),
  'an unknown kid': () => aToken({}, { header: { kid: 'none-such' } }),
  'a kid that is a path': () => aToken({}, { header: { kid: '../../dev/null' } }),
  'a kid that is SQL': () => aToken({}, { header: { kid: "' or 1=1 --" } }),
  'the kid of another key': () => aToken({}, { header: { kid: 'other' } }),
  'a critical extension': async () => withHeader(await aToken(), { crit: ['x'], x: 1 }),
  'b64 false': async () => withHeader(await aToken(), { crit: ['b64'], b64: false }),
  'an all-zero signature': async () => withSignature(await aToken(), Buffer.alloc(64)),
  'a short signature': async () => withSignature(await aToken(), Buffer.alloc(63)),
  'a long signature': async () => withSignature(await aToken(), randomBytes(65)),
  'another payload under the signature': async () => withPayload(await aToken(), { ...claims(), sub: 'person-2' }),
  'another algorithm in the header': async () => withHeader(await aToken(), { alg: 'RS256' }),
  'a right key with a weak algorithm': async () => withHeader(await aToken(), { alg: 'ES512' }),
  'an ID token': () => aToken({}, { header: { typ: 'id+jwt' } }),
  'a token of type JWT': () => aToken({}, { header: { typ: 'JWT' } }),
  'no type': () => aToken({}, { header: { typ: undefined } }),
  'no end': () => aToken({ exp: undefined }),
  'no beginning': () => aToken({ iat: undefined }),
  nobody: () => aToken({ sub: undefined }),
  'an empty subject': () => aToken({ sub: '' }),
  'a subject with a line break': () => aToken({ sub: 'a\nb' }),
  'a subject that is no text': () => aToken({ sub: ['person-1'] }),
  'no id': () => aToken({ jti: undefined }),
  'an end that is a text': () => aToken({ exp: String(nowSeconds + 600) }),
  'ended long ago': () => aToken({ exp: nowSeconds - 3_600 }),
  'from the future': () => aToken({ iat: nowSeconds + 60 }),
  'not yet valid': () => aToken({ nbf: nowSeconds + 60 }),
  'too old, whatever its end': () => aToken({ iat: nowSeconds - 86_400 - 10, exp: nowSeconds + 600 }),
  'an end beyond all time': () => aToken({ exp: 1e300 }),
  'another issuer': () => aToken({ iss: 'https://evil.example' }),
  'an issuer with a slash more': () => aToken({ iss: `${issuer}/` }),
  'an issuer in other case': () => aToken({ iss: issuer.toUpperCase() }),
  'issuers as a list': () => aToken({ iss: [issuer] }),
  'no issuer': () => aToken({ iss: undefined }),
  'another audience': () => aToken({ aud: 'other-api' }),
  'an audience that begins alike': () => aToken({ aud: `${audience}-2` }),
  'us among other audiences': () => aToken({ aud: [audience, 'other-api'] }),
  'no audience': () => aToken({ aud: undefined }),
  'an empty list of audiences': () => aToken({ aud: [] }),
  'longer than 8 KiB': () => aToken({ padding: 'x'.repeat(9_000) }),
  'five parts': async () => `${await aToken()}.a.b`,
  'two parts': async () => (await aToken()).split('.').slice(0, 2).join('.'),
  'an empty signature': async () => `${(await aToken()).split('.').slice(0, 2).join('.')}.`,
  'a payload that is no JSON': () => signedText('no json'),
  'a payload that is a list': () => signedText('[]'),
};

/** A right token, written as no issuer writes it. */
export const writings: Readonly<Record<string, (token: string) => string>> = {
  'a line break behind': (token) => `Bearer ${token}\n`,
  'a blank behind': (token) => `Bearer ${token} `,
  'two blanks before': (token) => `Bearer  ${token}`,
  'a tab before': (token) => `Bearer\t${token}`,
  padding: (token) => `Bearer ${token}==`,
  'padding inside': (token) => `Bearer ${token.replace('.', '=.')}`,
  'unused bits changed': (token) => `Bearer ${token.slice(0, -1)}${nextLetter(token.at(-1) ?? '')}`,
  'the plain alphabet': (token) => `Bearer ${token.replaceAll('-', '+').replaceAll('_', '/')}+`,
  'a comma and a second one': (token) => `Bearer ${token}, Bearer ${token}`,
  'another scheme': (token) => `Basic ${token}`,
  'no scheme': (token) => token,
  quotes: (token) => `Bearer "${token}"`,
};

function claims(): Record<string, unknown> {
  return { iss: issuer, aud: audience, sub: 'person-1', jti: 'token-1', iat: nowSeconds, exp: nowSeconds + 600 };
}

interface Signing {
  readonly key?: CryptoKey;
  readonly header?: Record<string, unknown>;
}

/** A token as the issuer signs it, but for the changes. */
export function aToken(changes: Record<string, unknown> = {}, { key, header = {} }: Signing = {}): Promise<string> {
  const payload: JWTPayload = Object.fromEntries(
    Object.entries({ ...claims(), ...changes }).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', kid: 'good', typ: 'at+jwt', ...header })
    .sign(key ?? good.privateKey);
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function unsigned(header: Record<string, unknown>): string {
  return `${encode({ typ: 'at+jwt', kid: 'good', ...header })}.${encode(claims())}.AAAA`;
}

function hmac(key: string): string {
  const signed = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'good' })}.${encode(claims())}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

function withHeader(token: string, changes: Record<string, unknown>): string {
  const [, payload = '', signature = ''] = token.split('.');
  return `${encode({ alg: 'ES256', typ: 'at+jwt', kid: 'good', ...changes })}.${payload}.${signature}`;
}

function withPayload(token: string, payload: unknown): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${encode(payload)}.${signature}`;
}

function withSignature(token: string, signature: Uint8Array): string {
  return `${token.split('.').slice(0, 2).join('.')}.${Buffer.from(signature).toString('base64url')}`;
}

/** Signed by the right key, yet no claims. */
async function signedText(payload: string): Promise<string> {
  const signed = `${encode({ alg: 'ES256', typ: 'at+jwt', kid: 'good' })}.${Buffer.from(payload).toString('base64url')}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, good.privateKey, Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}

/** The next letter of the alphabet: it changes bits that a decoder of 64 bytes throws away. */
function nextLetter(letter: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(letter) + 1] ?? 'B';
}
