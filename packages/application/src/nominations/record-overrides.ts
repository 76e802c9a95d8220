import type { Mandate, PersonHappening } from '@khuyenhoc/domain';
import { present, type PersonId, type PersonRecordId } from '@khuyenhoc/kernel';
import { recordAssociationHistory, recordPersonHistory, type HistoryMoment } from '../histories/record-history.ts';
import { sealRecord, type PeopleDeps } from '../people/seal-record.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { DuplicateRefusal } from './duplicate-refusal.ts';
import type { FoundAbout } from './find-duplicates.ts';
import type { CheckedNominee } from './checked-nominee.ts';

/** Records why children are nominated although they may be nominated already: the reason sealed, and in the history that there is one. */
export async function recordOverrides(
  deps: PeopleDeps,
  { records, histories }: Repositories,
  moment: HistoryMoment,
  nominees: readonly (CheckedNominee & { readonly about: FoundAbout; readonly person: PersonRecord })[],
): Promise<void> {
  const by = 'personId' in moment.by ? moment.by.personId : null;
  const made = nominees.flatMap(({ about: { duplicate }, overrideReason, person, plan }) => {
    if (duplicate === null || overrideReason === null) return [];
    const id = deps.ids.uuid() as PersonRecordId;
    const reason = sealRecord(deps.vault, {
      id,
      batchId: id,
      person,
      record: { kind: 'override-reason', content: { text: overrideReason } },
      replacesId: null,
      by: present(by, 'who nominates'),
      at: moment.at,
    });
    const event: PersonHappening & { readonly personId: PersonId } = {
      personId: person.id,
      type: 'person.duplicate-overridden@1',
      data: {
        campaign: plan.campaignId,
        where: [...duplicate.places],
        band: duplicate.band,
        record: id,
        reason: reason.commitment,
      },
    };
    return [{ reason, event }];
  });
  if (made.length === 0) return;
  records.add(made.map(({ reason }) => reason));
  await recordPersonHistory(
    { histories, digest: deps.digest },
    moment,
    made.map(({ event }) => event),
  );
}

/** Leaves a trace of every answer that a matching group gave, so that nobody tries out children of other networks unseen. */
export async function recordAnswersOfGroups(
  { digest }: Pick<PeopleDeps, 'digest'>,
  { histories }: Repositories,
  { moment, mandate }: { readonly moment: HistoryMoment; readonly mandate: Mandate },
  refusals: readonly (DuplicateRefusal | null)[],
): Promise<void> {
  const hits = refusals.filter(
    (refusal) => refusal?.code === 'POSSIBLE_DUPLICATE' && refusal.places.includes('MATCHING_GROUP'),
  ).length;
  if (hits === 0) return;
  const { associationId } = mandate;
  await recordAssociationHistory({ histories, digest }, moment, [
    { associationId, type: 'matching-group.answered@1', data: { hits } },
  ]);
}
