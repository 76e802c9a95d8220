import { calendarDate, instant } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import {
  accountsOf,
  AllotmentPlan,
  contentHashOf,
  decideNomination,
  place,
  vnd,
  type AwardDecision,
  type AwardSituation,
} from '../../src/index.ts';
import { AwardStory } from '../award-story.ts';
import {
  aDecision,
  aGroup,
  aHash,
  anAllotment,
  aNomination,
  aPerson,
  aSituation,
  balancesWith,
  commune,
  digest,
  money,
  places,
  schoolPath,
} from '../makers.ts';

const lan = aPerson(1);
const [minh, hoa, tuan, thu] = [aPerson(2), aPerson(3), aPerson(4), aPerson(5)];

const verified = (decision: AwardDecision = aDecision(), situation: Partial<AwardSituation> = {}) =>
  new AwardStory(situation).nominate({ decision }).take('VERIFY', minh, 'verifier');
const approved = (decision: AwardDecision = aDecision(), situation: Partial<AwardSituation> = {}) =>
  verified(decision, situation).take('APPROVE', hoa, 'approver').take('APPROVE', tuan, 'approver');
const paid = () => approved().take('PAY', thu, 'treasurer');

const lastApproval = { action: 'APPROVE', by: tuan, role: 'approver' } as const;
const held = (story: AwardStory) => {
  const { balances } = story.situation;
  const of = (allotment: typeof money) =>
    [allotment.available, allotment.reserved, allotment.spent].map((account) => balances.balanceOf(account));
  return { money: of(money), places: of(places) };
};

describe('a nomination', () => {
  test('begins an award at version 1, with the hash of its event as head and bound to its content', () => {
    const story = new AwardStory().nominate();
    const [event] = story.events;
    expect(story.award).toMatchObject({
      state: 'nominated',
      version: 1,
      head: event?.hash,
      takenBy: { NOMINATE: [aPerson(1)] },
      contentHash: contentHashOf(aDecision(), digest),
      path: schoolPath,
      paymentGroupId: null,
      paymentBatch: null,
    });
    expect(event).toMatchObject({ seq: 1, type: 'award.nominated@1' });
  });

  test('is refused outside the nomination phase, and to whoever is no nominator', () => {
    const inApproval = decideNomination(aNomination(), schoolPath, aSituation({ campaignState: 'approval' }));
    expect(inApproval).toMatchObject({ error: { code: 'CAMPAIGN_NOT_IN_PHASE', phase: 'approval' } });
    const byTreasurer = decideNomination(aNomination(), schoolPath, aSituation({ role: 'treasurer' }));
    expect(byTreasurer).toMatchObject({ error: { code: 'ROLE_REQUIRED', required: ['nominator'] } });
  });

  test('is refused for a day in a closed period', () => {
    const books = { lateEntryDays: 30, closedThrough: calendarDate('2024-09-05') };
    expect(decideNomination(aNomination(), schoolPath, aSituation({ books }))).toMatchObject({
      error: { code: 'PERIOD_CLOSED' },
    });
  });

  test('may name a child whom the rules find ineligible: the board sees why, and cannot approve', () => {
    const decision = aDecision({ outcome: 'ineligible', failedClauses: ['gpa'], items: [], pool: null });
    expect(new AwardStory().nominate({ decision }).award.decision.failedClauses).toEqual(['gpa']);
  });

  test('happens once in the life of an award', () => {
    const again = new AwardStory().nominate().attempt({ action: 'NOMINATE', by: aPerson(1), role: 'nominator' });
    expect(again).toMatchObject({ error: { code: 'STEP_NOT_POSSIBLE', action: 'NOMINATE', state: 'nominated' } });
  });
});

