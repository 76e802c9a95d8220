import type { NominatingAssociation, NominatingKey } from '@khuyenhoc/application';
import { parsePath, type Role } from '@khuyenhoc/domain';
import type { TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { actorMandate } from './actor-mandate.ts';

const sql = `/*n:find_nominating*/
select k.index, m.role, m.path as mandate_path, a.path
from unnest($2::int[], $3::text[], $4::uuid[], $5::uuid[], $6::date[]) as k(index, association_id, mandate_id, person_id, today)
cross join lateral (select path from association where tenant_id = $1::uuid and id = k.association_id offset 0 for share) a
${actorMandate}`;

/** The associations that nominations begin in, where the actor's mandate reaches; locked against a move meanwhile. */
export async function findNominating(
  em: EntityManager,
  tenantId: TenantId,
  keys: readonly NominatingKey[],
): Promise<readonly NominatingAssociation[]> {
  const sorted = keys.toSorted((a, b) => (a.associationId < b.associationId ? -1 : 1));
  const rows = await statement<{ index: number; role: Role; mandate_path: string; path: string }>(em, sql, [
    tenantId,
    sorted.map((key) => key.index),
    sorted.map((key) => key.associationId),
    sorted.map((key) => key.mandateId),
    sorted.map((key) => key.personId),
    sorted.map((key) => key.today),
  ]);
  return rows.map((row) => ({
    index: row.index,
    role: row.role,
    mandatePath: parsePath(row.mandate_path),
    path: parsePath(row.path),
  }));
}
