import { describe, expect, test } from 'vitest';
import {
  advanceAward,
  awardActions,
  compileWorkflow,
  roles,
  standardTemplate,
  type AwardAction,
  type AwardStepEvent,
  type Bond,
} from '../../src/index.ts';
import { AwardStory } from '../award-story.ts';
import { aPerson, workflow } from '../makers.ts';

const [lan, minh, hoa, tuan, thu] = [aPerson(1), aPerson(2), aPerson(3), aPerson(4), aPerson(5)];

/** The standard template without a word about who may not be whom. */
const careless = compileWorkflow({
  ...standardTemplate,
  award: standardTemplate.award.map((step) => ({ ...step, distinctFrom: [] })),
});

const distinctFrom = (of: typeof careless, action: AwardAction) =>
  of.template.award.find((step) => step.action === action)?.distinctFrom;

describe('a template that says nothing of four eyes', () => {
  test('still keeps the nominator from approving, and nominator, verifier and approver from paying', () => {
    expect(distinctFrom(careless, 'APPROVE')).toEqual(['NOMINATE', 'RESUBMIT']);
    expect(distinctFrom(careless, 'PAY')).toEqual(['NOMINATE', 'RESUBMIT', 'VERIFY', 'APPROVE']);
    expect(distinctFrom(careless, 'VERIFY')).toEqual([]);
  });

  test('refuses by name of the step that rules the other out', () => {
    const story = new AwardStory({ workflow: careless }).nominate().take('VERIFY', minh, 'verifier');
    expect(story.attempt({ action: 'APPROVE', by: lan, role: 'approver' })).toMatchObject({
      error: { code: 'SAME_PERSON', alreadyDid: 'NOMINATE' },
    });
    story.take('APPROVE', hoa, 'approver').take('APPROVE', tuan, 'approver');
    for (const [by, alreadyDid] of [
      [lan, 'NOMINATE'],
      [minh, 'VERIFY'],
      [tuan, 'APPROVE'],
    ] as const) {
      expect(story.attempt({ action: 'PAY', by, role: 'treasurer' })).toMatchObject({
        error: { code: 'SAME_PERSON', alreadyDid },
      });
    }
    expect(story.attempt({ action: 'PAY', by: thu, role: 'treasurer' }).ok).toBe(true);
  });

  test('who sent it in again does not approve either', () => {
    const story = new AwardStory({ workflow: careless })
      .nominate()
      .take('RETURN', minh, 'verifier')
      .take('RESUBMIT', thu, 'nominator')
      .take('VERIFY', minh, 'verifier');
    expect(story.attempt({ action: 'APPROVE', by: thu, role: 'approver' })).toMatchObject({
      error: { code: 'SAME_PERSON', alreadyDid: 'RESUBMIT' },
    });
  });
});

test('a template may ask for more, and its own demands stay', () => {
  expect(distinctFrom(workflow, 'APPROVE')).toEqual(['NOMINATE', 'RESUBMIT', 'VERIFY']);
  expect(distinctFrom(workflow, 'ACKNOWLEDGE')).toEqual(['PAY']);
});

test('two records of one human are one person: the second record cannot approve what the first nominated', () => {
  const twin = aPerson(41);
  const story = new AwardStory().nominate().take('VERIFY', minh, 'verifier');
  expect(story.attempt({ action: 'APPROVE', by: twin, role: 'approver', alsoAs: [lan] })).toMatchObject({
    error: { code: 'SAME_PERSON', alreadyDid: 'NOMINATE' },
  });
  story.take('APPROVE', hoa, 'approver');
  expect(story.attempt({ action: 'APPROVE', by: twin, role: 'approver', alsoAs: [hoa] })).toMatchObject({
    error: { code: 'SAME_PERSON', alreadyDid: 'APPROVE' },
  });
});

/** Every step from everywhere, by somebody of a role of that step with a bond: which are kept from it? */
const keptFrom = (bond: Bond): readonly string[] => {
  const kept = new Set<string>();
  for (const step of workflow.template.award) {
    for (const role of step.roles) {
      const event: AwardStepEvent = {
        type: step.action,
        by: aPerson(9),
        alsoAs: [],
        bond,
        role,
        reachesCampaign: true,
        during: step.during.at(-1) ?? 'nomination',
        meets: { ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true },
      };
      for (const state of step.from) {
        const answer = advanceAward(workflow, { state, takenBy: {} }, event);
        if (!answer.ok && answer.error.code === 'RELATED_PERSON') kept.add(`${step.action} ${role}`);
      }
    }
  }
  return [...kept].toSorted();
};

const decisions = [
  'APPROVE approver',
  'OVERTURN approver',
  'PAY treasurer',
  'REJECT approver',
  'REJECT verifier',
  'RESUBMIT nominator',
  'RETURN approver',
  'RETURN verifier',
  'REVERSE approver',
  'UPHOLD approver',
  'VERIFY verifier',
];

describe('a relative', () => {
  test('is kept from every step but taking the child back, complaining and signing for it', () => {
    expect(keptFrom('GUARDIAN')).toEqual(['ACKNOWLEDGE treasurer', ...decisions].toSorted());
    expect(keptFrom('SELF')).toEqual(keptFrom('GUARDIAN'));
  });

  test('who may not sign for the child attests no receipt either', () => {
    expect(keptFrom('RELATIVE')).toEqual(['ACKNOWLEDGE nominator', 'ACKNOWLEDGE treasurer', ...decisions].toSorted());
  });

  test('does not nominate', () => {
    expect(() => new AwardStory({ bond: 'RELATIVE' }).nominate()).toThrow('RELATED_PERSON');
  });

  test('is told of the bond only when role, reach and phase were right: it says nothing to others', () => {
    for (const action of awardActions.filter((one) => one !== 'NOMINATE')) {
      for (const role of roles) {
        const step = workflow.template.award.find((one) => one.action === action);
        if (step?.roles.includes(role) !== false) continue;
        const answer = new AwardStory().nominate().attempt({ action, by: aPerson(9), role, bond: 'RELATIVE' });
        expect(answer.ok ? null : answer.error.code).not.toBe('RELATED_PERSON');
      }
    }
  });
});
