import { isWithin, type Path } from '@khuyenhoc/domain';
import { err, ok, present, vietnamDate, type PersonId, type PersonRecordId, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { SubjectErased } from '../consents/consent-input.ts';
import { recordPersonHistory, type HistoryMoment } from '../histories/record-history.ts';
import type { StoredRecord } from '../ports/people.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { checkRecord, warningsOf, type CheckedRecord } from './check-record.ts';
import { claimNumbers, type NumberClaims } from './claim-numbers.ts';
import { openRecord } from './opened-record.ts';
import { birthOnPaper, openFiles, withRecord, type PersonFile } from './person-file.ts';
import { indexPeople } from './person-index.ts';
import { profileToText } from './profile.ts';
import type { RecordContent } from './record-contents.ts';
import type { MadeRecord, PersonRecordInput, RecordFault } from './record-input.ts';
import { recordedEvent, sealRecord, type PeopleDeps } from './seal-record.ts';

export interface RecordAboutPeopleInput {
  readonly records: readonly PersonRecordInput[];
  /** The caller's own key: the same list sent twice is recorded once. */
  readonly idempotencyKey: string;
}

/** The records in the order of the list. */
export interface RecordedAboutPeople {
  readonly records: readonly MadeRecord[];
  readonly replayed: boolean;
}

export type RecordAboutPeopleRefusal = Forbidden | NotFound | SubjectErased | IdempotencyKeyReused | RecordFault;

/**
 * Writes down things about people, all or none: each is sealed under its person's key and named in the person's history by a hash.
 * Nothing that was recorded is changed; a correction is a record in the place of another one. Names, birth dates and numbers are
 * what people are found by, so the search follows in the same transaction.
 */
export async function recordAboutPeople(
  deps: PeopleDeps,
  session: Session,
  { records: inputs, idempotencyKey }: RecordAboutPeopleInput,
): Promise<Result<RecordedAboutPeople, RecordAboutPeopleRefusal>> {
  const at = deps.clock.now();
  const { vault } = deps;
  const items = inputs.map(({ content, ...rest }) => ({ ...rest, content: JSON.stringify(content) ?? '' }));
  const asked = { action: 'RECORD_ABOUT_PEOPLE', items };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<RecordedAboutPeople, RecordAboutPeopleRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'person.record', at);
      if (!reach.ok) return reach;
      const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
      const moment = { tenantId: session.tenantId, by, at, on: vietnamDate(at) };
      return once<RecordedAboutPeople, RecordAboutPeopleRefusal>(
        repositories,
        { vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: async ({ subjectId }) => ({ records: await recall(deps, repositories, subjectId), replayed: true }),
          async act() {
            const batch = { session, moment, reach: reach.value.path, batchId: deps.ids.uuid() };
            const made = await record(deps, repositories, batch, inputs);
            if (!made.ok) return made;
            const value = { records: made.value, replayed: false };
            return ok({ value, subjectId: batch.batchId, version: inputs.length });
          },
        },
      );
    },
  );
}

interface Batch {
  readonly session: Session;
  readonly moment: HistoryMoment;
  readonly reach: Path;
  readonly batchId: string;
}

interface Checked extends CheckedRecord {
  readonly personId: PersonId;
  readonly stored: StoredRecord;
}

async function record(
  deps: PeopleDeps,
  repositories: Repositories,
  batch: Batch,
  inputs: readonly PersonRecordInput[],
): Promise<Result<readonly MadeRecord[], NotFound | SubjectErased | RecordFault>> {
  const ids = [...new Set(inputs.map(({ personId }) => personId))];
  const people = new Map((await repositories.matching.people(ids)).map((one) => [one.id, one]));
  if (ids.some((id) => !isWithin(people.get(id)?.path ?? ('' as Path), batch.reach))) return err({ code: 'NOT_FOUND' });
  if (people.values().some(({ key }) => key.length === 0)) return err({ code: 'SUBJECT_ERASED' });
  const files = new Map(await openFiles(deps.vault, repositories, ids));
  const checked = checkAll(deps, batch, files, inputs);
  if (!checked.ok) return checked;
  const numbers = await claimAll(deps, repositories, batch, files, checked.value);
  if (!numbers.ok) return numbers;
  await write(deps, repositories, batch, files, { checked: checked.value, numbers: numbers.value });
  return ok(
    checked.value.map(({ stored, personId, warnings }, index) => ({
      recordId: stored.id,
      personId,
      kind: present(inputs[index], 'the input of a record').kind,
      warnings,
    })),
  );
}

