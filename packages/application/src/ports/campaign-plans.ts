import type { AllotmentPlan, CompiledWorkflow } from '@khuyenhoc/domain';
import type { CalendarDate, CampaignId, TenantId } from '@khuyenhoc/kernel';
import type { CheckedRuleSet } from '@khuyenhoc/rules';

/** What is fixed about a campaign once it is published: its workflow, its rules and its allotments. */
export interface CampaignPlan {
  readonly campaignId: CampaignId;
  readonly schoolYear: string;
  readonly referenceDate: CalendarDate;
  readonly workflow: CompiledWorkflow;
  readonly workflowHash: string;
  readonly ruleSet: CheckedRuleSet;
  readonly allotments: AllotmentPlan;
}

/** Plans of published campaigns, list in, map out; kept in memory, since they never change. An unknown id is left out. */
export interface CampaignPlans {
  load(tenantId: TenantId, ids: readonly CampaignId[]): Promise<ReadonlyMap<CampaignId, CampaignPlan>>;
}
