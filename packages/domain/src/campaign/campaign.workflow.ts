import { present } from '@khuyenhoc/kernel';
import { setup, transition } from 'xstate';
import { campaignStates, type CampaignState, type CampaignStep, type WorkflowTemplate } from '../workflow/template.ts';
import type { CampaignStepEvent } from './advance-campaign.ts';

/** The campaign's statechart as a real XState machine, compiled from a template and stepped with the pure `transition`. */
export function campaignMachine(template: WorkflowTemplate) {
  const machine = setup({
    types: { events: {} as CampaignStepEvent },
    guards: { mayTake: ({ event }, { step }: { step: CampaignStep }) => step.roles.includes(event.role) },
  });
  return machine.createMachine({
    id: `${template.code}-campaign`,
    initial: 'draft',
    states: Object.fromEntries(
      campaignStates.map((state) => {
        const steps = template.campaign.filter((step) => step.from.includes(state));
        const on = Object.fromEntries(
          steps.map((step) => [
            step.action,
            { guard: { type: 'mayTake' as const, params: { step } }, target: step.to },
          ]),
        );
        return [state, steps.length === 0 ? { type: 'final' as const } : { on }];
      }),
    ),
  });
}

export type CampaignMachine = ReturnType<typeof campaignMachine>;

/** One step by XState itself: the state after it, or null when the machine does not move. */
export function stepCampaignByMachine(
  machine: CampaignMachine,
  state: CampaignState,
  event: CampaignStepEvent,
): CampaignState | null {
  const before = machine.resolveState({ value: state });
  const [after] = transition(machine, before, event);
  // XState gives the very same object back when it does not move.
  if (after === before) return null;
  const reached = campaignStates.find((one) => one === after.value);
  return present(reached, 'the state after a step');
}
