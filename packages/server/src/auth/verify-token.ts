import { err, instantOf, ok, type Instant, type Result } from '@khuyenhoc/kernel';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { tokenOf, type HeaderRefusal } from './access-token.ts';

/** Who somebody is, by their token. What they may do stands in the database, never here. */
export interface VerifiedToken {
  readonly subject: string;
  readonly issuer: string;
  readonly tokenId: string;
  readonly expiresAt: Instant;
}

/** Why a token was refused. KEYS_UNAVAILABLE is our trouble, not the caller's: it is answered 503. */
export type TokenRefusal = HeaderRefusal | { readonly code: 'TOKEN_EXPIRED' | 'TOKEN_INVALID' | 'KEYS_UNAVAILABLE' };

export type TokenVerifier = (authorization: string | undefined) => Promise<Result<VerifiedToken, TokenRefusal>>;

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** The current time in milliseconds. */
  readonly now: () => number;
  /** How old a token may be whatever it says of its own end. One day when absent. */
  readonly maxAgeSeconds?: number;
}

/** Thrown by a source of keys that has none to offer; the token may well be right. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Asymmetric algorithms alone: with one of the symmetric ones, a public key would be a password that everybody has. */
const algorithms = ['ES256', 'EdDSA', 'Ed25519', 'RS256'];

/**
 * Builds the check of access tokens (RFC 9068 in the profile of RFC 8725): algorithm, issuer, audience and type are pinned,
 * the claims we rely on are required, and time is forgiven five seconds.
 */
export function createTokenVerifier({
  issuer,
  audience,
  keys,
  now,
  maxAgeSeconds = 86_400,
}: TokenVerifierOptions): TokenVerifier {
  return async (authorization) => {
    const token = tokenOf(authorization);
    if (!token.ok) return token;
    try {
      const { payload } = await jwtVerify(token.value, keys, {
        algorithms,
        issuer,
        audience,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub', 'jti'],
        maxTokenAge: maxAgeSeconds,
        clockTolerance: 5,
        currentDate: new Date(now()),
      });
      const verified = readClaims(payload, { issuer, audience });
      return verified === undefined ? err({ code: 'TOKEN_INVALID' }) : ok(verified);
    } catch (error) {
      if (error instanceof KeysUnavailable) return err({ code: 'KEYS_UNAVAILABLE' });
      if (error instanceof errors.JWTExpired) return err({ code: 'TOKEN_EXPIRED' });
      // A signature of the wrong length or a key of the wrong kind reaches us as a TypeError: it is a forged token too.
      if (error instanceof errors.JOSEError || error instanceof TypeError) return err({ code: 'TOKEN_INVALID' });
      throw error;
    }
  };
}

/** A token made for other services too could be passed on by one of them, so the audience must be us and nobody else. */
function readClaims(
  { sub, jti, exp, aud }: JWTPayload,
  { issuer, audience }: Pick<TokenVerifierOptions, 'issuer' | 'audience'>,
): VerifiedToken | undefined {
  if (!isIdentifier(sub) || !isIdentifier(jti) || exp === undefined) return undefined;
  if (Array.isArray(aud) ? aud.length !== 1 : aud !== audience) return undefined;
  if (!Number.isSafeInteger(exp * 1_000) || exp > 8_640_000_000_000) return undefined;
  return { subject: sub, issuer, tokenId: jti, expiresAt: instantOf(exp * 1_000) };
}

/** Issuers name people and tokens by short printable texts; anything else would be stored and shown as it comes. */
export function isIdentifier(claim: unknown): claim is string {
  return typeof claim === 'string' && /^[\x21-\x7e]{1,255}$/.test(claim);
}
