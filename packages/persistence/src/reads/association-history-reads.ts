import type {
  AssociationEventQuery,
  AssociationReads,
  StoredAssociationEvent,
  SuccessionOf,
} from '@khuyenhoc/application';
import { isAssociationId, type AssociationId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import {
  associationPeriodColumns,
  associationPeriodFromRow,
  type AssociationPeriodColumns,
} from '../mappers/association-period.mapper.ts';
import { knownAssociationIds } from '../mappers/known-ids.ts';
import { successionColumns, successionFromRow, type SuccessionColumns } from '../mappers/succession.mapper.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, withinOrAbove } from './walls.ts';

type Read<Name extends keyof AssociationReads> = (
  em: EntityManager,
  ...call: Parameters<AssociationReads[Name]>
) => ReturnType<AssociationReads[Name]>;

/** The asked associations that the scope sees; whoever sees one sees what was recorded of it. */
const seen = `unnest($4::text[]) k(id)
cross join lateral (select * from association where tenant_id = $1::uuid and id = k.id offset 0) a`;

const periods = `/*n:association_periods*/
select ${associationPeriodColumns('p')} from ${seen}
join association_period p on p.tenant_id = $1::uuid and p.association_id = a.id
where ${withinOrAbove('a')}
order by p.association_id, p.valid_from`;

/** What associations were, period by period. */
export const readAssociationPeriods: Read<'associationPeriods'> = async (em, scope, ids) => {
  const parameters = [...scopeParameters(scope), knownAssociationIds(ids)];
  return (await statement<AssociationPeriodColumns>(em, periods, parameters)).map(associationPeriodFromRow);
};

const successions = `/*n:association_successions*/
select a.id as "subjectId", ${successionColumns('s')} from ${seen}
cross join lateral (
  select * from association_succession
    where tenant_id = $1::uuid and from_association_id = a.id and from_tenant_id = $1::uuid
  union all
  select * from association_succession
    where tenant_id = $1::uuid and to_association_id = a.id and to_tenant_id = $1::uuid
) s
where ${withinOrAbove('a')}
order by a.id, s.on_date, s.deed_id, s.line`;

/** What associations took over, and who took over from them. */
export const readAssociationSuccessions: Read<'associationSuccessions'> = async (em, scope, ids) => {
  type Row = SuccessionColumns & { readonly subjectId: AssociationId };
  const rows = await statement<Row>(em, successions, [...scopeParameters(scope), knownAssociationIds(ids)]);
  return rows.map((row): SuccessionOf => ({ subjectId: row.subjectId, ...successionFromRow(row) }));
};

const events = pagedList<AssociationEventQuery, StoredAssociationEvent, StoredAssociationEvent>(
  {
    name: 'association_event_pages',
    // No association has the empty id.
    asks: [
      {
        name: 'association_id',
        type: 'text',
        of: ({ associationId }) => (isAssociationId(associationId) ? associationId : ''),
      },
    ],
    from: 'association a join association_event e on e.tenant_id = $1::uuid and e.association_id = a.id',
    cases: [{ when: 'true', where: 'a.id = q.association_id and e.association_id = q.association_id' }],
    wall: withinOrAbove('a'),
    key: [{ column: 'e.seq', type: 'int' }],
    newestFirst: false,
    columns: `e.seq, e.type, e.bytes, encode(e.hash, 'hex') as hash`,
    item: ({ seq, type, bytes, hash }) => ({ seq, type, bytes, hash }),
  },
  scopeSize,
);

/** Histories of associations, in pages. */
export const readAssociationEventPages: Read<'associationEventPages'> = (em, scope, queries) =>
  events(em, scopeParameters(scope), queries);
