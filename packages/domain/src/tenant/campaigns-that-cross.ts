import type { CampaignId } from '@khuyenhoc/kernel';
import type { Campaign } from '../campaign/campaign.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { AwardState } from '../workflow/template.ts';

/** How many awards of a campaign stand in a state. */
export interface AwardStanders {
  readonly campaignId: CampaignId;
  readonly state: AwardState;
  readonly count: number;
}

/**
 * The campaigns that are not over, and so go along: those with a step left, and those that are closed while some award still
 * waits for one, such as the signature of a family. A campaign goes along whole, with the awards that are finished: one child
 * stays one nomination of it, and what was paid stays beside what can be taken back. What is over stays where it was done.
 */
export function campaignsThatCross(
  campaigns: readonly Campaign[],
  standers: readonly AwardStanders[],
  workflowOf: (campaign: Campaign) => CompiledWorkflow,
): readonly Campaign[] {
  const standersOf = Map.groupBy(standers, (one) => one.campaignId);
  return campaigns.filter((campaign) => {
    if (campaign.state === 'crossed') return false;
    const workflow = workflowOf(campaign);
    if (workflow.campaignSteps(campaign.state).length > 0) return true;
    return (standersOf.get(campaign.id) ?? []).some(({ state }) =>
      workflow.awardSteps(state).some((step) => step.during.includes(campaign.state)),
    );
  });
}
