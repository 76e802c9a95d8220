import type { LockedAccount } from '@khuyenhoc/domain';
import type { AccountId, TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';

const sql = `/*n:lock_accounts*/
select a.id, a.balance, a.may_go_below_zero
from unnest($2::uuid[]) k(id)
cross join lateral (select * from account where tenant_id = $1::uuid and id = k.id offset 0 for update) a`;

/** Locks accounts in the order given, which must be id order, so that two batches never wait for each other. */
export async function lockAccounts(
  em: EntityManager,
  tenantId: TenantId,
  ids: readonly AccountId[],
): Promise<readonly LockedAccount[]> {
  if (ids.length === 0) return [];
  const rows = await statement<{ id: AccountId; balance: string; may_go_below_zero: boolean }>(em, sql, [
    tenantId,
    ids,
  ]);
  return rows.map((row) => ({ id: row.id, balance: BigInt(row.balance), mayGoBelowZero: row.may_go_below_zero }));
}
