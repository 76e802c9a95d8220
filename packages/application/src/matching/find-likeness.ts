import { personTraitsOf, scoreMatch, type MatchScore, type TraitsOfPerson } from '@khuyenhoc/domain';
import type { PersonId, TenantId } from '@khuyenhoc/kernel';
import type { MatchablePerson, MatchingRepository, MatchKey } from '../ports/matching.ts';
import type { Vault } from '../ports/vault.ts';
import { matchKeys } from '../people/person-index.ts';
import { profileFromText } from '../people/profile.ts';

/** Somebody who may be the one that is sought, with how sure and why. */
export interface Candidate {
  readonly person: MatchablePerson;
  readonly score: MatchScore;
}

/** Who a sought person is, when all that is told is the same, and who else it may be. */
export interface Likeness {
  readonly keys: readonly MatchKey[];
  readonly self: MatchablePerson | null;
  readonly candidates: readonly Candidate[];
}

/**
 * Looks for people with these traits by blind keys, and scores those found on what is sealed; it never leaves this function. Whoever
 * was found to be somebody else is looked at as that person, who was erased is not there, and a pair that somebody decided to be
 * two people is not asked about again.
 */
export async function findLikeness(
  {
    vault,
    tenantId,
    matching,
  }: { readonly vault: Vault; readonly tenantId: TenantId; readonly matching: MatchingRepository },
  sought: readonly TraitsOfPerson[],
): Promise<readonly Likeness[]> {
  const keysOf = sought.map((traits) => matchKeys(vault, tenantId, traits));
  const found = await matching.findByKeys(distinct(keysOf.flat()));
  const byKey = Map.groupBy(found, nameOf);
  const people = await loadPeople(matching, [...new Set(found.map(({ personId }) => personId))]);
  const likeness = sought.map((traits, index): Likeness => {
    const keys = keysOf[index] ?? [];
    const ids = (of: readonly MatchKey[]) =>
      of.flatMap((key) => byKey.get(nameOf(key)) ?? []).map((one) => one.personId);
    const self = firstOf(people, ids(keys.filter(({ kind }) => kind === 'EXACT')));
    return { keys, self, candidates: candidatesOf(vault, people, traits, ids(keys), self) };
  });
  return withoutDecided(matching, likeness);
}

/** One text for one key. */
export function nameOf({ kind, key }: MatchKey): string {
  return `${kind} ${key}`;
}

function distinct(keys: readonly MatchKey[]): readonly MatchKey[] {
  return [...new Map(keys.map((key) => [nameOf(key), key])).values()];
}

type People = ReadonlyMap<PersonId, MatchablePerson>;

/** People by any of their ids, each as who he was found to be. */
async function loadPeople(matching: MatchingRepository, ids: readonly PersonId[]): Promise<People> {
  const found = await matching.people(ids);
  const joined = found.filter(({ id, canonicalId }) => id !== canonicalId);
  const firsts = new Map(
    (await matching.people(joined.map(({ canonicalId }) => canonicalId))).map((one) => [one.id, one]),
  );
  const known = found.map((one) => [one.id, firsts.get(one.canonicalId) ?? one] as const);
  return new Map(known.filter(([, { key }]) => key.length > 0));
}

/** Of several who are the same in all that is told, the one registered first. */
function firstOf(people: People, ids: readonly PersonId[]): MatchablePerson | null {
  const found = ids.flatMap((id) => people.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return found[0] ?? null;
}

function candidatesOf(
  vault: Vault,
  people: People,
  traits: TraitsOfPerson,
  ids: readonly PersonId[],
  self: MatchablePerson | null,
): readonly Candidate[] {
  const others = new Map(ids.flatMap((id) => people.get(id) ?? []).map((person) => [person.id, person]));
  const mine = { ...traits, numberKey: traits.numberKey ?? self?.numberKey ?? null };
  return [...others.values()]
    .filter(({ id }) => id !== self?.id)
    .map((person) => ({ person, score: scoreMatch(mine, traitsOfStored(vault, person)) }))
    .filter(({ score }) => score.band !== 'NONE');
}

function traitsOfStored(vault: Vault, { key, profile, numberKey }: MatchablePerson): TraitsOfPerson {
  return personTraitsOf(profileFromText(vault.open(key, profile)), numberKey);
}

/** A pair that was decided to be two people is none any more. Only somebody who is on record can have been decided about. */
async function withoutDecided(
  matching: MatchingRepository,
  likeness: readonly Likeness[],
): Promise<readonly Likeness[]> {
  const doubted = likeness.flatMap(({ self, candidates }) =>
    self === null || candidates.length === 0 ? [] : [self.id],
  );
  if (doubted.length === 0) return likeness;
  const cases = await matching.casesOf(doubted);
  const different = new Set(
    cases
      .filter(({ state }) => state === 'DIFFERENT')
      .flatMap(({ leftId, rightId }) => [`${leftId} ${rightId}`, `${rightId} ${leftId}`]),
  );
  return likeness.map((one) => ({
    ...one,
    candidates: one.candidates.filter(({ person }) => !different.has(`${one.self?.id ?? ''} ${person.id}`)),
  }));
}
