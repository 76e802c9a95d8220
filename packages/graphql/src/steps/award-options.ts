import type { AwardView, Session } from '@khuyenhoc/application';
import {
  isWithin,
  whyNot,
  type AwardAction,
  type Bond,
  type CampaignState,
  type CompiledWorkflow,
  type Path,
} from '@khuyenhoc/domain';
import type { StepOption } from './step-option.ts';

/**
 * The steps that lead on from where an award stands. Asks the same function that decides the command; what a step's content
 * must meet (a reason, the right amount) is taken to be there, since nothing was entered yet.
 */
export function awardOptions(
  session: Session,
  award: AwardView,
  campaign: { readonly state: CampaignState; readonly path: Path },
  workflow: CompiledWorkflow,
  bond: Bond | null,
): readonly StepOption<AwardAction>[] {
  return workflow.awardSteps(award.state).map((step) => {
    const reason = whyNot(step, award.takenBy, {
      type: step.action,
      by: session.personId,
      alsoAs: [],
      bond,
      role: session.mandate.role,
      reachesCampaign: isWithin(campaign.path, session.mandate.path),
      during: campaign.state,
      meets: { ELIGIBLE: award.decision.outcome === 'eligible', REASON: true, AMOUNT_DECIDED: true },
    });
    return { action: step.action, title: step.title, reason };
  });
}
