import { isWithin, type Path, type Role } from '@khuyenhoc/domain';
import { err, ok, vietnamDate, type Instant, type Result } from '@khuyenhoc/kernel';
import type { MandateRepository } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { isPermitted, permissions, type Permission } from './permissions.ts';

/** The actor may not do this: his mandate's role does not allow it, or it is no longer valid. */
export interface Forbidden {
  readonly code: 'FORBIDDEN';
  readonly permission: Permission;
  readonly required: readonly Role[];
  readonly role: Role;
}

/** Something named does not exist for this actor: not at all, or not within his reach. The two are not told apart. */
export interface NotFound {
  readonly code: 'NOT_FOUND';
}

/**
 * The first wall: reads the mandate again inside the transaction, so that a revocation counts at once, and compares its role
 * with the permission table.
 */
export async function authorize(
  mandates: MandateRepository,
  session: Session,
  permission: Permission,
  at: Instant,
): Promise<Result<{ readonly path: Path; readonly role: Role }, Forbidden | NotFound>> {
  const mandate = await mandates.findValid(session.mandate.id, session.personId, vietnamDate(at));
  if (mandate === null) return err({ code: 'NOT_FOUND' });
  if (isPermitted(mandate.role, permission)) return ok({ path: mandate.path, role: mandate.role });
  return err({ code: 'FORBIDDEN', permission, required: permissions[permission], role: mandate.role });
}

/** What lies within the actor's reach, as a `NotFound` when it does not. */
export function reached<Thing extends { readonly path: Path }>(
  thing: Thing | undefined,
  reach: { readonly path: Path },
): Result<Thing, NotFound> {
  return thing !== undefined && isWithin(thing.path, reach.path) ? ok(thing) : err({ code: 'NOT_FOUND' });
}
