import { describe, expect, test } from 'vitest';
import {
  awardStates,
  campaignStates,
  standardTemplate,
  type AwardAction,
  type AwardState,
  type Role,
  type CampaignState,
} from '../../src/index.ts';
import { aDecision, aPerson, workflow } from '../makers.ts';
import { AwardStory } from '../award-story.ts';

const [lan, minh, hoa, tuan, thu, nga] = [1, 2, 3, 4, 5, 6].map(aPerson) as [
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
];

/** Lan nominates, Minh verifies, Hoa and Tuan approve, Thu pays; each method stops one step later. */
const nominated = () => new AwardStory().nominate();
const verified = () => nominated().take('VERIFY', minh, 'verifier');
const approved = () => verified().take('APPROVE', hoa, 'approver').take('APPROVE', tuan, 'approver');
const paid = () => approved().take('PAY', thu, 'treasurer');

describe('separation of duties', () => {
  test('nobody verifies his own nominee', () => {
    expect(nominated().attempt({ action: 'VERIFY', by: lan, role: 'verifier' })).toEqual({
      ok: false,
      error: { code: 'SAME_PERSON', action: 'VERIFY', alreadyDid: 'NOMINATE' },
    });
  });

  test('nobody approves his own nominee, nor what he resubmitted, nor what he verified', () => {
    expect(verified().attempt({ action: 'APPROVE', by: lan, role: 'approver' })).toMatchObject({
      error: { code: 'SAME_PERSON', alreadyDid: 'NOMINATE' },
    });
    expect(verified().attempt({ action: 'APPROVE', by: minh, role: 'approver' })).toMatchObject({
      error: { code: 'SAME_PERSON', alreadyDid: 'VERIFY' },
    });
    const resubmitted = nominated()
      .take('RETURN', minh, 'verifier')
      .take('RESUBMIT', nga, 'nominator')
      .take('VERIFY', minh, 'verifier');
    expect(resubmitted.attempt({ action: 'APPROVE', by: nga, role: 'approver' })).toMatchObject({
      error: { code: 'SAME_PERSON', alreadyDid: 'RESUBMIT' },
    });
  });

  test('one approval is not enough, and the same person twice is no quorum', () => {
    const story = verified().take('APPROVE', hoa, 'approver');
    expect(story.award.state).toBe('verified');
    expect(story.attempt({ action: 'APPROVE', by: hoa, role: 'approver' })).toEqual({
      ok: false,
      error: { code: 'SAME_PERSON', action: 'APPROVE', alreadyDid: 'APPROVE' },
    });
    expect(story.take('APPROVE', tuan, 'approver').award.state).toBe('approved');
  });

  test('whoever approved or nominated does not pay', () => {
    for (const [by, alreadyDid] of [
      [hoa, 'APPROVE'],
      [tuan, 'APPROVE'],
      [lan, 'NOMINATE'],
    ] as const) {
      expect(approved().attempt({ action: 'PAY', by, role: 'treasurer' })).toEqual({
        ok: false,
        error: { code: 'SAME_PERSON', action: 'PAY', alreadyDid },
      });
    }
  });

  test('whoever paid does not take it back', () => {
    expect(paid().attempt({ action: 'REVERSE', by: thu, role: 'approver' })).toMatchObject({
      error: { code: 'SAME_PERSON', alreadyDid: 'PAY' },
    });
    expect(paid().take('REVERSE', hoa, 'approver').award.state).toBe('reversed');
  });

  test('whoever rejected does not judge the appeal', () => {
    const appealed = nominated().take('REJECT', minh, 'verifier').take('APPEAL', lan, 'nominator');
    for (const action of ['UPHOLD', 'OVERTURN'] as const) {
      expect(appealed.attempt({ action, by: minh, role: 'approver' })).toMatchObject({
        error: { code: 'SAME_PERSON', alreadyDid: 'REJECT' },
      });
      expect(appealed.attempt({ action, by: lan, role: 'approver' })).toMatchObject({
        error: { code: 'SAME_PERSON', alreadyDid: 'NOMINATE' },
      });
    }
  });
});

