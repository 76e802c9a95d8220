import type { ActorStanding } from '@khuyenhoc/application';
import { parsePath, type Bond, type Role } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';

/**
 * What binds the actors of a batch to its nominees. Both tables are made once a statement, for the few people who act in it, and
 * asked for each command: whose relative a child is must not cost a look-up a child. Every record of one human counts as that human.
 * The tenant is `$1`; `people` is the parameter with the actors' ids, one a command.
 */
export function actorBonds(people: string): string {
  return `actor as materialized (
  select x.person_id, array(
    select p.id from person p
    where p.tenant_id = $1::uuid and p.id <> x.person_id and (p.id = x.registered_first or p.same_as = x.registered_first)
  ) as also_as
  from (
    select k.person_id, ${registeredFirst('k.person_id')} as registered_first
    from (select distinct person_id from unnest(${people}::uuid[]) d(person_id)) k
  ) x
),
bond as materialized (
  select self.actor, same.id as nominee, r.bond, r.valid_from, r.valid_to
  from (select person_id as actor, unnest(also_as || person_id) as id from actor) self
  cross join lateral (
    select related_person_id as other, case when kind in ('GUARDIAN', 'PARENT') then 'GUARDIAN' else 'RELATIVE' end as bond,
      valid_from, valid_to
    from relationship where tenant_id = $1::uuid and person_id = self.id
    union all
    select person_id, 'RELATIVE', valid_from, valid_to
    from relationship where tenant_id = $1::uuid and related_person_id = self.id
  ) r
  cross join lateral (select ${registeredFirst('r.other')} as id) first
  cross join lateral (
    select r.other as id union select first.id
    union select p.id from person p where p.tenant_id = $1::uuid and p.same_as = first.id
  ) same
)`;
}

function registeredFirst(person: string): string {
  return `coalesce((select same_as from person where tenant_id = $1::uuid and id = ${person}), ${person})`;
}

/** The actor of a key `k`, to be joined where that key stands; a look-up in the little table, so that the keys keep their order. */
export const actorOfKey = 'cross join lateral (select also_as from actor where person_id = k.person_id offset 0) x';

/** The columns that tell, for a key `k` with the actor and the days, what he is to a nominee. */
export function actorStanding(nominee: string): string {
  return `x.also_as, case when ${nominee} = k.person_id or ${nominee} = any(x.also_as) then 'SELF' else (
    select min(bond) from bond b where b.actor = k.person_id and b.nominee = ${nominee}
      and b.valid_from <= greatest(k.today, k.done_on) and (b.valid_to is null or b.valid_to >= least(k.today, k.done_on))
  ) end as bond`;
}

/** What a statement tells of an actor. */
export interface StandingColumns {
  readonly role: Role;
  readonly mandate_path: string;
  readonly also_as: readonly PersonId[];
  readonly bond: Bond | null;
}

/** What an actor is where his command stands. */
export function standingFromRow(row: StandingColumns): ActorStanding {
  return { role: row.role, mandatePath: parsePath(row.mandate_path), alsoAs: row.also_as, bond: row.bond };
}