describe('a command', () => {
  test('that saw another version is refused before anything else is looked at', () => {
    const story = verified();
    for (const expectedVersion of [0, 1, 3]) {
      expect(story.attempt({ action: 'PAY', by: thu, role: 'nominator', expectedVersion })).toEqual({
        ok: false,
        error: { code: 'VERSION_CONFLICT', expected: expectedVersion, actual: 2 },
      });
    }
  });

  test('done on an earlier day is recorded as late, with both days', () => {
    const story = new AwardStory()
      .nominate()
      .take('VERIFY', minh, 'verifier', { effectiveOn: '2024-09-18' })
      .take('APPROVE', hoa, 'approver', { effectiveOn: '2024-09-20' });
    expect(JSON.parse(story.events.at(-1)?.bytes ?? '')).toMatchObject({
      at: '2024-10-01T02:00:00.000Z',
      on: '2024-09-20',
      late: true,
    });
    expect(JSON.parse(story.events.at(0)?.bytes ?? '')).toMatchObject({ on: '2024-09-05', late: false });
  });

  test('done before the step that it follows is refused', () => {
    const story = new AwardStory().nominate().take('VERIFY', minh, 'verifier', { effectiveOn: '2024-09-18' });
    expect(story.attempt({ action: 'APPROVE', by: hoa, role: 'approver', effectiveOn: '2024-09-17' })).toMatchObject({
      error: { code: 'EFFECTIVE_DATE_TOO_EARLY', earliest: '2024-09-18' },
    });
  });

  test('that commits money needs a mandate over the whole campaign', () => {
    const story = new AwardStory({ mandatePath: schoolPath }).nominate().take('VERIFY', minh, 'verifier');
    expect(story.attempt({ action: 'APPROVE', by: hoa, role: 'approver' })).toEqual({
      ok: false,
      error: { code: 'CAMPAIGN_REACH_REQUIRED', action: 'APPROVE' },
    });
  });

  test.each([
    ['in the future', '2024-10-02', 'EFFECTIVE_DATE_IN_FUTURE'],
    ['too long ago', '2024-08-01', 'EFFECTIVE_DATE_TOO_EARLY'],
    ['in a closed period', '2024-09-15', 'PERIOD_CLOSED'],
  ])('done %s is refused and changes nothing', (_when, effectiveOn, code) => {
    const story = new AwardStory({ books: { lateEntryDays: 30, closedThrough: calendarDate('2024-09-15') } });
    story.nominate({}, { books: { lateEntryDays: 30, closedThrough: null } });
    const before = story.award;
    expect(story.attempt({ action: 'VERIFY', by: minh, role: 'verifier', effectiveOn })).toMatchObject({
      error: { code },
    });
    expect(story.award).toBe(before);
  });

  test('gives the same bytes and hash whenever the same is decided again', () => {
    expect(paid().events).toEqual(paid().events);
  });
});

