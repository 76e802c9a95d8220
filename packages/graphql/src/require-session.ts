import type { GatePerson, Session } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { Viewer } from './context.ts';
import type { RefusalWith } from './refusals/refusal.ts';

/** Whom somebody without a mandate can ask: the association where he last had one, or will have the next, or else the network. */
function whomToAsk(people: readonly GatePerson[]): readonly string[] {
  return people.map(({ ask, tenantName }) => ask?.associationName ?? tenantName);
}

/** The session that a command runs under, or why there is none. */
export function requireSession(viewer: Viewer): Result<Session, RefusalWith<'SIGN_IN_REQUIRED' | 'MANDATE_REQUIRED'>> {
  if (viewer.kind === 'anonymous') return err({ code: 'SIGN_IN_REQUIRED' });
  if (viewer.session !== null) return ok(viewer.session);
  const mandates = viewer.people.reduce((sum, person) => sum + person.mandates.length, 0);
  return err({ code: 'MANDATE_REQUIRED', mandates, ask: mandates > 0 ? [] : whomToAsk(viewer.people) });
}
