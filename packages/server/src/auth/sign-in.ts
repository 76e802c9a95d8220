import { identify, type Clock, type Gate, type Session } from '@khuyenhoc/application';
import { parseGlobalId, type Viewer } from '@khuyenhoc/graphql';
import { err, isUuid, ok, vietnamDate, type MandateId, type Result } from '@khuyenhoc/kernel';
import type { SessionCookie, SignedInAs } from '../sign-in/session-cookie.ts';
import type { TokenRefusal, TokenVerifier } from './verify-token.ts';

/** The header that chooses one of several mandates. */
export const mandateHeader = 'x-khuyenhoc-mandate';

export interface SignInDeps {
  readonly verify: TokenVerifier;
  readonly gate: Gate;
  readonly clock: Clock;
  /** Where people sign in with a browser; null where only tokens are accepted. */
  readonly sessions: SessionCookie | null;
}

/** Why a request has no viewer: its token is not good, or it names a mandate in a form that none has. */
export type SignInRefusal = TokenRefusal | { readonly code: 'MANDATE_HEADER_INVALID' };

/**
 * Who sends a request: a token or the cookie of a sign-in says who, the database says what he may do today. With neither, an
 * anonymous reader. A token that is sent counts alone, so that a bad one is told and never covered by a cookie.
 */
export async function viewerOf(deps: SignInDeps, request: Request): Promise<Result<Viewer, SignInRefusal>> {
  const who = await signedInAs(deps, request);
  if (!who.ok) return who;
  if (who.value === null) return ok({ kind: 'anonymous' });
  const chosen = request.headers.get(mandateHeader);
  const mandateId = chosen === null ? null : mandateIdOf(chosen);
  if (chosen !== null && mandateId === null) return err({ code: 'MANDATE_HEADER_INVALID' });
  const { issuer, subject } = who.value;
  const people = await deps.gate.findPeople(issuer, subject, vietnamDate(deps.clock.now()));
  const session = identify(people, mandateId);
  return ok({ kind: 'signed-in', issuer, subject, people, session: session.ok ? session.value : null });
}

/** A mandate as the header names it: by its global id, or by the id that histories tell. */
function mandateIdOf(text: string): MandateId | null {
  if (isUuid(text)) return text as MandateId;
  const name = parseGlobalId(text);
  return name?.type === 'Mandate' ? (name.id as MandateId) : null;
}

async function signedInAs(deps: SignInDeps, request: Request): Promise<Result<SignedInAs | null, TokenRefusal>> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return deps.verify(authorization);
  return ok(deps.sessions === null ? null : await deps.sessions.read(request));
}

/** Why a request that needs a session has none. */
export type NoSession = SignInRefusal | { readonly code: 'SIGN_IN_REQUIRED' | 'NO_MANDATE' | 'MANDATE_REQUIRED' };

/** The session of a request to an address that only officials use. */
export async function sessionOf(deps: SignInDeps, request: Request): Promise<Result<Session, NoSession>> {
  const viewer = await viewerOf(deps, request);
  if (!viewer.ok) return viewer;
  if (viewer.value.kind === 'anonymous') return err({ code: 'SIGN_IN_REQUIRED' });
  const { session, people } = viewer.value;
  if (session !== null) return ok(session);
  return err({ code: people.some((person) => person.mandates.length > 0) ? 'MANDATE_REQUIRED' : 'NO_MANDATE' });
}
