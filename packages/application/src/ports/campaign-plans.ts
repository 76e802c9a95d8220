import type { AllotmentPlan, CompiledWorkflow } from '@khuyenhoc/domain';
import type { CalendarDate, CampaignId, TenantId } from '@khuyenhoc/kernel';
import type { CheckedRuleSet } from '@khuyenhoc/rules';

/** What the writer needs of a campaign: its workflow and where its money and places are. */
export interface WriterPlan {
  readonly campaignId: CampaignId;
  readonly workflow: CompiledWorkflow;
  readonly workflowHash: string;
  readonly allotments: AllotmentPlan;
}

/** What is fixed about a campaign from its draft on: its workflow, its allotments, and the rules that judge its nominees. */
export interface CampaignPlan extends WriterPlan {
  readonly schoolYear: string;
  readonly referenceDate: CalendarDate;
  readonly ruleSet: CheckedRuleSet;
}

/** Plans of campaigns, list in, map out; kept in memory, since they never change. An unknown id is left out. */
export interface CampaignPlans<Plan extends WriterPlan = CampaignPlan> {
  load(tenantId: TenantId, ids: readonly CampaignId[]): Promise<ReadonlyMap<CampaignId, Plan>>;
}
