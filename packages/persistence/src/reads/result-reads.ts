import type { Reads } from '@khuyenhoc/application';
import type { AssociationFate, AssociationHandover, UnitResult } from '@khuyenhoc/domain';
import { calendarDate } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownAssociationIds } from '../mappers/known-ids.ts';
import { scopeParameters, within, withinOrAbove } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

/** An award stands for ever under the association that nominated, whatever became of it; results are what was approved and stands. */
const results = `/*n:unit_results*/
select a.association_id as "associationId", count(*)::int as awards, sum(a.amount_vnd)::text as amount
from award a
join campaign c on c.tenant_id = $1::uuid and c.id = a.campaign_id and c.school_year = $4
where ${within('a')} and a.state in ('approved', 'disbursed', 'acknowledged')
group by a.association_id
order by a.association_id`;

/** What associations were awarded in a school year. */
export const readUnitResults: Read<'unitResults'> = async (em, scope, schoolYear) => {
  type Row = Omit<UnitResult, 'amountVnd'> & { readonly amount: string };
  const rows = await statement<Row>(em, results, [...scopeParameters(scope), schoolYear]);
  return rows.map(({ amount, ...row }) => ({ ...row, amountVnd: BigInt(amount) }));
};

/** Each hand-over is a later day than the one before, so the walk ends; an association of another network is where it stops. */
const fates = `/*n:association_fates*/
with recursive line(id) as (
  select k.id from unnest($4::text[]) k(id)
  union
  select s.to_association_id from line
  join association_succession s
    on s.tenant_id = $1::uuid and s.from_tenant_id = $1::uuid and s.from_association_id = line.id and s.to_tenant_id = $1::uuid
),
seen as (
  select a.id, a.name, a.status, a.place_code_system, a.place_code,
    coalesce((select max(p.valid_from) from association_period p
      where p.tenant_id = $1::uuid and p.association_id = a.id), a.founded_on) as since
  from line join association a on ${withinOrAbove('a')} and a.id = line.id
)
select to_jsonb(seen) as association, null::jsonb as handover from seen
union all
select null, jsonb_build_object('from', s.from_association_id,
  'to', case when s.to_tenant_id = $1::uuid then s.to_association_id end, 'parts', s.share_parts, 'whole', s.share_whole)
from seen join association_succession s
  on s.tenant_id = $1::uuid and s.from_tenant_id = $1::uuid and s.from_association_id = seen.id`;

interface FateRow {
  readonly association:
    | (Pick<AssociationFate, 'id' | 'name' | 'status'> & {
        readonly place_code_system: string | null;
        readonly place_code: string | null;
        readonly since: string;
      })
    | null;
  readonly handover:
    | (Pick<AssociationHandover, 'from' | 'to'> & { readonly parts: number; readonly whole: number })
    | null;
}

/** What became of associations. */
export const readAssociationFates: Read<'associationFates'> = async (em, scope, ids) => {
  const rows = await statement<FateRow>(em, fates, [...scopeParameters(scope), knownAssociationIds(ids)]);
  return {
    associations: rows.flatMap(({ association: one }): readonly AssociationFate[] =>
      one === null
        ? []
        : [
            {
              id: one.id,
              name: one.name,
              status: one.status,
              placeCodeSystem: one.place_code_system,
              placeCode: one.place_code,
              since: calendarDate(one.since),
            },
          ],
    ),
    handovers: rows.flatMap(({ handover: one }): readonly AssociationHandover[] =>
      one === null ? [] : [{ from: one.from, to: one.to, share: { parts: one.parts, whole: one.whole } }],
    ),
  };
};
