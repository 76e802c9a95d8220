import { isWithin, type Path, type Role } from '@khuyenhoc/domain';
import { err, ok, vietnamDate, type Instant, type Result } from '@khuyenhoc/kernel';
import type { MandateRepository } from '../ports/mandates.ts';
import type { Session } from '../session.ts';
import type { Permission } from './permissions.ts';
import { whyMandateForbids, type Forbidden } from './why-not-permitted.ts';

export type { Forbidden } from './why-not-permitted.ts';

/** Something named does not exist for this actor: not at all, or not within his reach. The two are not told apart. */
export interface NotFound {
  readonly code: 'NOT_FOUND';
}

/**
 * The first wall: reads the mandate again inside the transaction, so that a revocation counts at once, and compares it with the
 * permission table.
 */
export async function authorize(
  mandates: Pick<MandateRepository, 'findValid'>,
  session: Session,
  permission: Permission,
  at: Instant,
): Promise<Result<{ readonly path: Path; readonly role: Role }, Forbidden | NotFound>> {
  const mandate = await mandates.findValid(session.mandate.id, session.personId, vietnamDate(at));
  if (mandate === null) return err({ code: 'NOT_FOUND' });
  const forbidden = whyMandateForbids(mandate, permission);
  return forbidden === null ? ok({ path: mandate.path, role: mandate.role }) : err(forbidden);
}

/** What lies within the actor's reach, as a `NotFound` when it does not. */
export function reached<Thing extends { readonly path: Path }>(
  thing: Thing | undefined,
  reach: { readonly path: Path },
): Result<Thing, NotFound> {
  return thing !== undefined && isWithin(thing.path, reach.path) ? ok(thing) : err({ code: 'NOT_FOUND' });
}
