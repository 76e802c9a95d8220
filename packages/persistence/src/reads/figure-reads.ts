import type { FigureQuery, FigureRecord, ReplacedFigure, Reads } from '@khuyenhoc/application';
import { isAssociationId, type FigureId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { figureColumns, figureFromColumns, type FigureColumns } from '../mappers/figure.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, within } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

const ofAssociation = `f.tenant_id = $1::uuid and exists (
  select from association a where ${within('a')} and a.id = f.association_id)`;

const standing = pagedList<FigureQuery, FigureColumns, FigureRecord>(
  {
    name: 'figure_pages',
    asks: [
      // No association has the empty id.
      {
        name: 'association_id',
        type: 'text',
        of: ({ associationId }) => (isAssociationId(associationId) ? associationId : ''),
      },
      { name: 'indicator', type: 'text', of: ({ indicator }) => indicator },
    ],
    from: 'reported_figure f',
    cases: [
      {
        when: 'true',
        where: `f.association_id = q.association_id and (q.indicator is null or f.indicator = q.indicator)
          and not exists (select from reported_figure later where later.tenant_id = f.tenant_id and later.replaces = f.id)`,
      },
    ],
    wall: ofAssociation,
    key: [
      { column: 'f.as_of', type: 'day' },
      { column: 'f.id', type: 'uuid' },
    ],
    newestFirst: true,
    columns: figureColumns('f'),
    item: figureFromColumns,
  },
  scopeSize,
);

/** Figures of associations that nothing replaced, newest day first, in pages. */
export const readFigurePages: Read<'figurePages'> = (em, scope, queries) =>
  standing(em, scopeParameters(scope), queries);

/** A figure is replaced by a later row, so going back along `replaces` ends. */
const replaced = `/*n:replaced_figures*/
with recursive back(by_id, distance, id, replaces) as (
  select f.id, 0, f.id, f.replaces from unnest($4::uuid[]) k(id)
  join reported_figure f on f.tenant_id = $1::uuid and f.id = k.id
  where ${ofAssociation}
  union all
  select back.by_id, back.distance + 1, f.id, f.replaces
  from back join reported_figure f on f.tenant_id = $1::uuid and f.id = back.replaces
)
select back.by_id as "by", back.distance, ${figureColumns('f')}
from back join reported_figure f on f.tenant_id = $1::uuid and f.id = back.id
where back.distance > 0 and ${ofAssociation}
order by back.by_id, back.distance`;

/** What figures replaced, newest first. */
export const readReplacedFigures: Read<'replacedFigures'> = async (em, scope, ids) => {
  type Row = FigureColumns & { readonly by: FigureId; readonly distance: number };
  const rows = await statement<Row>(em, replaced, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(({ by, distance, ...row }): ReplacedFigure => ({ by, distance, figure: figureFromColumns(row) }));
};
