import { matchTexts, personTraitsOf, type BirthTold, type Path, type TraitsOfPerson } from '@khuyenhoc/domain';
import { nameSortKey, searchWords, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import type { MatchKey } from '../ports/matching.ts';
import type { PersonSearchRow } from '../ports/people.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { PersonProfile } from './profile.ts';

/** A person as it is to be found: by the words of the name, and by blind keys of what is told. */
export interface IndexedPerson {
  readonly id: PersonId;
  readonly path: Path;
  readonly profile: PersonProfile;
  /** What papers say of the birth, when they say more or other than the profile. */
  readonly birth: BirthTold | null;
  /** Whether others may be found to be this person; officials are searched by name and matched with nobody. */
  readonly isMatched: boolean;
}

/**
 * Derives anew by what people are found. It follows every change of a name, a birth date or a school in the same transaction, so
 * that no list shows what the record no longer says.
 */
export async function indexPeople(
  { vault, tenantId }: { readonly vault: Vault; readonly tenantId: TenantId },
  { search, matching }: Pick<Repositories, 'search' | 'matching'>,
  people: readonly IndexedPerson[],
): Promise<void> {
  if (people.length === 0) return;
  await search.save(people.map(searchRow));
  const matched = people.filter(({ isMatched }) => isMatched);
  if (matched.length === 0) return;
  await matching.saveKeys(
    matched.map((person) => ({ personId: person.id, keys: matchKeys(vault, tenantId, indexedTraits(person)) })),
  );
}

/** The blind keys under which a person with these traits is looked for. */
export function matchKeys(vault: Vault, tenantId: TenantId, traits: TraitsOfPerson): readonly MatchKey[] {
  return matchTexts(traits).map(({ kind, text }) => ({ kind, key: vault.blindIndex(tenantId, 'person-match', text) }));
}

/** The traits of an indexed person: the profile, with the birth that papers tell. */
function indexedTraits({ profile, birth }: Pick<IndexedPerson, 'profile' | 'birth'>): TraitsOfPerson {
  const traits = personTraitsOf(profile, null);
  return birth === null ? traits : { ...traits, birth };
}

function searchRow(person: IndexedPerson): PersonSearchRow {
  const { id, path, profile } = person;
  return {
    personId: id,
    path,
    words: searchWords(profile.fullName).map((word) => word.slice(0, longestWord)),
    sortKey: nameSortKey(profile.fullName),
    birthYear: indexedTraits(person).birth?.year ?? null,
  };
}

/** No word of a name is as long; an index entry has a limit, and a search for it would be cut the same way. */
export const longestWord = 40;
