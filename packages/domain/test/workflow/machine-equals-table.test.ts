import { isDeepStrictEqual } from 'node:util';
import type { Result } from '@khuyenhoc/kernel';
import { scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
import { describe, expect, test } from 'vitest';
import {
  advanceAward,
  advanceCampaign,
  awardActions,
  awardMachine,
  awardStates,
  beginAward,
  campaignActions,
  campaignMachine,
  campaignStates,
  compileWorkflow,
  roles,
  standardTemplate,
  stepByMachine,
  stepCampaignByMachine,
  type Advance,
  type AwardAction,
  type AwardStanding,
  type AwardStep,
  type AwardStepEvent,
  type StepRefusal,
  type WorkflowTemplate,
} from '../../src/index.ts';
import { aPerson } from '../makers.ts';

/**
 * The XState machine is the law and the compiled table is what runs. Both are driven with the same random events, legal and
 * illegal, and must move alike and stand alike after every one.
 */
const steps = scale(2_400_000);

/** Where a walk goes somewhat more often, since it takes many steps in a row to get to its end. */
const wayToMoney: readonly AwardAction[] = ['VERIFY', 'APPROVE', 'PAY', 'ACKNOWLEDGE'];

const people = [1, 2, 3, 4, 5].map(aPerson);

/** An event, drawn so that enough of them are legal for the walk to reach every corner. */
function aRandomEvent(random: SeededRandom, possible: readonly AwardStep[]): AwardStepEvent {
  const onwards = possible.filter((step) => wayToMoney.includes(step.action));
  const choice = onwards.length > 0 && random.chance(0.4) ? onwards : possible;
  const likely = choice.length > 0 && random.chance(0.9) ? random.oneOf(choice) : undefined;
  return {
    type: likely?.action ?? random.oneOf(awardActions),
    by: random.oneOf(people),
    alsoAs: random.chance(0.1) ? [random.oneOf(people)] : [],
    bond: random.chance(0.1) ? random.oneOf(['SELF', 'GUARDIAN', 'RELATIVE'] as const) : null,
    role: random.oneOf(likely !== undefined && random.chance(0.9) ? likely.roles : roles),
    reachesCampaign: random.chance(0.95),
    during: random.oneOf(likely !== undefined && random.chance(0.9) ? likely.during : campaignStates),
    meets: { ELIGIBLE: random.chance(0.9), REASON: random.chance(0.9), AMOUNT_DECIDED: random.chance(0.9) },
  };
}

/** Walks through a template with both and gives what was seen: each move taken, each refusal's code, the number of moves. */
function walk(template: WorkflowTemplate, random: SeededRandom, length: number) {
  const table = compileWorkflow(template);
  const machine = awardMachine(template);
  const seen = new Set<string>();
  let standing: AwardStanding | null = null;
  let moves = 0;
  for (let taken = 0; taken < length; taken += 1) {
    const before: AwardStanding | null = standing;
    const possible = before === null ? [table.nominate] : table.awardSteps(before.state);
    const event = aRandomEvent(random, possible);
    const isNonsense = before === null && event.type !== 'NOMINATE';
    const byTable: Result<Advance, StepRefusal> =
      before === null ? beginAward(table, event) : advanceAward(table, before, event);
    const byMachine = stepByMachine(machine, before, event);
    // A beginning is always a nomination: the table has no question to answer for anything else.
    if (!isNonsense) {
      const expected = byTable.ok ? byTable.value.standing : null;
      // An assertion a step, each with its message, would cost more than everything that is asserted.
      if (!isDeepStrictEqual(byMachine, expected)) {
        expect(byMachine, `step ${taken}: ${JSON.stringify({ before, event })}`).toEqual(expected);
      }
      seen.add(
        byTable.ok ? `${before?.state ?? 'proposed'} ${event.type} ${byTable.value.tookEffect}` : byTable.error.code,
      );
      if (byTable.ok) {
        moves += 1;
        standing = byTable.value.standing;
      }
    }
    if (standing !== null && (table.awardSteps(standing.state).length === 0 || random.chance(0.02))) standing = null;
  }
  return { seen, moves };
}

/** The standard template with people, roles, phases, requirements and effects drawn anew for every step. */
function aRandomTemplate(random: SeededRandom): WorkflowTemplate {
  const award = standardTemplate.award.map((step): AwardStep => ({
    ...step,
    to: random.chance(0.2) ? random.oneOf(awardStates) : step.to,
    persons: step.action === 'APPROVE' ? 1 + random.below(3) : 1,
    roles: [random.oneOf(roles), ...random.someOf(roles, 0.3)],
    during: [random.oneOf(campaignStates), ...random.someOf(campaignStates, 0.3)],
    distinctFrom: random.someOf(awardActions, 0.15),
    requires: random.someOf(['ELIGIBLE', 'REASON', 'AMOUNT_DECIDED', 'ONCE'] as const, 0.2),
    effects: random.chance(0.3) ? ['VOID_APPROVALS'] : [],
  }));
  return { ...standardTemplate, code: 'random', award };
}

describe('the award', () => {
  test('of the standard template moves alike in the machine and in the table, through every edge and every refusal', () => {
    const { seen, moves } = walk(standardTemplate, seededRandom(seed), steps);
    const edges = standardTemplate.award.flatMap((step) =>
      (step.from.length === 0 ? ['proposed'] : step.from).map((state) => `${state} ${step.action} true`),
    );
    const refusals = [
      'STEP_NOT_POSSIBLE',
      'ROLE_REQUIRED',
      'CAMPAIGN_NOT_IN_PHASE',
      'SAME_PERSON',
      'RELATED_PERSON',
      'REQUIREMENT_NOT_MET',
    ];
    // A walk that stays in a corner would prove nothing.
    expect([...edges, ...refusals, 'verified APPROVE false'].filter((one) => !seen.has(one))).toEqual([]);
    expect(moves).toBeGreaterThan(steps / 5);
  });

  test('of templates made at random does so too', () => {
    const templates = scale(4_000);
    const random = seededRandom(seed);
    let moves = 0;
    for (let made = 0; made < templates; made += 1) moves += walk(aRandomTemplate(random), random, 250).moves;
    expect(moves).toBeGreaterThan(templates * 25);
  });

  test('that has ended moves neither in the machine nor in the table', () => {
    const table = compileWorkflow(standardTemplate);
    const machine = awardMachine(standardTemplate);
    for (const state of ['withdrawn', 'reversed'] as const) {
      for (const type of awardActions) {
        for (const role of roles) {
          const event: AwardStepEvent = {
            type,
            by: aPerson(9),
            alsoAs: [],
            bond: null,
            role,
            reachesCampaign: true,
            during: 'disbursement',
            meets: { ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true },
          };
          expect(stepByMachine(machine, { state, takenBy: {} }, event)).toBeNull();
          expect(advanceAward(table, { state, takenBy: {} }, event)).toMatchObject({
            ok: false,
            error: { code: 'STEP_NOT_POSSIBLE', possible: [] },
          });
        }
      }
    }
  });
});

describe('the campaign', () => {
  test('moves alike in the machine and in the table, for every state, action and role', () => {
    const table = compileWorkflow(standardTemplate);
    const machine = campaignMachine(standardTemplate);
    let moves = 0;
    for (const state of campaignStates) {
      for (const type of campaignActions) {
        for (const role of roles) {
          const byTable = advanceCampaign(table, state, { type, role });
          expect(stepCampaignByMachine(machine, state, { type, role })).toBe(byTable.ok ? byTable.value.to : null);
          if (byTable.ok) moves += 1;
        }
      }
    }
    expect(moves).toBe(10);
  });
});
