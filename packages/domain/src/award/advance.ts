import { err, ok, type PersonId, type Result } from '@khuyenhoc/kernel';
import type { Role } from '../association/mandate.ts';
import type { Bond } from '../person/relationship.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import { bondForbids } from '../workflow/floor.ts';
import type { AwardAction, AwardState, AwardStep, CampaignState, Requirement } from '../workflow/template.ts';
import { takersOf, withoutTakers, withTaker, type TakenBy } from './taken-by.ts';

/** Someone takes a step of an award. `meets` says which requirements the step's content meets. */
export interface AwardStepEvent {
  readonly type: AwardAction;
  readonly by: PersonId;
  /** Other records of the very same human: four eyes are people, not records. */
  readonly alsoAs: readonly PersonId[];
  /** What binds him to the nominee, or null. */
  readonly bond: Bond | null;
  readonly role: Role;
  /** Whether the mandate reaches the whole campaign, and not only the award's unit. */
  readonly reachesCampaign: boolean;
  readonly during: CampaignState;
  readonly meets: { readonly [R in Exclude<Requirement, 'ONCE'>]: boolean };
}

/** Where an award stands: its state and who took which step. */
export interface AwardStanding {
  readonly state: AwardState;
  readonly takenBy: TakenBy;
}

/** Where an award stands after a step. `took effect` is false while a quorum is not yet full. */
export interface Advance {
  readonly step: AwardStep;
  readonly standing: AwardStanding;
  readonly tookEffect: boolean;
}

/** Why a step may not be taken. */
export type StepRefusal =
  | {
      readonly code: 'STEP_NOT_POSSIBLE';
      readonly action: AwardAction;
      readonly state: AwardState;
      readonly possible: readonly AwardAction[];
    }
  | {
      readonly code: 'ROLE_REQUIRED';
      readonly action: AwardAction;
      readonly required: readonly Role[];
      readonly role: Role;
    }
  | { readonly code: 'CAMPAIGN_REACH_REQUIRED'; readonly action: AwardAction }
  | {
      readonly code: 'CAMPAIGN_NOT_IN_PHASE';
      readonly action: AwardAction;
      readonly phase: CampaignState;
      readonly required: readonly CampaignState[];
    }
  | { readonly code: 'RELATED_PERSON'; readonly action: AwardAction }
  | { readonly code: 'SAME_PERSON'; readonly action: AwardAction; readonly alreadyDid: AwardAction }
  | { readonly code: 'REQUIREMENT_NOT_MET'; readonly action: AwardAction; readonly requirement: Requirement };

/** Takes a step by the compiled table, or says why it may not be taken. Pure; equal to the XState machine of the same template. */
export function advanceAward(
  workflow: CompiledWorkflow,
  standing: AwardStanding,
  event: AwardStepEvent,
): Result<Advance, StepRefusal> {
  const step = workflow.awardStep(standing.state, event.type);
  if (step === undefined) {
    const possible = workflow.awardSteps(standing.state).map((one) => one.action);
    return err({ code: 'STEP_NOT_POSSIBLE', action: event.type, state: standing.state, possible });
  }
  const refusal = whyNot(step, standing.takenBy, event);
  if (refusal !== null) return err(refusal);
  return ok(applyStep(step, standing, event.by));
}

/** The first step of an award, which has no state before it. */
export function beginAward(workflow: CompiledWorkflow, event: AwardStepEvent): Result<Advance, StepRefusal> {
  const refusal = whyNot(workflow.nominate, {}, event);
  if (refusal !== null) return err(refusal);
  return ok(applyStep(workflow.nominate, { state: workflow.nominate.to, takenBy: {} }, event.by));
}

/** Why a person may not take a step, or null when he may. Also answers "what may I do here?" before anything is sent. */
export function whyNot(step: AwardStep, takenBy: TakenBy, event: AwardStepEvent): StepRefusal | null {
  const action = step.action;
  if (!step.roles.includes(event.role))
    return { code: 'ROLE_REQUIRED', action, required: step.roles, role: event.role };
  if (step.reach === 'campaign' && !event.reachesCampaign) return { code: 'CAMPAIGN_REACH_REQUIRED', action };
  if (!step.during.includes(event.during)) {
    return { code: 'CAMPAIGN_NOT_IN_PHASE', action, phase: event.during, required: step.during };
  }
  if (bondForbids(action, event.role, event.bond)) return { code: 'RELATED_PERSON', action };
  const alreadyDid = conflictingStep(step, takenBy, event);
  if (alreadyDid !== undefined) return { code: 'SAME_PERSON', action, alreadyDid };
  const requirement = step.requires.find((one) => !isMet(one, step, takenBy, event));
  return requirement === undefined ? null : { code: 'REQUIREMENT_NOT_MET', action, requirement };
}

/** The standing after a step that may be taken. */
export function applyStep(step: AwardStep, standing: AwardStanding, by: PersonId): Advance {
  const recorded = withTaker(standing.takenBy, step.action, by);
  const tookEffect = takersOf(recorded, step.action).length >= step.persons;
  const takenBy = tookEffect && step.effects.includes('VOID_APPROVALS') ? withoutTakers(recorded, 'APPROVE') : recorded;
  return { step, standing: { state: tookEffect ? step.to : standing.state, takenBy }, tookEffect };
}

function conflictingStep(
  step: AwardStep,
  takenBy: TakenBy,
  { by, alsoAs }: Pick<AwardStepEvent, 'by' | 'alsoAs'>,
): AwardAction | undefined {
  // A quorum counts distinct people, so one person's second vote is a conflict with his first.
  const rivals = step.persons > 1 ? [...step.distinctFrom, step.action] : step.distinctFrom;
  return rivals.find((action) => takersOf(takenBy, action).some((taker) => taker === by || alsoAs.includes(taker)));
}

function isMet(requirement: Requirement, step: AwardStep, takenBy: TakenBy, event: AwardStepEvent): boolean {
  return requirement === 'ONCE' ? takersOf(takenBy, step.action).length === 0 : event.meets[requirement];
}
