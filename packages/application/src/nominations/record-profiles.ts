import { present, type PersonRecordId } from '@khuyenhoc/kernel';
import { recordPersonHistory, type HistoryMoment } from '../histories/record-history.ts';
import { currentRecords } from '../people/opened-record.ts';
import { profileToText, type PersonProfile } from '../people/profile.ts';
import { recordedEvent, sealRecord, type PeopleDeps } from '../people/seal-record.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';

export interface ToldNominee {
  readonly person: PersonRecord;
  readonly profile: PersonProfile;
  readonly isNew: boolean;
}

/**
 * Records what nominations tell of children that are new, or of whom something else was told before. What stands on the person is
 * always the record made last; the award keeps the one it was judged by in its own history. Gives those of whom something was recorded.
 */
export async function recordProfiles(
  deps: PeopleDeps,
  { people, records, histories }: Repositories,
  moment: HistoryMoment,
  nominees: readonly ToldNominee[],
): Promise<readonly ToldNominee[]> {
  const told = lastOfEach(nominees).filter(
    ({ person, profile, isNew }) => isNew || deps.vault.open(person.key, person.profile) !== profileToText(profile),
  );
  if (told.length === 0) return told;
  const known = told.filter(({ isNew }) => !isNew).map(({ person }) => person.id);
  const standing = known.length === 0 ? [] : currentRecords(await records.findOf(known));
  const profileOf = new Map(standing.filter(({ kind }) => kind === 'profile').map((one) => [one.personId, one.id]));
  const by = 'personId' in moment.by ? moment.by.personId : null;
  const made = told.map(({ person, profile }) => {
    const id = deps.ids.uuid() as PersonRecordId;
    return sealRecord(deps.vault, {
      id,
      batchId: id,
      person,
      record: { kind: 'profile', content: profile },
      replacesId: profileOf.get(person.id) ?? null,
      by: present(by, 'who nominates'),
      at: moment.at,
    });
  });
  records.add(made);
  await people.saveProfiles(
    told.map(({ person, profile }) => ({
      id: person.id,
      profile: deps.vault.encrypt(person.key, profileToText(profile)),
    })),
  );
  await recordPersonHistory({ histories, digest: deps.digest }, moment, made.map(recordedEvent));
  return told;
}

/** One child named twice in a list is told of by the last that names it, and is as new as it was for the first. */
function lastOfEach(nominees: readonly ToldNominee[]): readonly ToldNominee[] {
  const last = new Map<string, ToldNominee>();
  for (const one of nominees)
    last.set(one.person.id, { ...one, isNew: one.isNew || last.get(one.person.id)?.isNew === true });
  return [...last.values()];
}
