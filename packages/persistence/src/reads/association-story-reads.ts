import type { AssociationReads } from '@khuyenhoc/application';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import {
  associationPeriodColumns,
  associationPeriodFromRow,
  type AssociationPeriodColumns,
} from '../mappers/association-period.mapper.ts';
import { successionColumns, successionFromRow, type SuccessionColumns } from '../mappers/succession.mapper.ts';
import { scopeParameters, withinOrAbove } from './walls.ts';

/**
 * Goes up from each association through the parents of its day, and from all of those on to whoever took over. Both walks end at
 * what the scope does not see; a row that was met before is not walked from again, so that both end.
 */
const stories = `/*n:association_stories*/
with recursive line(id, day) as (
  select k.id, k.day from unnest($4::text[], $5::date[]) k(id, day)
  union
  select above.parent_id, line.day from line
  join association a on ${withinOrAbove('a')} and a.id = line.id
  cross join lateral (
    select p.parent_id from association_period p
    where p.tenant_id = $1::uuid and p.association_id = a.id and p.valid_from <= line.day
    order by p.valid_from desc limit 1
  ) above
  where above.parent_id is not null
),
reached(id) as (
  select id from line
  union
  select s.to_association_id from reached
  join association_succession s
    on s.tenant_id = $1::uuid and s.from_tenant_id = $1::uuid and s.from_association_id = reached.id
    and s.to_tenant_id = $1::uuid
),
seen as (select a.id from reached join association a on ${withinOrAbove('a')} and a.id = reached.id)
select to_jsonb(p) as period, null::jsonb as succession from seen
cross join lateral (
  select ${associationPeriodColumns('p')} from association_period p
  where p.tenant_id = $1::uuid and p.association_id = seen.id
) p
union all
select null, to_jsonb(s) from seen
cross join lateral (
  select ${successionColumns('s')} from association_succession s
  where s.tenant_id = $1::uuid and s.from_tenant_id = $1::uuid and s.from_association_id = seen.id
) s`;

interface StoryRow {
  readonly period: AssociationPeriodColumns | null;
  readonly succession: SuccessionColumns | null;
}

type Read = (
  em: EntityManager,
  ...call: Parameters<AssociationReads['associationStories']>
) => ReturnType<AssociationReads['associationStories']>;

/** What is on record of the lines of some days and of all that took over from them. */
export const readAssociationStories: Read = async (em, scope, queries) => {
  const rows = await statement<StoryRow>(em, stories, [
    ...scopeParameters(scope),
    queries.map(({ associationId }) => associationId),
    queries.map(({ on }) => on),
  ]);
  return {
    periods: rows.flatMap(({ period }) => (period === null ? [] : [associationPeriodFromRow(period)])),
    successions: rows.flatMap(({ succession }) => (succession === null ? [] : [successionFromRow(succession)])),
  };
};
