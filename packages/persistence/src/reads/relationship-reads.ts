import type { FoundBond, Reads } from '@khuyenhoc/application';
import type { Bond } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorBonds, actorOfKey, actorStanding } from '../batches/actor-bond.ts';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import {
  relationshipColumns,
  relationshipFromColumns,
  type RelationshipColumns,
} from '../mappers/relationship.mapper.ts';
import { scopeParameters, within } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

/** Whom the scope sees: people of its range, and the nominees of awards in it. */
const seen = (person: string) =>
  `(${within(person)} or exists (select from award a where ${within('a')} and a.nominee_id = ${person}.id))`;

/** Told by the very words that the lock statement tells it by, so that what is offered is what is accepted. */
const bonds = `/*n:bonds*/
with ${actorBonds('array[$5::uuid]')}
select found.person_id as "personId", found.bond
from (
  select k.id as person_id, ${actorStanding('k.id')}
  from (select p.id, $5::uuid as person_id, $6::date as today, $6::date as done_on
    from unnest($4::uuid[]) ask(id)
    cross join lateral (select * from person where tenant_id = $1::uuid and id = ask.id offset 0) p
    where ${seen('p')}
  ) k
  ${actorOfKey}
) found
where found.bond is not null`;

/** What binds one person to others. */
export const readBonds: Read<'bonds'> = async (em, scope, { personId, on }, ids) => {
  const [actor] = knownIds([personId]);
  if (actor === undefined) return [];
  const parameters = [...scopeParameters(scope), knownIds(ids), actor, on];
  const rows = await statement<{ personId: PersonId; bond: Bond }>(em, bonds, parameters);
  return rows.map(({ personId: bound, bond }): FoundBond => ({ personId: bound, bond }));
};

const ofPeople = `/*n:relationships*/
select ${relationshipColumns('r')}
from relationship r
where r.tenant_id = $1::uuid and (r.person_id = any($4::uuid[]) or r.related_person_id = any($4::uuid[]))
  and exists (
    select from person p where p.tenant_id = $1::uuid and p.id in (r.person_id, r.related_person_id) and ${seen('p')}
  )
order by r.recorded_at desc, r.id`;

/** The relationships of people, on whichever side they stand. */
export const readRelationships: Read<'relationships'> = async (em, scope, ids) => {
  const parameters = [...scopeParameters(scope), knownIds(ids)];
  return (await statement<RelationshipColumns>(em, ofPeople, parameters)).map(relationshipFromColumns);
};