describe('approvals', () => {
  test('given before a return are void: two new ones are needed', () => {
    const story = verified()
      .take('APPROVE', hoa, 'approver')
      .take('RETURN', tuan, 'approver')
      .take('RESUBMIT', lan, 'nominator')
      .take('VERIFY', minh, 'verifier')
      .take('APPROVE', tuan, 'approver');
    expect(story.award.state).toBe('verified');
    expect(story.award.takenBy.APPROVE).toEqual([tuan]);
    expect(story.take('APPROVE', hoa, 'approver').award.state).toBe('approved');
  });

  test('are given only to what the rules found eligible', () => {
    for (const outcome of ['ineligible', 'undecidable', 'blocked'] as const) {
      const story = new AwardStory().nominate({ decision: aDecision({ outcome }) }).take('VERIFY', minh, 'verifier');
      expect(story.attempt({ action: 'APPROVE', by: hoa, role: 'approver' })).toEqual({
        ok: false,
        error: { code: 'REQUIREMENT_NOT_MET', action: 'APPROVE', requirement: 'ELIGIBLE' },
      });
    }
  });

  test('reserve only when the quorum is full', () => {
    const story = verified().take('APPROVE', hoa, 'approver');
    expect(story.changes.at(-1)?.transfers).toEqual([]);
    expect(story.changes.at(-1)?.event.type).toBe('award.approval-given@1');
    expect(story.take('APPROVE', tuan, 'approver').changes.at(-1)?.transfers).toHaveLength(2);
  });
});

describe('refusing and taking back', () => {
  test('rejected after approval releases what was promised', () => {
    const story = approved().take('REJECT', hoa, 'approver');
    expect(story.award.state).toBe('rejected');
    expect(story.changes.at(-1)?.transfers.map((one) => one.kind)).toEqual(['RELEASE', 'RELEASE']);
    expect(story.situation.balances.changes()).toEqual([]);
  });

  test('withdrawn after approval releases what was promised', () => {
    const story = approved().take('WITHDRAW', lan, 'nominator');
    expect(story.award.state).toBe('withdrawn');
    expect(story.situation.balances.changes()).toEqual([]);
  });

  test('a rejected or withdrawn award is never paid', () => {
    for (const story of [approved().take('REJECT', hoa, 'approver'), approved().take('WITHDRAW', lan, 'nominator')]) {
      expect(story.attempt({ action: 'PAY', by: thu, role: 'treasurer' })).toMatchObject({
        error: { code: 'STEP_NOT_POSSIBLE', action: 'PAY', state: story.award.state },
      });
    }
  });

  test('an appeal is made only once in the life of an award', () => {
    const upheld = nominated()
      .take('REJECT', minh, 'verifier')
      .take('APPEAL', lan, 'nominator')
      .take('UPHOLD', hoa, 'approver');
    expect(upheld.award.state).toBe('rejected');
    for (const by of [lan, nga]) {
      expect(upheld.attempt({ action: 'APPEAL', by, role: 'nominator' })).toEqual({
        ok: false,
        error: { code: 'REQUIREMENT_NOT_MET', action: 'APPEAL', requirement: 'ONCE' },
      });
    }
  });

  test('a granted appeal begins again at the verification, and still needs every step', () => {
    const story = nominated()
      .take('REJECT', minh, 'verifier')
      .take('APPEAL', lan, 'nominator')
      .take('OVERTURN', hoa, 'approver');
    expect(story.award.state).toBe('nominated');
    expect(story.attempt({ action: 'APPROVE', by: tuan, role: 'approver' })).toMatchObject({
      error: { code: 'STEP_NOT_POSSIBLE', state: 'nominated' },
    });
  });

  test.each<[AwardAction, () => AwardStory, Role]>([
    ['RETURN', nominated, 'verifier'],
    ['RETURN', verified, 'approver'],
    ['REJECT', nominated, 'verifier'],
    ['REJECT', verified, 'approver'],
    ['REJECT', approved, 'approver'],
    ['WITHDRAW', nominated, 'nominator'],
    ['WITHDRAW', approved, 'nominator'],
    ['REVERSE', paid, 'approver'],
  ])('%s asks for a reason in words', (action, story, role) => {
    expect(story().attempt({ action, by: nga, role, sealed: [] })).toEqual({
      ok: false,
      error: { code: 'REQUIREMENT_NOT_MET', action, requirement: 'REASON' },
    });
  });
});

