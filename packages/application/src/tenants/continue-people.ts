import type { Digest } from '@khuyenhoc/audit';
import { crossingIds, nearestFirst, type Association, type CrossingPlan } from '@khuyenhoc/domain';
import { present, type AssociationId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { isErased } from '../erasures/is-erased.ts';
import { birthOnPaper, openFiles } from '../people/person-file.ts';
import { indexPeople, type IndexedPerson } from '../people/person-index.ts';
import { matchText, profileFromText } from '../people/profile.ts';
import type { ContinuedPerson, CrossingRepositories } from '../ports/crossings.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { Vault } from '../ports/vault.ts';
import type { CrossingLuggage } from './read-crossing.ts';

interface CrossingSecrets {
  readonly vault: Vault;
  readonly digest: Digest;
}

/**
 * The blind index of each child in another tenant. It is keyed by tenant, so that nobody can compare two networks; for that its
 * text is read once more, and goes nowhere.
 */
export function matchKeysOf(
  { vault, digest }: CrossingSecrets,
  tenantId: TenantId,
  people: readonly PersonRecord[],
): ReadonlyMap<PersonId, string> {
  return new Map(
    people.map(({ id, key, profile }) => [
      id,
      // Of a child that was erased nothing is left to be read, and nobody is ever compared with it.
      isErased({ key })
        ? digest(`erased ${tenantId} ${id}`)
        : vault.blindIndex(tenantId, 'person-match', matchText(profileFromText(vault.open(key, profile)))),
    ]),
  );
}

/**
 * Children, and officials who took a step, go on as rows of this tenant. The wrapped key goes along: what was sealed under it
 * stays readable and its commitments stay true. So the key is in two places, and an erasure must reach both: the new row names
 * the one it continues.
 */
export async function continuePeople(
  repositories: CrossingRepositories,
  { vault, digest }: CrossingSecrets,
  {
    plan,
    luggage,
    successorOf,
  }: {
    readonly plan: CrossingPlan;
    readonly luggage: CrossingLuggage;
    readonly successorOf: ReadonlyMap<AssociationId, Association>;
  },
): Promise<void> {
  const { crossings, mandates } = repositories;
  const keyOf = matchKeysOf({ vault, digest }, plan.into, luggage.people);
  const ids = crossingIds(plan.from, plan.into, digest);
  const idOf = (person: PersonId) => present(plan.people.get(person), 'a person on the other side');
  const continued = luggage.people.flatMap((person): readonly ContinuedPerson[] => {
    if (plan.knownPeople.has(person.id)) return [];
    const unit = present(nearestFirst(person.path)[0], 'where a person stands');
    const { path } = present(successorOf.get(unit), 'the successor of where a person stands');
    const matchKey = person.matchKey === null || isErased(person) ? null : (keyOf.get(person.id) ?? null);
    return [{ id: idOf(person.id), path, matchKey, continues: { tenantId: plan.from, personId: person.id } }];
  });
  await crossings.continuePeople(continued, luggage.belongings, {
    person: (id) => plan.people.get(id as PersonId) ?? id,
    row: (id) => ids.of('row', id),
  });
  await index(vault, repositories, plan.into, continued);
  const fresh = luggage.identities.filter(({ personId }) => !plan.knownPeople.has(personId));
  mandates.addIdentities(fresh.map((identity) => ({ ...identity, personId: idOf(identity.personId) })));
}

/** By what people are found is keyed and rooted in a tenant, so it is derived anew. */
async function index(
  vault: Vault,
  repositories: CrossingRepositories,
  tenantId: TenantId,
  people: readonly ContinuedPerson[],
): Promise<void> {
  const files = await openFiles(
    vault,
    repositories,
    people.map(({ id }) => id),
  );
  const indexed = people.flatMap(({ id, path, matchKey }): readonly IndexedPerson[] => {
    const file = files.get(id);
    const isMatched = matchKey !== null;
    return file === undefined ? [] : [{ id, path, profile: file.profile, birth: birthOnPaper(file), isMatched }];
  });
  await indexPeople({ vault, tenantId }, repositories, indexed);
}
