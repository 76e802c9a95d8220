import { EncryptJWT, errors, jwtDecrypt, type JWTPayload } from 'jose';
import { hkdfSync } from 'node:crypto';

/** Makes texts that only this server can read and that end by themselves: what a browser keeps for us in its cookies. */
export interface Seal {
  seal(purpose: SealPurpose, values: JWTPayload, lifetimeSeconds: number): Promise<string>;
  /** The values, or null for whatever was made for another purpose, elsewhere, long ago, or by hand. */
  open(purpose: SealPurpose, text: string): Promise<JWTPayload | null>;
}

/** `way` accompanies somebody to the provider and back; `session` is somebody signed in. One never passes for the other. */
export type SealPurpose = 'way' | 'session';

export interface SealOptions {
  /** At least 32 secret bytes, the same for all servers of one network; cookies get a key of their own derived from it. */
  readonly secret: Uint8Array;
  /** The current time in milliseconds. */
  readonly now: () => number;
}

const longestText = 4_096;

/** A seal of JWE (RFC 7516, direct A256GCM). */
export function createSeal({ secret, now }: SealOptions): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'khuyenhoc cookies', 32));
  return {
    seal: (purpose, values, lifetimeSeconds) => {
      const issuedAt = Math.floor(now() / 1_000);
      return new EncryptJWT(values)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .encrypt(key);
    },
    open: async (purpose, text) => {
      if (text.length > longestText) return null;
      try {
        const { payload } = await jwtDecrypt(text, key, {
          audience: purpose,
          requiredClaims: ['exp', 'iat'],
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          currentDate: new Date(now()),
        });
        return payload;
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
        throw error;
      }
    },
  };
}
