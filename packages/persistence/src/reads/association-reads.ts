import type { AssociationCount, AssociationQuery, Reads } from '@khuyenhoc/application';
import { isAssociationId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { associationColumns, associationFromRow, type AssociationColumns } from '../mappers/association.mapper.ts';
import { knownAssociationIds } from '../mappers/known-ids.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, within, withinOrAbove } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

const byId = `/*n:associations*/
select ${associationColumns('a')} from unnest($4::text[]) k(id)
cross join lateral (select * from association where tenant_id = $1::uuid and id = k.id offset 0) a
where ${withinOrAbove('a')}`;

/** Associations by id. */
export const readAssociations: Read<'associations'> = async (em, scope, ids) => {
  const rows = await statement<AssociationColumns>(em, byId, [...scopeParameters(scope), knownAssociationIds(ids)]);
  return rows.map(associationFromRow);
};

const children = pagedList<AssociationQuery, AssociationColumns, ReturnType<typeof associationFromRow>>(
  {
    name: 'association_pages',
    // No association has the empty id.
    asks: [
      {
        name: 'parent_id',
        type: 'text',
        of: ({ parentId }) => (parentId === null || isAssociationId(parentId) ? parentId : ''),
      },
    ],
    from: 'association a',
    cases: [
      { when: 'q.parent_id is not null', where: 'a.parent_id = q.parent_id' },
      // The topmost that the scope sees: where its range begins, or every root when it is the whole network.
      { when: 'q.parent_id is null', where: '(a.path = $2 or a.parent_id is null)' },
    ],
    wall: within('a'),
    key: [
      { column: 'a.name', type: 'text' },
      { column: 'a.id', type: 'text' },
    ],
    newestFirst: false,
    columns: associationColumns('a'),
    item: associationFromRow,
  },
  scopeSize,
);

/** Children of associations, in pages. */
export const readAssociationPages: Read<'associationPages'> = (em, scope, queries) =>
  children(em, scopeParameters(scope), queries);

const counts = `/*n:association_counts*/
select top.id as "associationId", below.type_code as "typeCode", count(*)::int as count
from unnest($4::text[]) k(id)
cross join lateral (select * from association where tenant_id = $1::uuid and id = k.id offset 0) top
join association below
  on below.tenant_id = $1::uuid and below.path > top.path and below.path < rtrim(top.path, '/') || '0'
where ${withinOrAbove('top')} and ${within('below')}
group by top.id, below.type_code
order by top.id, below.type_code`;

/** How many associations of each type lie below. */
export const readAssociationCounts: Read<'associationCounts'> = (em, scope, ids) =>
  statement<AssociationCount>(em, counts, [...scopeParameters(scope), knownAssociationIds(ids)]);
