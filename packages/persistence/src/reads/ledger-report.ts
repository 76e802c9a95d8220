import type { LedgerReport } from '@khuyenhoc/application';
import type { AccountId, TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';

/**
 * Everything in one statement, hence from one snapshot: a batch that commits meanwhile is seen whole or not at all. A transfer
 * of another commodity than its account's does not count for it, so that it shows as a wrong balance.
 */
const sql = `
with moved as (
  select account_id, commodity, sum(change) as change
  from (
    select credit as account_id, commodity, quantity as change from transfer where tenant_id = $1::uuid
    union all
    select debit, commodity, -quantity from transfer where tenant_id = $1::uuid
  ) side
  group by account_id, commodity
),
held as (
  select a.id, a.commodity, a.balance, a.may_go_below_zero, coalesce(m.change, 0) as posted
  from account a left join moved m on m.account_id = a.id and m.commodity = a.commodity
  where a.tenant_id = $1::uuid
)
select 'accounts' as kind, null as name, count(*)::text as amount from held
union all
select 'transfers', null, count(*)::text from transfer where tenant_id = $1::uuid
union all
select 'wrong', id::text, null from held where balance <> posted
union all
-- An account that transfers name but that is not there, or is of another commodity.
select 'wrong', account_id::text, null from moved
where not exists (select from held where held.id = moved.account_id and held.commodity = moved.commodity)
union all
select 'total', null, count(*)::text
from (
  select campaign_id, association_id, state, outcome, count(*) as awards, sum(amount_vnd) as amount_vnd
  from award where tenant_id = $1::uuid group by campaign_id, association_id, state, outcome
) counted
full join (select * from award_total where tenant_id = $1::uuid and (awards <> 0 or amount_vnd <> 0)) kept
  using (campaign_id, association_id, state, outcome)
where counted.awards is distinct from kept.awards or counted.amount_vnd is distinct from kept.amount_vnd
union all
select 'overdrawn', id::text, null from held where balance < 0 and not may_go_below_zero
union all
select 'sum', commodity, sum(balance)::text from held group by commodity
order by kind, name`;

interface ReportRow {
  readonly kind: 'accounts' | 'transfers' | 'wrong' | 'total' | 'overdrawn' | 'sum';
  readonly name: string;
  readonly amount: string;
}

/** Recomputes every balance of a tenant from its transfers, and every total from its awards. */
export async function readLedgerReport(em: EntityManager, tenantId: TenantId): Promise<LedgerReport> {
  const rows = Map.groupBy(await statement<ReportRow>(em, sql, [tenantId]), (row) => row.kind);
  const accounts = (kind: 'wrong' | 'overdrawn') => [...new Set(rows.get(kind)?.map((row) => row.name as AccountId))];
  const count = (kind: 'accounts' | 'transfers' | 'total') => Number(rows.get(kind)?.[0]?.amount ?? 0);
  return {
    accounts: count('accounts'),
    transfers: count('transfers'),
    wrongAccounts: accounts('wrong'),
    wrongTotals: count('total'),
    overdrawnAccounts: accounts('overdrawn'),
    sums: (rows.get('sum') ?? []).map((row) => ({ commodity: row.name, sum: BigInt(row.amount) })),
  };
}
