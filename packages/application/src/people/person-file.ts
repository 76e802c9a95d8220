import type { BirthTold } from '@khuyenhoc/domain';
import { present, type PersonId, type PersonRecordId } from '@khuyenhoc/kernel';
import type { MatchablePerson } from '../ports/matching.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { currentRecords, openRecord, type OpenedRecord } from './opened-record.ts';
import { profileFromText, type PersonProfile } from './profile.ts';
import type { RecordContent } from './record-contents.ts';

/** All that is on record of a person just now, opened; what a list records is put in as it goes. */
export interface PersonFile {
  readonly person: MatchablePerson;
  readonly profile: PersonProfile;
  readonly records: readonly OpenedRecord[];
}

/** Opens the files of people who were not erased. */
export async function openFiles(
  vault: Vault,
  { records, matching }: Pick<Repositories, 'records' | 'matching'>,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonFile>> {
  const people = (await matching.people(ids)).filter(({ key }) => key.length > 0);
  const keys = new Map(people.map(({ id, key }) => [id, key]));
  const stored = await records.findOf(people.map(({ id }) => id));
  const opened = currentRecords(stored).map((one) =>
    openRecord(vault, present(keys.get(one.personId), 'the key of a record'), one),
  );
  const byPerson = Map.groupBy(opened, ({ personId }) => personId);
  return new Map(
    people.map((person) => [
      person.id,
      {
        person,
        profile: profileFromText(vault.open(person.key, person.profile)),
        records: byPerson.get(person.id) ?? [],
      },
    ]),
  );
}

/** The current record of a kind of which a person has one. */
export function theOne<Kind extends RecordContent['kind']>(
  file: PersonFile,
  kind: Kind,
): Extract<OpenedRecord, { readonly kind: Kind }> | undefined {
  return file.records.findLast((one): one is Extract<OpenedRecord, { readonly kind: Kind }> => one.kind === kind);
}

/** The file with a record in it, in the place of what it replaces. */
export function withRecord(file: PersonFile, record: OpenedRecord): PersonFile {
  const { replacesId } = record;
  const records = [...file.records.filter(({ id }) => id !== replacesId), record];
  return { ...file, records, profile: record.kind === 'profile' ? record.content : file.profile };
}

/** Whether a record of the file can be replaced by one of a kind. */
export function isReplaceable(file: PersonFile, id: PersonRecordId, kind: RecordContent['kind']): boolean {
  return file.records.some((one) => one.id === id && one.kind === kind);
}

/** The birth that papers tell, as it is compared; null when there are none. */
export function birthOnPaper(file: PersonFile): BirthTold | null {
  const born = theOne(file, 'birth')?.content.born;
  if (born === undefined) return null;
  if (born.precision !== 'day')
    return { year: born.year, month: born.precision === 'month' ? born.month : null, day: null };
  const [year = 0, month = 0, day = 0] = born.date.split('-').map(Number);
  return { year, month, day };
}
