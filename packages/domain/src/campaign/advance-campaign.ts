import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { Role } from '../association/mandate.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { CampaignAction, CampaignState, CampaignStep } from '../workflow/template.ts';

/** Someone takes a step of a campaign. */
export interface CampaignStepEvent {
  readonly type: CampaignAction;
  readonly role: Role;
}

/** Why a step of a campaign may not be taken. */
export type CampaignStepRefusal =
  | {
      readonly code: 'CAMPAIGN_STEP_NOT_POSSIBLE';
      readonly action: CampaignAction;
      readonly state: CampaignState;
      readonly possible: readonly CampaignAction[];
    }
  | {
      readonly code: 'CAMPAIGN_ROLE_REQUIRED';
      readonly action: CampaignAction;
      readonly required: readonly Role[];
      readonly role: Role;
    };

/** Takes a step of a campaign by the compiled table. Pure; equal to the XState machine of the same template. */
export function advanceCampaign(
  workflow: CompiledWorkflow,
  state: CampaignState,
  event: CampaignStepEvent,
): Result<CampaignStep, CampaignStepRefusal> {
  const step = workflow.campaignStep(state, event.type);
  if (step === undefined) {
    const possible = workflow.campaignSteps(state).map((one) => one.action);
    return err({ code: 'CAMPAIGN_STEP_NOT_POSSIBLE', action: event.type, state, possible });
  }
  if (!step.roles.includes(event.role)) {
    return err({ code: 'CAMPAIGN_ROLE_REQUIRED', action: event.type, required: step.roles, role: event.role });
  }
  return ok(step);
}
