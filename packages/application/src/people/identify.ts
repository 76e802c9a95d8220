import { err, ok, type MandateId, type Result } from '@khuyenhoc/kernel';
import type { GatePerson } from '../ports/reads.ts';
import type { Session } from '../session.ts';

/** Why a valid sign-in gives no session: nobody here with a mandate of today, or several and none of them chosen. */
export interface SessionRefusal {
  readonly code: 'NO_MANDATE' | 'MANDATE_REQUIRED';
}

/** The session of a sign-in under exactly one mandate: the one chosen, or the only one there is. */
export function identify(people: readonly GatePerson[], chosen: MandateId | null): Result<Session, SessionRefusal> {
  const sessions = people.flatMap(({ tenantId, personId, mandates }) =>
    mandates.map((mandate): Session => ({ tenantId, personId, mandate })),
  );
  const [only] = sessions;
  if (only === undefined) return err({ code: 'NO_MANDATE' });
  if (chosen === null && sessions.length === 1) return ok(only);
  const session = sessions.find((one) => one.mandate.id === chosen);
  return session === undefined ? err({ code: 'MANDATE_REQUIRED' }) : ok(session);
}
