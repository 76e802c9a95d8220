import type { MandateView, Reads } from '@khuyenhoc/application';
import type { TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import {
  grantedMandateColumns,
  grantedMandateFromColumns,
  type GrantedMandateColumns,
} from '../mappers/mandate.mapper.ts';
import { scopeParameters, withinOrAbove } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

/** What a statement reads of a mandate's view. */
export interface MandateViewColumns extends GrantedMandateColumns {
  readonly tenantId: TenantId;
  readonly associationName: string;
  readonly coveredByName: string | null;
}

/** What a mandate's view needs, of a mandate `m`; the same at the gate, where no range of paths is known yet. */
export const mandateViewColumns = `${grantedMandateColumns('m')}, m.tenant_id as "tenantId", held.name as "associationName",
  coverer.name as "coveredByName"`;

/** A mandate's view from what a statement read. */
export function mandateViewFrom(row: MandateViewColumns): MandateView {
  const { tenantId, associationName, coveredByName } = row;
  return { ...grantedMandateFromColumns(row), tenantId, associationName, coveredByName };
}

const names = `join association held on ${withinOrAbove('held')} and held.id = m.association_id
left join association coverer on ${withinOrAbove('coverer')} and coverer.id = m.covered_by`;

const byId = `/*n:mandates*/
select ${mandateViewColumns} from unnest($4::uuid[]) k(id)
cross join lateral (select * from mandate where tenant_id = $1::uuid and id = k.id offset 0) m
${names}
where ${withinOrAbove('m')}`;

/** Mandates by id. */
export const readMandates: Read<'mandates'> = async (em, scope, ids) =>
  (await statement<MandateViewColumns>(em, byId, [...scopeParameters(scope), knownIds(ids)])).map(mandateViewFrom);

/** A mandate reaches a place when its path is a prefix of the place's: few paths, each looked up by its own. */
const reaching = `/*n:mandates_reaching*/
select k.index, ${mandateViewColumns}
from unnest($4::int[], $5::text[], $6::date[]) k(index, association_id, day)
join association place on ${withinOrAbove('place')} and place.id = k.association_id
join mandate m on ${withinOrAbove('m')} and starts_with(place.path, m.path)
  and m.valid_from <= k.day and (m.valid_to is null or k.day <= m.valid_to)
${names}
order by k.index, length(m.path) desc, m.role, m.id`;

/** The mandates by which something can be done in associations on a day. */
export const readMandatesReaching: Read<'mandatesReaching'> = async (em, scope, queries) => {
  const rows = await statement<MandateViewColumns & { readonly index: number }>(em, reaching, [
    ...scopeParameters(scope),
    queries.map((_, index) => index),
    queries.map(({ associationId }) => associationId),
    queries.map(({ on }) => on),
  ]);
  const byQuery = Map.groupBy(rows, ({ index }) => index);
  return queries.map((_, index) => (byQuery.get(index) ?? []).map(mandateViewFrom));
};
