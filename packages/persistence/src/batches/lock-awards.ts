import type { AwardKey, LockedAward } from '@khuyenhoc/application';
import { isUuid, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { awardColumns, awardFromRow, type AwardColumns } from '../mappers/award.mapper.ts';
import { actorBonds, actorOfKey, actorStanding, standingFromRow, type StandingColumns } from './actor-bond.ts';
import { actorMandate } from './actor-mandate.ts';

/**
 * Locks the awards in id order (the keys come sorted, and the nested loop keeps their order), joining each command's actor to
 * his mandate and telling what binds him to the nominee. `offset 0` keeps the planner from turning the look-ups into a scan,
 * whatever it thought of the table when the statement was first prepared.
 */
const sql = `/*n:lock_awards*/
with ${actorBonds('$5')}
select k.index, m.role, m.path as mandate_path, ${actorStanding('a.nominee_id')}, ${awardColumns('a')}
from unnest($2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::date[])
  as k(index, award_id, mandate_id, person_id, today, done_on)
cross join lateral (select * from award where tenant_id = $1::uuid and id = k.award_id offset 0 for update) a
${actorMandate}
${actorOfKey}`;

/** The awards of the keys under lock, each once, with what its actor is there. */
export async function lockAwards(
  em: EntityManager,
  tenantId: TenantId,
  keys: readonly AwardKey[],
): Promise<readonly LockedAward[]> {
  // An id that is no UUID names nothing; PostgreSQL would refuse the statement for it, and with it the neighbours.
  const sorted = keys
    .filter((key) => isUuid(key.awardId))
    .toSorted((a, b) => (a.awardId < b.awardId ? -1 : a.awardId > b.awardId ? 1 : a.index - b.index));
  const rows = await statement<AwardColumns & StandingColumns & { readonly index: number }>(em, sql, [
    tenantId,
    sorted.map((key) => key.index),
    sorted.map((key) => key.awardId),
    sorted.map((key): MandateId => key.mandateId),
    sorted.map((key): PersonId => key.personId),
    sorted.map((key) => key.today),
    sorted.map((key) => key.doneOn),
  ]);
  return rows.map((row) => ({ index: row.index, ...standingFromRow(row), award: awardFromRow(row) }));
}