/** Checks each record against the file with all before it in the list; the files are left as they will be. */
function checkAll(
  deps: PeopleDeps,
  { moment, batchId, session }: Batch,
  files: Map<PersonId, PersonFile>,
  inputs: readonly PersonRecordInput[],
): Result<readonly Checked[], RecordFault> {
  // Ids of one millisecond are in no order; the list's is kept by giving them out sorted.
  const ids = inputs.map(() => deps.ids.uuid() as PersonRecordId).toSorted();
  const all: Checked[] = [];
  for (const [index, input] of inputs.entries()) {
    const file = present(files.get(input.personId), 'the file of a person');
    const checked = checkRecord(file, input, index);
    if (!checked.ok) return checked;
    const { record: content, replacesId } = checked.value;
    const made = { id: present(ids[index], 'the id of a record'), replacesId, batchId };
    const stored = sealRecord(deps.vault, {
      ...made,
      person: file.person,
      record: content,
      by: session.personId,
      at: moment.at,
    });
    files.set(input.personId, withRecord(file, openRecord(deps.vault, file.person.key, stored)));
    all.push({ ...checked.value, personId: input.personId, stored });
  }
  return ok(all);
}

function claimAll(
  deps: PeopleDeps,
  { matching }: Repositories,
  { session, reach, moment }: Batch,
  files: ReadonlyMap<PersonId, PersonFile>,
  checked: readonly Checked[],
): Promise<Result<NumberClaims, RecordFault>> {
  const said = checked.flatMap(({ record: { kind, content }, personId }, index) =>
    kind === 'identity-number'
      ? [{ index, person: present(files.get(personId), 'the file of a person').person, digits: content.number }]
      : [],
  );
  return claimNumbers({ ...deps, matching }, { tenantId: session.tenantId, reach, at: moment.at }, said);
}

/** A name, a birth date or a school that changed is found by what it is now. */
const indexed: ReadonlySet<RecordContent['kind']> = new Set(['profile', 'birth']);

async function write(
  deps: PeopleDeps,
  repositories: Repositories,
  { session, moment }: Batch,
  files: ReadonlyMap<PersonId, PersonFile>,
  { checked, numbers }: { readonly checked: readonly Checked[]; readonly numbers: NumberClaims },
): Promise<void> {
  const { people, records, matching, histories } = repositories;
  records.add(checked.map(({ stored }) => stored));
  const events = checked.map(({ stored }) => recordedEvent(stored));
  await recordPersonHistory({ histories, digest: deps.digest }, moment, events);
  const changed = new Set(checked.filter(({ record: { kind } }) => indexed.has(kind)).map(({ personId }) => personId));
  const touched = [...changed].map((id) => present(files.get(id), 'the file of a person'));
  await people.saveProfiles(
    touched.map(({ person, profile }) => ({
      id: person.id,
      profile: deps.vault.encrypt(person.key, profileToText(profile)),
    })),
  );
  await indexPeople(
    { vault: deps.vault, tenantId: session.tenantId },
    repositories,
    touched.map((file) => ({
      id: file.person.id,
      path: file.person.path,
      profile: file.profile,
      birth: birthOnPaper(file),
      isMatched: file.person.matchKey !== null,
    })),
  );
  if (numbers.claims.length > 0) await matching.claimNumbers(numbers.claims);
  if (numbers.cases.length > 0) await matching.addCases(numbers.cases);
}

/** What an earlier sending made, with the warnings that hold today. */
async function recall(
  { vault }: PeopleDeps,
  repositories: Repositories,
  batchId: string,
): Promise<readonly MadeRecord[]> {
  const stored = await repositories.records.findBatch(batchId);
  const files = await openFiles(
    vault,
    repositories,
    stored.map(({ personId }) => personId),
  );
  return stored.flatMap(({ id: recordId, personId, kind, ...rest }) => {
    const file = files.get(personId);
    if (kind === 'override-reason' || kind === 'match-reason') return [];
    const opened = file && openRecord(vault, file.person.key, { id: recordId, personId, kind, ...rest });
    const warnings = file === undefined || opened === undefined ? [] : warningsOf(file, opened);
    return [{ recordId, personId, kind, warnings }];
  });
}
