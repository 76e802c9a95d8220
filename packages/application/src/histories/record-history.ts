import type { Digest } from '@khuyenhoc/audit';
import {
  followHead,
  type AssociationHappening,
  type HistoryActor,
  type HistoryHead,
  type PersonHappening,
  type RecordedHistoryEvent,
} from '@khuyenhoc/domain';
import {
  present,
  type AssociationId,
  type CalendarDate,
  type Instant,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { HistoryKind, HistoryRepository } from '../ports/histories.ts';

/** Who did it, when it was recorded, and from which day it holds. */
export interface HistoryMoment {
  readonly tenantId: TenantId;
  readonly by: HistoryActor;
  readonly at: Instant;
  readonly on: CalendarDate;
}

/**
 * Records what happened to associations, each in its own history, and gives the heads afterwards. Call it in the unit of work
 * that does the deed, once for all of its events: the subjects are locked in id order.
 */
export function recordAssociationHistory(
  deps: { readonly histories: HistoryRepository; readonly digest: Digest },
  moment: HistoryMoment,
  happenings: readonly (AssociationHappening & { readonly associationId: AssociationId })[],
): Promise<ReadonlyMap<string, HistoryHead>> {
  const entries = happenings.map(({ associationId, type, data }) => ({ subjectId: associationId, type, data }));
  return record(deps, 'association', moment, entries);
}

/** As {@link recordAssociationHistory}, for people. */
export function recordPersonHistory(
  deps: { readonly histories: HistoryRepository; readonly digest: Digest },
  moment: HistoryMoment,
  happenings: readonly (PersonHappening & { readonly personId: PersonId })[],
): Promise<ReadonlyMap<string, HistoryHead>> {
  const entries = happenings.map(({ personId, type, data }) => ({ subjectId: personId, type, data }));
  return record(deps, 'person', moment, entries);
}

type Happening = Pick<AssociationHappening | PersonHappening, 'type' | 'data'> & { readonly subjectId: string };

async function record(
  { histories, digest }: { readonly histories: HistoryRepository; readonly digest: Digest },
  kind: HistoryKind,
  { tenantId, by, at, on }: HistoryMoment,
  happenings: readonly Happening[],
): Promise<ReadonlyMap<string, HistoryHead>> {
  const heads = new Map(
    await histories.lockHeads(
      kind,
      happenings.map((one) => one.subjectId),
    ),
  );
  const events = happenings.map(({ subjectId, type, data }): RecordedHistoryEvent => {
    const head = present(heads.get(subjectId), `the history of ${kind} ${subjectId}`);
    const event = followHead(head, { subject: { kind, id: subjectId }, tenantId, type, at, on, by, data }, digest);
    heads.set(subjectId, { seq: event.seq, hash: event.hash });
    return event;
  });
  await histories.add(kind, events);
  return heads;
}
