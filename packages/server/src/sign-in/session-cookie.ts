import { isIdentifier } from '../auth/verify-token.ts';
import type { CookieJar } from './cookies.ts';
import type { Seal } from './seal.ts';

/** Who somebody is, by his provider. What he may do stands in the database and is asked again by every request. */
export interface SignedInAs {
  readonly issuer: string;
  readonly subject: string;
}

/** A working day: whoever forgets to sign out is signed out by the evening. */
const sessionSeconds = 8 * 3_600;

/** Reads and writes the cookie of a browser that is signed in. */
export interface SessionCookie {
  read(request: Request): Promise<SignedInAs | null>;
  write(who: SignedInAs): Promise<string>;
  remove(): string;
}

/** The session's cookie, believed only in requests of our own pages. */
export function createSessionCookie(seal: Seal, jar: CookieJar): SessionCookie {
  return {
    read: async (request) => {
      const text = jar.read(request.headers, 'session');
      if (text === null || !isOfOurPages(request)) return null;
      const values = await seal.open('session', text);
      if (values === null || typeof values.iss !== 'string' || !isIdentifier(values.sub)) return null;
      return { issuer: values.iss, subject: values.sub };
    },
    write: async ({ issuer, subject }) =>
      jar.write('session', await seal.seal('session', { iss: issuer, sub: subject }, sessionSeconds), sessionSeconds),
    remove: () => jar.remove('session'),
  };
}

/**
 * A browser sends the cookie with whatever page makes it send a request. What changes something must name our own origin, which
 * a foreign page cannot; what only reads must say that it comes from here, or that the person typed the address himself.
 */
export function isOfOurPages({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === headers.get('host');
  const site = headers.get('sec-fetch-site');
  return method === 'GET' && (site === 'same-origin' || site === 'none');
}
