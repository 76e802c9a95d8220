import type { Config } from '../config.ts';
import type { Route } from '../http/route.ts';
import type { Logger } from '../logger.ts';
import { createCookieJar } from './cookies.ts';
import { createProvider } from './provider.ts';
import { createSeal } from './seal.ts';
import { createSessionCookie, type SessionCookie } from './session-cookie.ts';
import { signInRoutes } from './sign-in-routes.ts';

/** Signing in with a browser: the cookie that requests carry, and the addresses that set and remove it. */
export interface BrowserSignIn {
  readonly sessions: SessionCookie;
  readonly routes: readonly Route[];
}

export interface BrowserSignInOptions {
  readonly config: Pick<Config, 'oidc' | 'signIn'>;
  /** Secret bytes from which the key of the cookies is derived. */
  readonly secret: Uint8Array;
  readonly now: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Null where the settings name no client at the issuer: then only tokens are accepted. */
export function createBrowserSignIn({ config, secret, now, logger }: BrowserSignInOptions): BrowserSignIn | null {
  const { oidc, signIn } = config;
  if (oidc === undefined || signIn === undefined) return null;
  const { clientId, clientSecret, publicUrl } = signIn;
  const seal = createSeal({ secret, now });
  const jar = createCookieJar(publicUrl);
  const sessions = createSessionCookie(seal, jar);
  const provider = createProvider({ issuer: oidc.issuer, clientId, clientSecret, publicUrl, logger });
  return { sessions, routes: signInRoutes({ provider, seal, jar, sessions, publicUrl }) };
}
