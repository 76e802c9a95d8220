import type { StoredPlan } from '@khuyenhoc/application';
import type { Allotment, CommodityCode } from '@khuyenhoc/domain';
import type { AccountId, AssociationId, CampaignId, TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';

/** One row an allotment; a campaign without any has one row of its own, and one without a workflow of its hash has none. */
const sql = `/*n:read_plans*/
select c.id as campaign_id, encode(c.workflow_hash, 'hex') as workflow_hash, w.source, a.id, a.commodity, a.code,
  a.association_id, a.available_account_id, a.reserved_account_id, a.spent_account_id
from unnest($2::uuid[]) k(id)
cross join lateral (select id, workflow_hash from campaign where tenant_id = $1::uuid and id = k.id offset 0) c
cross join lateral (select source from workflow_template where tenant_id = $1::uuid and hash = c.workflow_hash offset 0) w
left join allotment a on a.tenant_id = $1::uuid and a.campaign_id = c.id and a.handed_over_on is null`;

interface PlanColumns {
  readonly campaign_id: CampaignId;
  readonly workflow_hash: string;
  readonly source: string;
  readonly id: string | null;
  readonly commodity: CommodityCode;
  readonly code: string;
  readonly association_id: AssociationId | null;
  readonly available_account_id: AccountId;
  readonly reserved_account_id: AccountId;
  readonly spent_account_id: AccountId;
}

/** How campaigns are run and where their money and places are. */
export async function readPlans(
  em: EntityManager,
  tenantId: TenantId,
  ids: readonly CampaignId[],
): Promise<readonly StoredPlan[]> {
  const rows = await statement<PlanColumns>(em, sql, [tenantId, ids]);
  return [...Map.groupBy(rows, (row) => row.campaign_id)].flatMap(([campaignId, of]) => {
    const [first] = of;
    if (first === undefined) return [];
    const { workflow_hash: workflowHash, source: workflowSource } = first;
    return [{ campaignId, workflowHash, workflowSource, allotments: of.flatMap(allotmentOf) }];
  });
}

function allotmentOf(row: PlanColumns): readonly Allotment[] {
  if (row.id === null) return [];
  return [
    {
      id: row.id,
      commodity: row.commodity,
      code: row.code,
      associationId: row.association_id,
      available: row.available_account_id,
      reserved: row.reserved_account_id,
      spent: row.spent_account_id,
    },
  ];
}
