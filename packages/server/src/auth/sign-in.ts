import { identify, type Clock, type Gate, type Session } from '@khuyenhoc/application';
import type { Viewer } from '@khuyenhoc/graphql';
import { err, isUuid, ok, vietnamDate, type MandateId, type Result } from '@khuyenhoc/kernel';
import type { TokenRefusal, TokenVerifier } from './verify-token.ts';

/** The header that chooses one of several mandates. */
export const mandateHeader = 'x-khuyenhoc-mandate';

export interface SignInDeps {
  readonly verify: TokenVerifier;
  readonly gate: Gate;
  readonly clock: Clock;
}

/** Why a request has no viewer: its token is not good, or it names a mandate in a form that none has. */
export type SignInRefusal = TokenRefusal | { readonly code: 'MANDATE_HEADER_INVALID' };

/** Who sends a request: the token says who, the database says what he may do today. Without a token, an anonymous reader. */
export async function viewerOf(deps: SignInDeps, headers: Headers): Promise<Result<Viewer, SignInRefusal>> {
  const authorization = headers.get('authorization');
  if (authorization === null) return ok({ kind: 'anonymous' });
  const chosen = headers.get(mandateHeader);
  if (chosen !== null && !isUuid(chosen)) return err({ code: 'MANDATE_HEADER_INVALID' });
  const token = await deps.verify(authorization);
  if (!token.ok) return token;
  const { issuer, subject } = token.value;
  const people = await deps.gate.findPeople(issuer, subject, vietnamDate(deps.clock.now()));
  const session = identify(people, chosen as MandateId | null);
  return ok({ kind: 'signed-in', issuer, subject, people, session: session.ok ? session.value : null });
}

/** Why a request that needs a session has none. */
export type NoSession = SignInRefusal | { readonly code: 'SIGN_IN_REQUIRED' | 'NO_MANDATE' | 'MANDATE_REQUIRED' };

/** The session of a request to an address that only officials use. */
export async function sessionOf(deps: SignInDeps, headers: Headers): Promise<Result<Session, NoSession>> {
  const viewer = await viewerOf(deps, headers);
  if (!viewer.ok) return viewer;
  if (viewer.value.kind === 'anonymous') return err({ code: 'SIGN_IN_REQUIRED' });
  const { session, people } = viewer.value;
  if (session !== null) return ok(session);
  return err({ code: people.some((person) => person.mandates.length > 0) ? 'MANDATE_REQUIRED' : 'NO_MANDATE' });
}
