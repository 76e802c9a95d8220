import { present } from '@khuyenhoc/kernel';
import { withFloor } from './floor.ts';
import type {
  AwardAction,
  AwardState,
  AwardStep,
  CampaignAction,
  CampaignState,
  CampaignStep,
  WorkflowTemplate,
} from './template.ts';

/**
 * A template as look-up tables: legality with a typed reason in constant time. It is the fast form of the XState machines
 * of `award.workflow.ts` and `campaign.workflow.ts`, which are the law; a test proves both equal on random events.
 */
export interface CompiledWorkflow {
  /** The template as it counts: with the floor that no template can take away. */
  readonly template: WorkflowTemplate;
  readonly nominate: AwardStep;
  awardStep(state: AwardState, action: AwardAction): AwardStep | undefined;
  awardSteps(state: AwardState): readonly AwardStep[];
  campaignStep(state: CampaignState, action: CampaignAction): CampaignStep | undefined;
  campaignSteps(state: CampaignState): readonly CampaignStep[];
}

/**
 * Compiles a template. Throws when two steps claim the same state and action, when no step or several begin an award, or when
 * a step other than an approval asks for several people.
 */
export function compileWorkflow(published: WorkflowTemplate): CompiledWorkflow {
  const template = withFloor(published);
  const award = stepsByState<AwardState, AwardAction, AwardStep>(template.award);
  const campaign = stepsByState<CampaignState, CampaignAction, CampaignStep>(template.campaign);
  const beginnings = template.award.filter((step) => step.from.length === 0);
  if (beginnings.length !== 1) throw new RangeError(`${template.code}: ${beginnings.length} steps begin an award`);
  // A vote that does not fill its quorum is recorded as an approval given; no event could tell half a payment or verification.
  const gathering = template.award.find((step) => step.persons > 1 && step.action !== 'APPROVE');
  if (gathering !== undefined)
    throw new RangeError(`${template.code}: ${gathering.action} may not gather several people`);
  return {
    template,
    nominate: present(beginnings[0], 'the step that begins an award'),
    awardStep: (state, action) => award.get(state)?.get(action),
    awardSteps: (state) => [...(award.get(state)?.values() ?? [])],
    campaignStep: (state, action) => campaign.get(state)?.get(action),
    campaignSteps: (state) => [...(campaign.get(state)?.values() ?? [])],
  };
}

interface Step<State, Action> {
  readonly action: Action;
  readonly from: readonly State[];
}

function stepsByState<State extends string, Action extends string, S extends Step<State, Action>>(steps: readonly S[]) {
  const byState = new Map<State, Map<Action, S>>();
  for (const step of steps) {
    for (const state of step.from) {
      const byAction = byState.get(state) ?? new Map<Action, S>();
      if (byAction.has(step.action)) throw new RangeError(`two steps ${step.action} from ${state}`);
      byState.set(state, byAction.set(step.action, step));
    }
  }
  return byState;
}
