import { createLocalJWKSet, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { isPlainRecord } from '../plain-record.ts';

/** The largest key set that is read. Real ones have a few kilobytes. */
const largestKeySet = 262_144;

/**
 * Fetches a key set (RFC 7517) and keeps the public signing keys of it. Throws when there is none to be had: an answer other
 * than 200, a redirect, no JSON, too large, or without a usable key.
 */
export async function fetchKeySet(
  url: string,
  fetch: typeof globalThis.fetch,
  timeoutMs: number,
): Promise<JWTVerifyGetKey> {
  const response = await fetch(url, {
    headers: { accept: 'application/jwk-set+json, application/json' },
    // Keys come from the address that was configured and from no other.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the key server answered ${response.status}`);
  }
  return createLocalJWKSet(readKeySet(JSON.parse(await readText(response))));
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestKeySet) throw new Error('the key set is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Secret and private keys in a public place are nobody's secret: what they sign is not believed. */
function readKeySet(document: unknown): JSONWebKeySet {
  const listed: unknown = isPlainRecord(document) ? document['keys'] : undefined;
  const keys = Array.isArray(listed) ? listed.filter(isPublicSigningKey) : [];
  if (keys.length === 0) throw new Error('the key set holds no public signing key');
  return { keys };
}

function isPublicSigningKey(key: unknown): key is JWK {
  if (!isPlainRecord(key)) return false;
  const { kty, use, d, e } = key;
  // An RSA exponent of 1 ("AQ") makes every text its own signature.
  return (
    (kty === 'EC' || kty === 'OKP' || (kty === 'RSA' && e !== 'AQ')) &&
    (use === undefined || use === 'sig') &&
    d === undefined
  );
}
