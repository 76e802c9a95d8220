import { isWithin, type GrantedMandate } from '@khuyenhoc/domain';
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
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { citedActs } from './cited-act.ts';
import { giveMandates, type Given, type MandateDeps } from './give-mandates.ts';
import { faultOfLoan, type LoanFault } from './loan-fault.ts';
import { lockPlaces } from './lock-places.ts';
import { faultOfMandate, type Candidate, type MandateFault } from './mandate-fault.ts';

/** Who shall act in the place of the mandate's holder, where, and from when to when. */
export interface Delegation {
  readonly personId: PersonId;
  /** The mandate's own association, or one below it. */
  readonly associationId: AssociationId;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  /** The act that says so, when there is one. */
  readonly actId: ActId | null;
}

export interface DelegateMandatesInput {
  readonly delegations: readonly Delegation[];
  /** The caller's own key: the same list sent twice is lent once. */
  readonly idempotencyKey: string;
}

type DelegationFault = NotFound | ActNotInForce | MandateFault | LoanFault;
export type DelegateMandatesRefusal = Forbidden | IdempotencyKeyReused | DelegationFault;

/**
 * Lends the mandate of the session to others, all or none: the same role, no further and no longer, and never what was lent
 * itself. Both may act then; a case still counts people, so one human fills one seat of it.
 */
export async function delegateMandates(
  deps: MandateDeps,
  session: Session,
  { delegations, idempotencyKey }: DelegateMandatesInput,
): Promise<Result<readonly GrantedMandate[], DelegateMandatesRefusal>> {
  const recordedAt = deps.clock.now();
  const asked = {
    action: 'DELEGATE_MANDATES',
    from: session.mandate.id,
    delegations: delegations.map((one) => ({ ...one })),
  };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly GrantedMandate[], DelegateMandatesRefusal>> => {
      const { mandates } = repositories;
      const reach = await authorize(mandates, session, 'mandate.delegate', recordedAt);
      if (!reach.ok) return reach;
      return once<readonly GrantedMandate[], DelegationFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: ({ subjectId }) => mandates.findGroup(subjectId),
          async act() {
            const list = await checkDelegations(repositories, session, delegations);
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

async function checkDelegations(
  repositories: Repositories,
  session: Session,
  delegations: readonly Delegation[],
): Promise<Result<readonly Given[], DelegationFault>> {
  const ids = delegations.map(({ associationId }) => associationId);
  const places = await lockPlaces(repositories, session.mandate, ids);
  if (!places.ok) return places;
  // Under its lock nobody ends the mandate meanwhile, with what rests on it.
  const [own] = await repositories.mandates.lock([session.mandate.id]);
  const from = present(own, 'the mandate of the session');
  const holders = delegations.map(({ personId }) => personId);
  const found = new Map((await repositories.people.findByIds(holders)).map((person) => [person.id, person]));
  const cited = await citedActs(
    repositories.acts,
    delegations.map(({ actId }) => actId),
  );
  const taken: Candidate[] = [...(await repositories.mandates.findOf(holders))];
  const list: Given[] = [];
  for (const [index, { personId, associationId, validFrom, validTo, actId }] of delegations.entries()) {
    const place = present(places.value[index], 'the association of a delegation');
    const person = reached(found.get(personId), from);
    if (!person.ok) return person;
    if (personId === session.personId) return err({ code: 'MANDATE_FOR_ONESELF', index });
    const lent = { kind: 'delegated', from: from.id } as const;
    const { role } = from;
    const candidate: Candidate = { personId, role, associationId, path: place.path, validFrom, validTo, lent };
    const holds = taken.filter((one) => one.personId === personId && isWithin(place.path, one.path));
    const fault =
      faultOfMandate(index, candidate, place, holds.map(asHeldAt(associationId))) ??
      faultOfLoan(index, from, candidate);
    if (fault !== null) return err(fault);
    const act = await cited(actId, { path: place.path, on: validFrom });
    if (!act.ok) return act;
    taken.push(candidate);
    list.push({ candidate, actId, decision: act.value?.number ?? from.decision });
  }
  return ok(list);
}

/** Who holds the role above a place holds it there too: lending it to him would give nothing. */
function asHeldAt(associationId: AssociationId) {
  return (held: Candidate): Candidate => ({ ...held, associationId });
}
