import type { JWTPayload } from 'jose';
import type { Route } from '../http/route.ts';
import type { CookieJar } from './cookies.ts';
import { callbackPath, type Provider, type Way } from './provider.ts';
import { isOfOurPages, type SessionCookie } from './session-cookie.ts';
import type { Seal } from './seal.ts';
import { signInPage } from './sign-in-page.ts';

export interface SignInRoutesDeps {
  readonly provider: Provider;
  readonly seal: Seal;
  readonly jar: CookieJar;
  readonly sessions: SessionCookie;
  /** The address of this server as browsers know it. */
  readonly publicUrl: URL;
}

/** How long somebody may be away at the provider. */
const waySeconds = 600;

/**
 * Signing in and out for people with a browser: `GET /sign-in?return=/…` goes to the provider, which sends back to
 * `/sign-in/callback`; `POST /sign-out` ends the session here and, where the provider can, there. Tokens never reach the page.
 */
export function signInRoutes(deps: SignInRoutesDeps): readonly Route[] {
  const body = { kind: 'NONE' } as const;
  return [
    { path: '/sign-in', methods: ['GET'], body, handle: (request) => begin(deps, request) },
    { path: callbackPath, methods: ['GET'], body, handle: (request) => finish(deps, request) },
    { path: '/sign-out', methods: ['POST'], body, handle: (request) => end(deps, request) },
  ];
}

async function begin({ provider, seal, jar }: SignInRoutesDeps, request: Request): Promise<Response> {
  const begun = await provider.begin();
  if (!begun.ok) return signInPage(begun.error.code, []);
  const { address, way } = begun.value;
  const back = ownPath(new URL(request.url).searchParams.get('return'));
  const sealed = await seal.seal('way', { ...way, back }, waySeconds);
  return redirect(address.href, [jar.write('way', sealed, waySeconds)]);
}

async function finish(deps: SignInRoutesDeps, request: Request): Promise<Response> {
  const { provider, seal, jar, sessions, publicUrl } = deps;
  const kept = jar.read(request.headers, 'way');
  const values = kept === null ? null : await seal.open('way', kept);
  const way = values === null ? null : wayOf(values);
  // Whatever comes of it, one way is walked once.
  const forget = jar.remove('way');
  if (values === null || way === null) return signInPage('WAY_LOST', [forget]);
  const { search } = new URL(request.url);
  const signedIn = await provider.finish(new URL(`${callbackPath}${search}`, publicUrl), way);
  if (!signedIn.ok) return signInPage(signedIn.error.code, [forget]);
  const { back } = values;
  return redirect(ownPath(typeof back === 'string' ? back : null), [forget, await sessions.write(signedIn.value)]);
}

async function end({ provider, sessions }: SignInRoutesDeps, request: Request): Promise<Response> {
  if (!isOfOurPages(request)) return signInPage('FOREIGN_PAGE', []);
  const address = await provider.end();
  return redirect(address?.href ?? '/', [sessions.remove()]);
}

function wayOf({ ['state']: state, ['nonce']: nonce, ['verifier']: verifier }: JWTPayload): Way | null {
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return null;
  return { state, nonce, verifier };
}

/** A path of this server, whatever was asked for: an address elsewhere would make us the door of a stranger's page. */
function ownPath(asked: string | null): string {
  // Browsers drop line breaks and tabs from an address and take a backslash for a slash, so neither may stand in it.
  return asked !== null && /^\/(?![/])[\x21-\x5b\x5d-\x7e]*$/.test(asked) ? asked : '/';
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
