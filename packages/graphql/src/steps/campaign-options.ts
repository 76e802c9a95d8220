import type { CampaignView, Session } from '@khuyenhoc/application';
import {
  advanceCampaign,
  isWithin,
  whyNot,
  type AwardAction,
  type CampaignAction,
  type CompiledWorkflow,
} from '@khuyenhoc/domain';
import type { StepOption } from './step-option.ts';

/** The steps that lead on from where a campaign stands. Asks the same functions that decide the command. */
export function campaignOptions(
  session: Session,
  campaign: CampaignView,
  workflow: CompiledWorkflow,
): readonly StepOption<CampaignAction>[] {
  const beyond = isWithin(campaign.path, session.mandate.path)
    ? null
    : { code: 'OUT_OF_REACH' as const, campaign: campaign.title };
  return workflow.campaignSteps(campaign.state).map(({ action, title }) => {
    const step = advanceCampaign(workflow, campaign.state, { type: action, role: session.mandate.role });
    return { action, title, reason: beyond ?? (step.ok ? null : step.error) };
  });
}

/** Whether this reader may nominate for a campaign now. */
export function nominationOption(
  session: Session,
  campaign: CampaignView,
  workflow: CompiledWorkflow,
): StepOption<AwardAction> {
  const { action, title } = workflow.nominate;
  // A unit of the campaign's own association must lie within the mandate, or the mandate within the campaign's reach.
  const touches = isWithin(session.mandate.path, campaign.path) || isWithin(campaign.path, session.mandate.path);
  if (!touches) return { action, title, reason: { code: 'NOT_FOUND' } };
  const reason = whyNot(
    workflow.nominate,
    {},
    {
      type: action,
      by: session.personId,
      alsoAs: [],
      // Whose relative the nominee is will be known when there is one.
      bond: null,
      role: session.mandate.role,
      reachesCampaign: isWithin(campaign.path, session.mandate.path),
      during: campaign.state,
      // What a nomination contains is not known yet, so it is taken to be in order.
      meets: { ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true },
    },
  );
  return { action, title, reason };
}
