import { err, ok, vietnamDate, type MandateId, type Result } from '@khuyenhoc/kernel';
import type { Clock } from '../ports/clock.ts';
import type { Gate, GatePerson } from '../ports/reads.ts';
import type { Session } from '../session.ts';

/** Why a valid sign-in gives no session. */
export type SessionRefusal =
  /** Nobody here is known by this sign-in, or none of his mandates is valid today. */
  | { readonly code: 'NO_MANDATE' }
  /** There are several mandates, and the request did not choose one of them. */
  | { readonly code: 'MANDATE_REQUIRED'; readonly people: readonly GatePerson[] };

/** Turns a verified sign-in into a session under exactly one mandate: the one chosen, or the only one there is. */
export async function identify(
  deps: { readonly gate: Gate; readonly clock: Clock },
  signIn: { readonly issuer: string; readonly subject: string },
  chosen: MandateId | null,
): Promise<Result<Session, SessionRefusal>> {
  const people = await deps.gate.findPeople(signIn.issuer, signIn.subject, vietnamDate(deps.clock.now()));
  const sessions = people.flatMap(({ tenantId, personId, mandates }) =>
    mandates.map((mandate): Session => ({ tenantId, personId, mandate })),
  );
  if (sessions.length === 0) return err({ code: 'NO_MANDATE' });
  const [only] = sessions;
  if (chosen === null && sessions.length === 1 && only !== undefined) return ok(only);
  const session = sessions.find((one) => one.mandate.id === chosen);
  return session === undefined ? err({ code: 'MANDATE_REQUIRED', people }) : ok(session);
}
