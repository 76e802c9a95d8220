import type { NominatingAssociation, NominatingKey } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import type { TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { actorBonds, actorOfKey, actorStanding, standingFromRow, type StandingColumns } from './actor-bond.ts';
import { actorMandate } from './actor-mandate.ts';

const sql = `/*n:find_nominating*/
with ${actorBonds('$5')}
select k.index, m.role, m.path as mandate_path, a.path, ${actorStanding('k.nominee_id')}
from unnest($2::int[], $3::text[], $4::uuid[], $5::uuid[], $6::date[], $7::date[], $8::uuid[])
  as k(index, association_id, mandate_id, person_id, today, done_on, nominee_id)
cross join lateral (select path from association where tenant_id = $1::uuid and id = k.association_id and status <> 'closed' offset 0 for share) a
${actorMandate}
${actorOfKey}`;

/** The associations that nominations begin in, living ones where the actor's mandate reaches; locked against a move meanwhile. */
export async function findNominating(
  em: EntityManager,
  tenantId: TenantId,
  keys: readonly NominatingKey[],
): Promise<readonly NominatingAssociation[]> {
  const sorted = keys.toSorted((a, b) => (a.associationId < b.associationId ? -1 : 1));
  const rows = await statement<StandingColumns & { readonly index: number; readonly path: string }>(em, sql, [
    tenantId,
    sorted.map((key) => key.index),
    sorted.map((key) => key.associationId),
    sorted.map((key) => key.mandateId),
    sorted.map((key) => key.personId),
    sorted.map((key) => key.today),
    sorted.map((key) => key.doneOn),
    sorted.map((key) => key.nomineeId),
  ]);
  return rows.map((row) => ({ index: row.index, ...standingFromRow(row), path: parsePath(row.path) }));
}
