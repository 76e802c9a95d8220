import type { Digest } from '@khuyenhoc/audit';
import type { GrantedMandate, Role } from '@khuyenhoc/domain';
import { present, vietnamDate, type ActId, type Instant, type MandateId } from '@khuyenhoc/kernel';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { grantOf, type Candidate } from './mandate-fault.ts';

export interface MandateDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}

/** Who gives mandates, under which role, and when. */
export interface Giving {
  readonly session: Session;
  readonly role: Role;
  readonly recordedAt: Instant;
}

/** A mandate to be given, and the act that says so. */
export interface Given {
  readonly candidate: Candidate;
  readonly actId: ActId | null;
  readonly decision: string;
}

/** Gives mandates that were found in order: rows, and an event in the history of each association. */
export async function giveMandates(
  deps: MandateDeps,
  { mandates, histories }: Pick<Repositories, 'mandates' | 'histories'>,
  { session, role, recordedAt }: Giving,
  list: readonly Given[],
): Promise<{ readonly value: readonly GrantedMandate[]; readonly subjectId: string; readonly version: number }> {
  const groupId = deps.ids.uuid();
  // Ids of one millisecond have no order of their own; sorted, they tell the order of the list again when it is recalled.
  const ids = list.map(() => deps.ids.uuid() as MandateId).toSorted();
  const value = list.map(({ candidate, actId, decision }, index): GrantedMandate => ({
    ...candidate,
    id: present(ids[index], 'an id a mandate'),
    decision,
    actId,
    grantedBy: session.personId,
    groupId,
    recordedAt,
  }));
  mandates.addAll(value);
  const by = { personId: session.personId, mandateId: session.mandate.id, role };
  await recordAssociationHistory(
    { histories, digest: deps.digest },
    { tenantId: session.tenantId, by, at: recordedAt, on: vietnamDate(recordedAt) },
    value.map((one) => ({ associationId: one.associationId, type: 'mandate.granted@1', data: grantOf(one) })),
  );
  return { value, subjectId: groupId, version: 1 };
}
