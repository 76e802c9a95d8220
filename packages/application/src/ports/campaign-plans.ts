import type { AllotmentPlan, CompiledWorkflow } from '@khuyenhoc/domain';
import type { CalendarDate, CampaignId, Result, TenantId } from '@khuyenhoc/kernel';
import type { CheckedRuleSet } from '@khuyenhoc/rules';
import type { AwardBatch } from './award-batches.ts';

/** What the writer needs of a campaign: its workflow and where its money and places are. */
export interface WriterPlan {
  readonly campaignId: CampaignId;
  readonly workflow: CompiledWorkflow;
  readonly workflowHash: string;
  readonly allotments: AllotmentPlan;
}

/**
 * Plans for the writer, kept in memory for as long as a campaign stays at its version. What is missing is read through the batch
 * itself, under its locks: a second connection inside a transaction would wait for ever when there is only one.
 */
export interface WriterPlans {
  load(
    tenantId: TenantId,
    campaigns: ReadonlyMap<CampaignId, { readonly version: number }>,
    batch: Pick<AwardBatch, 'readPlans'>,
  ): Promise<ReadonlyMap<CampaignId, WriterPlan>>;
}

/** What nominees of a campaign are judged by. Fixed from its draft on. */
export interface CampaignPlan {
  readonly campaignId: CampaignId;
  readonly schoolYear: string;
  readonly referenceDate: CalendarDate;
  readonly workflow: CompiledWorkflow;
  readonly ruleSet: CheckedRuleSet;
}

/** The campaign's rule set was published with modules that this server does not have, or has in another form. */
export interface RuleSetUnusable {
  readonly code: 'RULE_SET_UNUSABLE';
  readonly hash: string;
}

/**
 * Plans of campaigns, list in, map out; kept in memory, since they never change. An unknown id is left out; a campaign whose
 * rules cannot be read here says so, and its neighbours are judged all the same.
 */
export interface CampaignPlans {
  load(
    tenantId: TenantId,
    ids: readonly CampaignId[],
  ): Promise<ReadonlyMap<CampaignId, Result<CampaignPlan, RuleSetUnusable>>>;
}