describe('an approval', () => {
  test('moves the money and one place from what is available to what is promised, in one group', () => {
    const story = approved();
    expect(held(story)).toEqual({ money: [9_500_000n, 500_000n, 0n], places: [9n, 1n, 0n] });
    expect(story.changes.at(-1)?.transfers).toEqual([
      {
        groupId: aGroup(4),
        line: 1,
        kind: 'RESERVE',
        commodity: vnd,
        debit: money.available,
        credit: money.reserved,
        quantity: 500_000n,
        effectiveOn: '2024-10-01',
        recordedAt: '2024-10-01T02:00:00.000Z',
        reversesGroupId: null,
      },
      expect.objectContaining({
        line: 2,
        commodity: place,
        debit: places.available,
        credit: places.reserved,
        quantity: 1n,
      }),
    ]);
  });

  test('over budget tells the source, what is left and what was asked, and changes nothing', () => {
    const story = verified(aDecision(), { balances: balancesWith({ vnd: 499_999n, places: 10n }) });
    story.take('APPROVE', hoa, 'approver');
    const before = story.award;
    expect(story.attempt(lastApproval)).toEqual({
      ok: false,
      error: { code: 'OVER_BUDGET', source: 'common', availableVnd: 499_999n, askedVnd: 500_000n },
    });
    expect(story.award).toBe(before);
    expect(held(story)).toEqual({ money: [499_999n, 0n, 0n], places: [10n, 0n, 0n] });
  });

  test('of exactly what is left is possible', () => {
    const story = approved(aDecision(), { balances: balancesWith({ vnd: 500_000n, places: 1n }) });
    expect(held(story)).toEqual({ money: [0n, 500_000n, 0n], places: [0n, 1n, 0n] });
  });

  test('over quota tells the pool and what is left, and the money of the same award stays where it was', () => {
    const story = verified(aDecision(), { balances: balancesWith({ vnd: 500_000n, places: 0n }) });
    story.take('APPROVE', hoa, 'approver');
    expect(story.attempt(lastApproval)).toEqual({
      ok: false,
      error: { code: 'OVER_QUOTA', pool: 'primary', available: 0n },
    });
    expect(story.situation.balances.changes()).toEqual([]);
  });

  test('from a source without budget, or a pool without quota, says so', () => {
    const elsewhere = aDecision({ items: [{ source: 'sponsor', commodity: vnd, quantity: 1n }] });
    expect(verified(elsewhere).take('APPROVE', hoa, 'approver').attempt(lastApproval)).toEqual({
      ok: false,
      error: { code: 'NO_BUDGET', source: 'sponsor' },
    });
    const otherPool = aDecision({ pool: 'secondary' });
    expect(verified(otherPool).take('APPROVE', hoa, 'approver').attempt(lastApproval)).toEqual({
      ok: false,
      error: { code: 'NO_QUOTA', pool: 'secondary' },
    });
  });

  test('of goods is never taken from a source of money', () => {
    const goods = aDecision({ items: [{ source: 'common', commodity: 'BICYCLE', quantity: 2n }] });
    const story = verified(goods).take('APPROVE', hoa, 'approver');
    expect(story.attempt(lastApproval)).toEqual({ ok: false, error: { code: 'NO_BUDGET', source: 'common' } });
    expect(story.situation.balances.changes()).toEqual([]);
  });

  test('of two items from one source counts them together', () => {
    const item = { source: 'common', commodity: vnd, quantity: 300_000n };
    const twice = aDecision({ items: [item, item] });
    const story = verified(twice, { balances: balancesWith({ vnd: 599_999n, places: 1n }) }).take(
      'APPROVE',
      hoa,
      'approver',
    );
    expect(story.attempt(lastApproval)).toEqual({
      ok: false,
      error: { code: 'OVER_BUDGET', source: 'common', availableVnd: 599_999n, askedVnd: 600_000n },
    });
  });

  test('of a goods item takes it from the stock of its own source', () => {
    const bicycles = { ...anAllotment(10), commodity: 'BICYCLE' as typeof vnd, code: 'bicycles' };
    const plan = new AllotmentPlan([bicycles, places]);
    const goods = aDecision({ items: [{ source: 'bicycles', commodity: 'BICYCLE', quantity: 2n }] });
    const story = approved(goods, { plan });
    expect(held(story).money).toEqual([9_999_998n, 2n, 0n]);
    expect(story.take('PAY', thu, 'treasurer', { amountVnd: 0n }).award.state).toBe('disbursed');
  });
});

describe('a payment', () => {
  test('settles what was promised, and the award remembers its group and batch', () => {
    const story = paid();
    expect(held(story)).toEqual({ money: [9_500_000n, 0n, 500_000n], places: [9n, 0n, 1n] });
    expect(story.award).toMatchObject({ paymentGroupId: aGroup(5), paymentBatch: 'BKC-2024-01' });
  });

  test.each([499_999n, 500_001n, 0n, 5_000_000n])(
    'of %s instead of the amount decided is refused with both',
    (amountVnd) => {
      expect(approved().attempt({ action: 'PAY', by: thu, role: 'treasurer', amountVnd })).toEqual({
        ok: false,
        error: { code: 'AMOUNT_DIFFERS', decidedVnd: 500_000n, givenVnd: amountVnd },
      });
    },
  );

  test('is signed for with the same amount, or not at all', () => {
    expect(paid().attempt({ action: 'ACKNOWLEDGE', by: lan, role: 'nominator', amountVnd: 450_000n })).toEqual({
      ok: false,
      error: { code: 'AMOUNT_DIFFERS', decidedVnd: 500_000n, givenVnd: 450_000n },
    });
    expect(paid().take('ACKNOWLEDGE', lan, 'nominator').award.state).toBe('acknowledged');
  });

  test('of the wrong amount by the wrong person is refused for the person', () => {
    expect(approved().attempt({ action: 'PAY', by: hoa, role: 'treasurer', amountVnd: 1n })).toMatchObject({
      error: { code: 'SAME_PERSON' },
    });
  });
});

