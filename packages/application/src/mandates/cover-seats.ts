import { kindOf, type Association, type GrantedMandate, type Role } from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type PersonId,
  type Result,
} from '@khuyenhoc/kernel';
import type { ActNotInForce } from '../acts/in-force-acts.ts';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { citedActs } from './cited-act.ts';
import { giveMandates, type Given, type MandateDeps } from './give-mandates.ts';
import { coversPeriod, faultOfLoan, type LoanFault } from './loan-fault.ts';
import { lockPlaces } from './lock-places.ts';
import { faultOfMandate, type Candidate, type MandateFault } from './mandate-fault.ts';

/** Who of which association fills which seat of another, from when to when, and by which act. */
export interface SeatCover {
  /** Whose seat it is. */
  readonly associationId: AssociationId;
  readonly role: Role;
  /** The parent, or a neighbour. */
  readonly coveredBy: AssociationId;
  readonly personId: PersonId;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly actId: ActId;
}

export interface CoverSeatsInput {
  readonly covers: readonly SeatCover[];
  /** The caller's own key: the same list sent twice is covered once. */
  readonly idempotencyKey: string;
}

/** The person does not hold the role in the covering association on all of the days: only who may do it there does it here. */
export interface CoverNotHeld {
  readonly code: 'COVER_NOT_HELD';
  readonly index: number;
  readonly role: Role;
  readonly coveredBy: AssociationId;
}

type CoverFault = NotFound | ActNotInForce | MandateFault | LoanFault | CoverNotHeld;
export type CoverSeatsRefusal = Forbidden | IdempotencyKeyReused | CoverFault;

/**
 * Has seats of an association filled by people of its parent or of a neighbour, all or none. Whoever declares it must reach both:
 * no association takes another's people, and none is given power over another, but by those above both. It may be declared
 * although the seat is filled: a sole verifier cannot judge his own child's case.
 */
export async function coverSeats(
  deps: MandateDeps,
  session: Session,
  { covers, idempotencyKey }: CoverSeatsInput,
): Promise<Result<readonly GrantedMandate[], CoverSeatsRefusal>> {
  const recordedAt = deps.clock.now();
  const asked = { action: 'COVER_SEATS', covers: covers.map((one) => ({ ...one })) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly GrantedMandate[], CoverSeatsRefusal>> => {
      const { mandates } = repositories;
      const reach = await authorize(mandates, session, 'mandate.cover', recordedAt);
      if (!reach.ok) return reach;
      return once<readonly GrantedMandate[], CoverFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: ({ subjectId }) => mandates.findGroup(subjectId),
          async act() {
            const ids = covers.flatMap(({ associationId, coveredBy }) => [associationId, coveredBy]);
            const places = await lockPlaces(repositories, reach.value, ids);
            if (!places.ok) return places;
            const byId = new Map(places.value.map((one) => [one.id, one]));
            const list = await checkCovers(repositories, session, byId, covers);
            if (!list.ok) return list;
            return ok(
              await giveMandates(deps, repositories, { session, role: reach.value.role, recordedAt }, list.value),
            );
          },
        },
      );
    },
  );
}

async function checkCovers(
  { acts, mandates }: Repositories,
  session: Session,
  places: ReadonlyMap<AssociationId, Association>,
  covers: readonly SeatCover[],
): Promise<Result<readonly Given[], CoverFault>> {
  const held = await mandates.findOf(covers.map(({ personId }) => personId));
  // Under their locks nobody ends what the covers rest on meanwhile.
  const locked = await mandates.lock(held.map(({ id }) => id));
  const cited = await citedActs(
    acts,
    covers.map(({ actId }) => actId),
  );
  const taken: Candidate[] = [...locked];
  const list: Given[] = [];
  for (const [index, cover] of covers.entries()) {
    const { personId, associationId, role, coveredBy, validFrom, validTo, actId } = cover;
    const place = present(places.get(associationId), 'the association of a cover');
    if (personId === session.personId) return err({ code: 'MANDATE_FOR_ONESELF', index });
    const from = locked.find((one) => mayFill(one, cover));
    if (from === undefined) return err({ code: 'COVER_NOT_HELD', index, role, coveredBy });
    const lent = { kind: 'cover', from: from.id, by: coveredBy } as const;
    const candidate: Candidate = { personId, role, associationId, path: place.path, validFrom, validTo, lent };
    const holds = taken.filter((one) => one.personId === personId);
    const fault = faultOfMandate(index, candidate, place, holds) ?? faultOfLoan(index, from, candidate);
    if (fault !== null) return err(fault);
    const act = await cited(actId, { path: place.path, on: validFrom });
    if (!act.ok) return act;
    taken.push(candidate);
    list.push({ candidate, actId, decision: present(act.value, 'the act of a cover').number });
  }
  return ok(list);
}

/** Whether a mandate is the person's own, in the covering association, in that role, on all of the days. */
function mayFill(mandate: GrantedMandate, { personId, role, coveredBy, validFrom, validTo }: SeatCover): boolean {
  const isIt = mandate.personId === personId && mandate.role === role && mandate.associationId === coveredBy;
  return isIt && kindOf(mandate) === 'own' && coversPeriod(mandate, validFrom, validTo);
}
