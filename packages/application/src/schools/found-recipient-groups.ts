import {
  groupFault,
  isWithin,
  type GroupComposition,
  type GroupFault,
  type Path,
  type RecipientGroupKind,
} from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  present,
  vietnamDate,
  type AssociationId,
  type CalendarDate,
  type PersonId,
  type RecipientGroupId,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordPersonHistory, type HistoryMoment } from '../histories/record-history.ts';
import type { PeopleDeps } from '../people/seal-record.ts';
import type { RecipientGroupPeriod, RecipientGroupRecord } from '../ports/schools.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

/** A group that is to be given something as one recipient. */
export interface RecipientGroupInput extends GroupComposition {
  readonly associationId: AssociationId;
  readonly kind: RecipientGroupKind;
  readonly name: string;
  readonly from: CalendarDate;
}

export type FoundRecipientGroupsRefusal =
  | Forbidden
  | NotFound
  | IdempotencyKeyReused
  | (GroupFault & { readonly index: number });

/** Founds groups, all or none: each with its members and who is paid for it, from a day on. */
export async function foundRecipientGroups(
  deps: PeopleDeps,
  session: Session,
  {
    groups: given,
    idempotencyKey,
  }: { readonly groups: readonly RecipientGroupInput[]; readonly idempotencyKey: string },
): Promise<Result<readonly RecipientGroupRecord[], FoundRecipientGroupsRefusal>> {
  const at = deps.clock.now();
  const inputs = given.map((one) => ({ ...one, name: cleanText(one.name) }));
  const items = inputs.map(({ members, ...rest }) => ({
    ...rest,
    members: members.map(({ personId, share }) => [personId, share?.parts ?? null, share?.whole ?? null]),
  }));
  const asked = { action: 'FOUND_RECIPIENT_GROUPS', items };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly RecipientGroupRecord[], FoundRecipientGroupsRefusal>> => {
      const { mandates, associations, recipientGroups } = repositories;
      const reach = await authorize(mandates, session, 'recipient-group.found', at);
      if (!reach.ok) return reach;
      const units = new Map(
        (await associations.findByIds(inputs.map((one) => one.associationId))).map((one) => [one.id, one]),
      );
      if (inputs.some((one) => !reached(units.get(one.associationId), reach.value).ok))
        return err({ code: 'NOT_FOUND' });
      const refusal = await whyNotFound(repositories, reach.value.path, inputs);
      if (refusal !== null) return err(refusal);
      return once<readonly RecipientGroupRecord[], never>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: ({ subjectId }) => recipientGroups.findBatch(subjectId),
          async act() {
            const batchId = deps.ids.uuid();
            // Ids of one millisecond are in no order; the list's is kept by giving them out sorted.
            const ids = inputs.map(() => deps.ids.uuid() as RecipientGroupId).toSorted();
            const groups = inputs.map(({ associationId, kind, name }, index): RecipientGroupRecord => {
              const { path } = present(units.get(associationId), 'the association of a group');
              const id = present(ids[index], 'the id of a group');
              return { id, associationId, path, kind, name, version: 1, batchId, createdAt: at };
            });
            const periods = inputs.map(({ members, payeeId, from }, index): RecipientGroupPeriod => {
              const groupId = present(ids[index], 'the id of a group');
              return { groupId, validFrom: from, members, payeeId, recordedAt: at, recordedBy: session.personId };
            });
            recipientGroups.add(groups, periods);
            const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
            const moment = { tenantId: session.tenantId, by, at, on: vietnamDate(at) };
            await tellMembers(deps, repositories, moment, periods);
            return ok({ value: groups, subjectId: batchId, version: groups.length });
          },
        },
      );
    },
  );
}

/** Members are people in the actor's reach, and the composition adds up. */
async function whyNotFound(
  { matching }: Repositories,
  reach: Path,
  inputs: readonly RecipientGroupInput[],
): Promise<NotFound | (GroupFault & { readonly index: number }) | null> {
  for (const [index, input] of inputs.entries()) {
    const fault = groupFault(input);
    if (fault !== null) return { ...fault, index };
  }
  const ids = [...new Set(inputs.flatMap(({ members }) => members.map(({ personId }) => personId)))];
  const people = (await matching.people(ids)).filter(({ key, path }) => key.length > 0 && isWithin(path, reach));
  return people.length < ids.length ? { code: 'NOT_FOUND' } : null;
}

async function tellMembers(
  { digest }: PeopleDeps,
  { histories }: Repositories,
  moment: HistoryMoment,
  periods: readonly RecipientGroupPeriod[],
): Promise<void> {
  const joined = periods.flatMap(({ groupId, members }) => members.map(({ personId }) => ({ personId, groupId })));
  await recordPersonHistory(
    { histories, digest },
    moment,
    joined.map(({ personId, groupId }) => ({
      personId: personId satisfies PersonId,
      type: 'person.group-changed@1',
      data: { group: groupId, member: true },
    })),
  );
}
