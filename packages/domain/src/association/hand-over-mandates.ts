import { addDays, err, ok, type Result } from '@khuyenhoc/kernel';
import { assign } from './assign.ts';
import type { Association } from './association.ts';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import type { MandateHandover } from './reorganisation-plan.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { Handover, ReorganisationDeed } from './reorganisation.ts';

/** Whose mandates end, and who may take them over. */
export interface EndingSeats {
  readonly snapshot: OrganisationSnapshot;
  readonly deed: ReorganisationDeed;
  readonly dissolved: ReadonlyMap<Association['id'], Association>;
  readonly successorIds: ReadonlySet<Association['id']>;
  readonly mandates: Handover['mandates'];
}

/**
 * Ends every mandate at what is dissolved, or carries it to a successor. Access changes on the day this is recorded, also when the
 * act holds from an earlier one: what was done meanwhile was done under a mandate.
 */
export function handOverMandates({
  snapshot,
  deed,
  dissolved,
  successorIds,
  mandates: destinations,
}: EndingSeats): Result<readonly MandateHandover[], ReorganisationRefusal> {
  const { today } = snapshot;
  const ending = snapshot.mandates.filter(
    ({ associationId, lent }) => dissolved.has(associationId) && lent === undefined,
  );
  // What was lent ends with what it was lent from; the successor's people lend anew.
  const lent = snapshot.mandates.filter((one) => one.lent !== undefined);
  for (const { id: mandateId, associationId, validFrom } of snapshot.mandates) {
    if (validFrom >= today)
      return err({ code: 'MANDATE_NOT_BEGUN', mandateId, associationId, validFrom, closedOn: deed.on });
  }
  const assigned = assign({
    what: 'MANDATE',
    things: ending,
    destinations,
    successors: successorIds,
    otherwise: () => null,
    mayEnd: true,
  });
  if (!assigned.ok) return assigned;
  const lastDay = addDays(today, -1);
  return ok([
    ...ending.map((mandate) => ({ mandate, lastDay, to: assigned.value.get(mandate.id) ?? null })),
    ...lent.map((mandate) => ({ mandate, lastDay, to: null })),
  ]);
}