describe('roles and phases', () => {
  test('a step is refused to another role, with the roles that may', () => {
    expect(nominated().attempt({ action: 'VERIFY', by: minh, role: 'treasurer' })).toEqual({
      ok: false,
      error: { code: 'ROLE_REQUIRED', action: 'VERIFY', required: ['verifier'], role: 'treasurer' },
    });
  });

  test('nothing is paid before approval has begun in the campaign, nor after it is closed', () => {
    for (const during of ['verification', 'closed', 'cancelled'] as const) {
      expect(approved().attempt({ action: 'PAY', by: thu, role: 'treasurer', during })).toEqual({
        ok: false,
        error: { code: 'CAMPAIGN_NOT_IN_PHASE', action: 'PAY', phase: during, required: ['approval', 'disbursement'] },
      });
    }
  });

  test('no step at all is possible in a campaign that is a draft, only published or cancelled; closed, receipts still come in', () => {
    const stepsDuring = (phase: CampaignState) =>
      standardTemplate.award.filter((step) => step.during.includes(phase)).map((step) => step.action);
    for (const phase of ['draft', 'published', 'cancelled'] as const) expect(stepsDuring(phase)).toEqual([]);
    expect(stepsDuring('closed')).toEqual(['ACKNOWLEDGE']);
  });

  test('whatever commits or moves money needs a mandate over the whole campaign', () => {
    const moves = standardTemplate.award.filter((step) => step.effects.some((effect) => effect !== 'VOID_APPROVALS'));
    // Giving a promise back is the nominator's own to do.
    expect(moves.filter((step) => step.reach === 'award').map((step) => step.action)).toEqual(['WITHDRAW']);
  });

  test('an auditor takes no step of anything', () => {
    expect(
      [...standardTemplate.award, ...standardTemplate.campaign].filter((step) => step.roles.includes('auditor')),
    ).toEqual([]);
  });

  test('a refused step tells what is possible instead', () => {
    expect(verified().attempt({ action: 'PAY', by: thu, role: 'treasurer' })).toEqual({
      ok: false,
      error: {
        code: 'STEP_NOT_POSSIBLE',
        action: 'PAY',
        state: 'verified',
        possible: ['RETURN', 'REJECT', 'WITHDRAW', 'APPROVE'],
      },
    });
  });
});

/** Which steps move money and places, and how; every step that is not here moves nothing. */
const effects: readonly (readonly [from: AwardState, action: AwardAction, effects: readonly string[]])[] = [
  ['verified', 'APPROVE', ['RESERVE']],
  ['approved', 'PAY', ['SETTLE']],
  ['approved', 'REJECT', ['RELEASE', 'VOID_APPROVALS']],
  ['approved', 'WITHDRAW', ['RELEASE', 'VOID_APPROVALS']],
  ['disbursed', 'REVERSE', ['REVERSE', 'VOID_APPROVALS']],
  ['acknowledged', 'REVERSE', ['REVERSE', 'VOID_APPROVALS']],
  ['nominated', 'RETURN', ['VOID_APPROVALS']],
  ['verified', 'RETURN', ['VOID_APPROVALS']],
  ['verified', 'REJECT', ['VOID_APPROVALS']],
  ['verified', 'WITHDRAW', ['VOID_APPROVALS']],
];

test('the effects of the standard template are exactly those of the table above', () => {
  const found = awardStates.flatMap((state) =>
    workflow
      .awardSteps(state)
      .flatMap((step) => (step.effects.length === 0 ? [] : [[state, step.action, step.effects] as const])),
  );
  const inOrder = (rows: typeof effects) => rows.map((row) => JSON.stringify(row)).toSorted();
  expect(inOrder(found)).toEqual(inOrder(effects));
  expect(workflow.nominate.effects).toEqual([]);
});

test('every state of an award and of a campaign is reached by some step, but that of what a reform carried elsewhere', () => {
  const reached = new Set<string>([...standardTemplate.award, ...standardTemplate.campaign].map((step) => step.to));
  expect([...awardStates, ...campaignStates].filter((state) => !reached.has(state))).toEqual([
    'crossed',
    'draft',
    'crossed',
  ]);
});

test('every step has its title in Vietnamese and in English', () => {
  for (const { title } of [...standardTemplate.award, ...standardTemplate.campaign, standardTemplate]) {
    expect(title.vi.trim()).not.toBe('');
    expect(title.en.trim()).not.toBe('');
    expect(title.vi).toBe(title.vi.normalize('NFC'));
  }
});