describe('a reversal', () => {
  test('returns money and place to where they began, by transfers that name what they reverse', () => {
    const story = paid().take('ACKNOWLEDGE', lan, 'nominator').take('REVERSE', hoa, 'approver');
    expect(story.situation.balances.changes()).toEqual([]);
    expect(story.changes.at(-1)?.transfers.map(({ kind, reversesGroupId }) => [kind, reversesGroupId])).toEqual([
      ['REVERSAL', aGroup(5)],
      ['REVERSAL', aGroup(5)],
    ]);
    expect(JSON.parse(story.events.at(-1)?.bytes ?? '')).toMatchObject({
      data: { group: aGroup(7), reverses: aGroup(5) },
    });
  });

  test('of an award that gave neither money nor a place is possible too', () => {
    const honour = aDecision({ items: [], pool: null });
    const story = approved(honour).take('PAY', thu, 'treasurer', { amountVnd: 0n });
    expect(story.award.paymentGroupId).toBe(aGroup(5));
    expect(story.take('REVERSE', hoa, 'approver').award.state).toBe('reversed');
    expect(story.situation.balances.changes()).toEqual([]);
  });
});

describe('what an approval binds to', () => {
  test('changes with anything of the decision', () => {
    const variants: readonly Partial<AwardDecision>[] = [
      {},
      { ruleSetHash: aHash('a2') },
      { outcome: 'ineligible' },
      { failedClauses: ['gpa'] },
      { items: [] },
      { items: [{ source: 'common', commodity: vnd, quantity: 500_001n }] },
      { items: [{ source: 'sponsor', commodity: vnd, quantity: 500_000n }] },
      { pool: null },
      { pool: 'secondary' },
      { factsCommitment: aHash('fac8') },
      { receiptCommitment: aHash('4ecf') },
    ];
    const hashes = variants.map((words) => contentHashOf(aDecision(words), digest));
    expect(new Set(hashes).size).toBe(variants.length);
  });

  test('is another one after a verifier looked at new facts, and is what the events say', () => {
    const decision = aDecision({
      factsCommitment: aHash('fac8'),
      items: [{ source: 'common', commodity: vnd, quantity: 300_000n }],
    });
    const story = new AwardStory().nominate().take('VERIFY', minh, 'verifier', { decision });
    expect(story.award.contentHash).toBe(contentHashOf(decision, digest));
    story.take('APPROVE', hoa, 'approver').take('APPROVE', tuan, 'approver');
    const contents = story.events.map(
      (event) => (JSON.parse(event.bytes) as { data: { content: string } }).data.content,
    );
    expect(contents).toEqual([
      contentHashOf(aDecision(), digest),
      ...Array.from({ length: 3 }, () => story.award.contentHash),
    ]);
    expect(held(story).money).toEqual([9_700_000n, 300_000n, 0n]);
  });
});

describe('the accounts an award may touch', () => {
  test('are the three of each source and of the pool that counts for its unit', () => {
    const story = new AwardStory().nominate();
    expect(accountsOf(story.award, story.situation.plan)).toEqual([
      money.available,
      money.reserved,
      money.spent,
      places.available,
      places.reserved,
      places.spent,
    ]);
  });

  test('leave out what the campaign was never given', () => {
    const story = new AwardStory().nominate();
    expect(accountsOf(story.award, new AllotmentPlan([]))).toEqual([]);
    const noPool = { ...story.award, decision: aDecision({ pool: null }) };
    expect(accountsOf(noPool, story.situation.plan)).toEqual([money.available, money.reserved, money.spent]);
  });
});

test('a place is taken from the nearest unit above that has a quota', () => {
  const nearer = anAllotment(30, { commodity: place, code: 'primary', associationId: commune });
  const story = new AwardStory({ plan: new AllotmentPlan([money, nearer]) }).nominate();
  expect(accountsOf(story.award, story.situation.plan)).toContain(nearer.available);
});

test('what was recorded at one instant in Việt Nam is judged by that day, not by the day in UTC', () => {
  const command = aNomination({
    recordedAt: instant('2024-09-05T17:30:00.000Z'),
    effectiveOn: calendarDate('2024-09-06'),
  });
  expect(decideNomination(command, schoolPath, aSituation()).ok).toBe(true);
});
