import { personTraitsOf } from '@khuyenhoc/domain';
import { err, ok, present, vietnamDate, type PersonId, type Result } from '@khuyenhoc/kernel';
import { birthOnPaper, openFiles, type PersonFile } from '../people/person-file.ts';
import { indexPeople, type IndexedPerson } from '../people/person-index.ts';
import { profileToText } from '../people/profile.ts';
import type { PeopleDeps } from '../people/seal-record.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { Session } from '../session.ts';
import type { CheckedNominee } from './checked-nominee.ts';
import { findDuplicates, type FoundAbout } from './find-duplicates.ts';
import { openMatchCases } from './open-match-cases.ts';
import { recordProfiles, type ToldNominee } from './record-profiles.ts';
import { recordAnswersOfGroups, recordOverrides } from './record-overrides.ts';
import type { DuplicateRefusal } from './duplicate-refusal.ts';

/**
 * Registers nominees, each once, and tells which may be nominated already and are left out. A child that was here before has a new
 * grade, perhaps a new guardian: what is told now is recorded in the place of what was told then, and nothing is lost.
 */
export async function registerNominees(
  deps: PeopleDeps,
  session: Session,
  nominees: readonly CheckedNominee[],
): Promise<readonly Result<PersonRecord, DuplicateRefusal>[]> {
  if (nominees.length === 0) return [];
  const at = deps.clock.now();
  return deps.unitOfWork.run(session.tenantId, async (repositories) => {
    const { tenantId, personId, mandate } = session;
    const by = { personId, mandateId: mandate.id, role: mandate.role };
    const moment = { tenantId, by, at, on: vietnamDate(at) };
    const found = await findAll(deps, session, repositories, nominees);
    const refusals = found.map((about, index) => refusalOf(about, present(nominees[index], 'a nominee')));
    const taken = nominees.flatMap((nominee, index) => {
      const about = present(found[index], 'what was found about a nominee');
      return refusals[index] === null ? [{ ...nominee, index, about }] : [];
    });
    const people = await findOrAdd(deps, repositories, taken);
    const registered = taken.map((nominee, place) => ({ ...nominee, ...present(people[place], 'a registered child') }));
    const told = await recordProfiles(deps, repositories, moment, registered);
    await indexTold(deps, session, repositories, told);
    await recordOverrides(deps, repositories, moment, registered);
    await recordAnswersOfGroups(deps, repositories, { moment, mandate }, refusals);
    await openMatchCases(deps, repositories, at, registered);
    await repositories.matchingGroups.addEntries(
      registered.flatMap(({ about, person }) =>
        about.groupKeys.map(({ groupId, key }) => ({ groupId, key, personId: person.id })),
      ),
    );
    const byIndex = new Map(registered.map(({ index, person }) => [index, person]));
    return refusals.map((refusal, index) =>
      refusal === null ? ok(present(byIndex.get(index), 'a registered child')) : err(refusal),
    );
  });
}

/** By what was told people are found from now on; what papers say of a birth goes before it. */
async function indexTold(
  { vault }: PeopleDeps,
  { tenantId }: Session,
  repositories: Repositories,
  told: readonly ToldNominee[],
): Promise<void> {
  const known = told.filter(({ isNew }) => !isNew).map(({ person }) => person.id);
  const files = known.length === 0 ? new Map<PersonId, PersonFile>() : await openFiles(vault, repositories, known);
  const indexed = told.map(({ person, profile }): IndexedPerson => {
    const file = files.get(person.id);
    const birth = file === undefined ? null : birthOnPaper(file);
    return { id: person.id, path: person.path, profile, birth, isMatched: true };
  });
  await indexPeople({ vault, tenantId }, repositories, indexed);
}

/** What was sent before under its key has had its effect: the writer answers it, whatever was nominated since. */
async function findAll(
  { vault }: PeopleDeps,
  { tenantId }: Session,
  repositories: Repositories,
  nominees: readonly CheckedNominee[],
): Promise<readonly FoundAbout[]> {
  const replayed = await repositories.keys.find(nominees.map(({ idempotencyKey }) => idempotencyKey));
  const found = await findDuplicates(
    { vault, tenantId },
    repositories,
    nominees.map(({ profile, plan, idempotencyKey, overrideReason }) => ({
      campaign: { id: plan.campaignId, schoolYear: plan.schoolYear },
      traits: personTraitsOf(profile, null),
      isCertain: overrideReason !== null || replayed.has(idempotencyKey),
    })),
  );
  return found.map((about, index) =>
    replayed.has(nominees[index]?.idempotencyKey ?? '') ? { ...about, isNominated: false, duplicate: null } : about,
  );
}

function refusalOf(
  { isNominated, duplicate }: FoundAbout,
  { overrideReason }: CheckedNominee,
): DuplicateRefusal | null {
  // It was found to be one child, so a second award is no matter of reasons.
  if (isNominated) return { code: 'DUPLICATE_NOMINATION' };
  if (duplicate === null || overrideReason !== null) return null;
  return { code: 'POSSIBLE_DUPLICATE', ...duplicate };
}

interface Taken extends CheckedNominee {
  readonly about: FoundAbout;
}

async function findOrAdd(
  deps: PeopleDeps,
  { people }: Repositories,
  taken: readonly Taken[],
): Promise<readonly { readonly person: PersonRecord; readonly isNew: boolean }[]> {
  const createdAt = deps.clock.now();
  const known = new Map(
    (await people.findByIds(taken.flatMap(({ about }) => about.likeness.self?.id ?? []))).map((one) => [one.id, one]),
  );
  const fresh = taken.flatMap(({ profile, path, about }): readonly PersonRecord[] => {
    if (about.likeness.self !== null) return [];
    const key = deps.vault.newSubject();
    const exact = present(
      about.likeness.keys.find(({ kind }) => kind === 'EXACT'),
      'the exact key of a child',
    );
    const sealed = deps.vault.encrypt(key, profileToText(profile));
    return [{ id: deps.ids.uuid() as PersonId, path, matchKey: exact.key, key, profile: sealed, createdAt }];
  });
  const standing = (fresh.length === 0 ? [] : await people.findOrAddByMatchKey(fresh)).values();
  const added = new Set(fresh.map(({ id }) => id));
  return taken.map(({ about }) => {
    const { self } = about.likeness;
    if (self !== null) return { person: present(known.get(self.id), 'a known child'), isNew: false };
    const person = present(standing.next().value, 'a registered child');
    return { person, isNew: added.delete(person.id) };
  });
}
