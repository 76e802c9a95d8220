import { present } from '@khuyenhoc/kernel';
import { initialTransition, setup, transition, type AnyMachineSnapshot } from 'xstate';
import { applyStep, whyNot, type AwardStanding, type AwardStepEvent } from './advance.ts';
import type { TakenBy } from './taken-by.ts';
import { withFloor } from '../workflow/floor.ts';
import { awardStates, type AwardState, type AwardStep, type WorkflowTemplate } from '../workflow/template.ts';

/**
 * The award's statechart as a real XState machine, compiled from a template. It is the law that the look-up tables of
 * `workflow/compile.ts` are tested against. It is only ever stepped with the pure `transition`: no actor is started,
 * nothing is invoked, and a step with a quorum stays in its state until the last person needed has taken it.
 */
export function awardMachine(published: WorkflowTemplate) {
  const template = withFloor(published);
  const machine = setup({
    types: {
      context: {} as { takenBy: TakenBy },
      events: {} as AwardStepEvent,
    },
    guards: {
      mayTake: ({ context, event }, { step }: { step: AwardStep }) => whyNot(step, context.takenBy, event) === null,
      fillsQuorum: ({ context, event }, { step }: { step: AwardStep }) =>
        whyNot(step, context.takenBy, event) === null &&
        applyStep(step, standingIn(step, context.takenBy), event.by).tookEffect,
    },
  });
  const record = (step: AwardStep) =>
    machine.assign({
      takenBy: ({ context, event }) => applyStep(step, standingIn(step, context.takenBy), event.by).standing.takenBy,
    });
  const moves = (steps: readonly AwardStep[]) =>
    Object.fromEntries(
      steps.map((step) => [
        step.action,
        [
          { guard: { type: 'fillsQuorum' as const, params: { step } }, target: step.to, actions: record(step) },
          { guard: { type: 'mayTake' as const, params: { step } }, actions: record(step) },
        ],
      ]),
    );
  const stepsFrom = (state: AwardState) => template.award.filter((step) => step.from.includes(state));
  return machine.createMachine({
    id: template.code,
    context: { takenBy: {} },
    initial: 'proposed',
    states: {
      proposed: { on: moves(template.award.filter((step) => step.from.length === 0)) },
      ...Object.fromEntries(
        awardStates.map((state) => {
          const steps = stepsFrom(state);
          return [state, steps.length === 0 ? { type: 'final' as const } : { on: moves(steps) }];
        }),
      ),
    },
  });
}

export type AwardMachine = ReturnType<typeof awardMachine>;

/** One step by XState itself: the standing after it, or null when the machine does not move (an illegal event or a false guard). */
export function stepByMachine(
  machine: AwardMachine,
  standing: AwardStanding | null,
  event: AwardStepEvent,
): AwardStanding | null {
  const before: AnyMachineSnapshot =
    standing === null
      ? initialTransition(machine)[0]
      : machine.resolveState({ value: standing.state, context: { takenBy: standing.takenBy } });
  const [after] = transition(machine, before as Parameters<typeof transition<AwardMachine>>[1], event);
  // XState gives the very same object back when it does not move.
  if (after === before) return null;
  const value: string = after.value;
  const state = awardStates.find((one) => one === value);
  return { state: present(state, 'the state after a step'), takenBy: after.context.takenBy };
}

function standingIn(step: AwardStep, takenBy: TakenBy): AwardStanding {
  return { state: step.from[0] ?? step.to, takenBy };
}
