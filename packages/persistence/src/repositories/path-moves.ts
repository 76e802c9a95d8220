import type { MovedRows } from '@khuyenhoc/application';
import type { CampaignLine, PathChange } from '@khuyenhoc/domain';
import type { CampaignId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { pathTables } from './path-tables.ts';
import type { WorkContext } from './work-context.ts';

/** The subtrees that move, but for those that move within another: each row lies in one of them at most. */
const moving = `moving as (
  select lo, rtrim(lo, '/') || '0' as hi from unnest($2::text[]) as m(lo)
  where not exists (select from unnest($2::text[]) as above(lo) where above.lo <> m.lo and starts_with(m.lo, above.lo))
)`;

/** Where a row stands after the changes: of several that hold its path the longest counts. */
const moved = (row: string) => `(
  select change.new || substr(${row}.path, length(change.old) + 1)
  from unnest($2::text[], $3::text[]) as change(old, new) where starts_with(${row}.path, change.old)
  order by length(change.old) desc limit 1
)`;

const move = (table: string) => `/*n:move_${table}*/
with ${moving}
update "${table}" row set path = ${moved('row')} from moving
where row.tenant_id = $1::uuid and row.path >= moving.lo and row.path < moving.hi`;

/**
 * A case goes with its unit as long as its campaign still reaches it; else it stays in the campaign's line, where those who led it
 * on the day it was begun, or who act for them today, finish it.
 */
const moveCases = `/*n:move_cases*/
with ${moving}
update award row set path = case
    when line.id is null or starts_with(${moved('row')}, line.new) or not starts_with(row.path, line.old) then ${moved('row')}
    else line.new || substr(row.path, length(line.old) + 1)
  end
from moving, award held left join unnest($4::uuid[], $5::text[], $6::text[]) as line(id, old, new) on line.id = held.campaign_id
where row.tenant_id = $1::uuid and row.path >= moving.lo and row.path < moving.hi
  and held.tenant_id = $1::uuid and held.id = row.id`;

/** Moves every row below changed paths, of every table that has one. */
export async function movePaths(
  { em, tenantId }: WorkContext,
  changes: readonly PathChange[],
  lines: ReadonlyMap<CampaignId, CampaignLine>,
): Promise<void> {
  if (changes.length === 0) return;
  // What this very work added must stand there to be moved.
  await em.flush();
  const parameters = [tenantId, changes.map(({ from }) => from), changes.map(({ to }) => to)];
  const ofLines = [
    [...lines.keys()],
    [...lines.values()].map(({ before }) => before),
    [...lines.values()].map(({ after }) => after),
  ];
  for (const table of pathTables(em)) {
    if (table === 'award') await statement(em, moveCases, [...parameters, ...ofLines]);
    else await statement(em, move(table), parameters);
  }
}

/** How many rows of each table stand below paths that would change; tables without any are left out. */
export async function countBelow(
  { em, tenantId }: WorkContext,
  changes: readonly PathChange[],
): Promise<readonly MovedRows[]> {
  if (changes.length === 0) return [];
  const counted = pathTables(em).map(
    (table) => `select '${table}' as table, count(*)::int as rows from "${table}" row, moving
  where row.tenant_id = $1::uuid and row.path >= moving.lo and row.path < moving.hi`,
  );
  const sql = `/*n:count_below*/ with ${moving} select * from (${counted.join('\nunion all\n')}) c where c.rows > 0 order by 1`;
  return statement<MovedRows>(em, sql, [tenantId, changes.map(({ from }) => from)]);
}
