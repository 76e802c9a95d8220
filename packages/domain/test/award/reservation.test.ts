import type { AssociationId } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import {
  accountsOf,
  AllotmentPlan,
  Balances,
  compileWorkflow,
  pathBelow,
  place,
  standardTemplate,
  type AwardAction,
  type AwardSituation,
  type Effect,
  type Path,
} from '../../src/index.ts';
import { AwardStory } from '../award-story.ts';
import { aDecision, anAllotment, aPerson, money, places } from '../makers.ts';

const [minh, hoa, tuan, thu] = [aPerson(2), aPerson(3), aPerson(4), aPerson(5)];
const otherCommune = 'dddddddddd' as AssociationId;
const otherPlaces = anAllotment(40, { commodity: place, code: 'primary', associationId: otherCommune });
const elsewhere: Path = pathBelow(pathBelow(null, 'aaaaaaaaaa' as AssociationId), otherCommune);

/** Two communes with places of their own, and a campaign whose money both share. */
const twoCommunes = () => ({
  plan: new AllotmentPlan([money, places, otherPlaces]),
  balances: new Balances(
    [money, places, otherPlaces].flatMap((one) => [
      { id: one.available, balance: one === money ? 10_000_000n : 10n, mayGoBelowZero: false },
      { id: one.reserved, balance: 0n, mayGoBelowZero: false },
      { id: one.spent, balance: 0n, mayGoBelowZero: false },
    ]),
  ),
});

const approved = (situation: Partial<AwardSituation> = twoCommunes()) =>
  new AwardStory(situation)
    .nominate()
    .take('VERIFY', minh, 'verifier')
    .take('APPROVE', hoa, 'approver')
    .take('APPROVE', tuan, 'approver');

/** The award's unit goes under another commune, as a merger does it. */
function moved(story: AwardStory): AwardStory {
  story.move(elsewhere);
  return story;
}

const placesHeld = ({ situation }: AwardStory, of: typeof places) =>
  [of.available, of.reserved, of.spent].map((account) => situation.balances.balanceOf(account));

describe('what an approval puts aside', () => {
  test('is on record with the award: each allotment, its accounts, and how much', () => {
    const { available, reserved, spent } = places;
    expect(approved().award.reservation).toEqual([
      { allotmentId: money.id, commodity: 'VND', code: 'common', quantity: 500_000n, ...accounts(money) },
      { allotmentId: places.id, commodity: 'PLACE', code: 'primary', quantity: 1n, available, reserved, spent },
    ]);
  });

  test('is nothing before, and nothing after it was given back', () => {
    const story = new AwardStory(twoCommunes()).nominate().take('VERIFY', minh, 'verifier');
    expect(story.award.reservation).toBeNull();
    story.take('APPROVE', hoa, 'approver');
    expect(story.award.reservation).toBeNull();
    story.take('APPROVE', tuan, 'approver').take('REJECT', hoa, 'approver');
    expect(story.award.reservation).toBeNull();
  });

  test('stays on record when it is paid, and is an empty list for an award that gives nothing', () => {
    expect(approved().take('PAY', thu, 'treasurer').award.reservation).toHaveLength(2);
    const honour = new AwardStory(twoCommunes())
      .nominate({ decision: aDecision({ items: [], pool: null }) })
      .take('VERIFY', minh, 'verifier')
      .take('APPROVE', hoa, 'approver')
      .take('APPROVE', tuan, 'approver');
    expect(honour.award.reservation).toEqual([]);
    expect(honour.take('PAY', thu, 'treasurer', { amountVnd: 0n }).award.state).toBe('disbursed');
  });
});

describe('a unit that moved after the approval', () => {
  test('has its award paid out of the places that were put aside, not out of its new commune’s', () => {
    const story = moved(approved()).take('PAY', thu, 'treasurer');
    expect(placesHeld(story, places)).toEqual([9n, 0n, 1n]);
    expect(placesHeld(story, otherPlaces)).toEqual([10n, 0n, 0n]);
  });

  test.each<[AwardAction, Parameters<AwardStory['take']>[2]]>([
    ['REJECT', 'approver'],
    ['WITHDRAW', 'nominator'],
  ])('gives them back where they came from when it is taken back by %s', (action, role) => {
    const story = moved(approved()).take(action, aPerson(1), role);
    expect(story.situation.balances.changes()).toEqual([]);
  });

  test('gives them back where they came from when its payment is reversed', () => {
    const story = moved(moved(approved()).take('PAY', thu, 'treasurer')).take('REVERSE', hoa, 'approver');
    expect(story.situation.balances.changes()).toEqual([]);
    expect(story.award.reservation).toBeNull();
  });

  test('takes the places of where it stands now when it is approved anew', () => {
    const story = moved(approved().take('REJECT', hoa, 'approver'))
      .take('APPEAL', aPerson(1), 'nominator')
      .take('OVERTURN', tuan, 'approver')
      .take('VERIFY', minh, 'verifier')
      .take('APPROVE', hoa, 'approver')
      .take('APPROVE', tuan, 'approver');
    expect(placesHeld(story, places)).toEqual([10n, 0n, 0n]);
    expect(placesHeld(story, otherPlaces)).toEqual([9n, 1n, 0n]);
  });

  test('is paid even when the campaign’s plan knows its allotment no more', () => {
    const story = moved(approved());
    const plan = new AllotmentPlan([money, otherPlaces]);
    const later = new AwardStory({ ...story.situation, plan });
    later.changes.push(...story.changes);
    expect(later.take('PAY', thu, 'treasurer').award.state).toBe('disbursed');
    expect(accountsOf(story.award, plan)).toContain(places.reserved);
  });
});

/** The standard template with the effects of one step changed. */
const withEffects = (action: AwardAction, effects: readonly Effect[]) =>
  compileWorkflow({
    ...standardTemplate,
    award: standardTemplate.award.map((step) => (step.action === action ? { ...step, effects } : step)),
  });

describe('a template that loses count', () => {
  test('by paying what was never put aside is refused, whatever others have put aside', () => {
    const workflow = withEffects('APPROVE', []);
    const situation = { ...twoCommunes(), workflow };
    const rich = approved(situation).award;
    expect(rich.reservation).toBeNull();
    expect(approved(situation).attempt({ action: 'PAY', by: thu, role: 'treasurer' })).toEqual({
      ok: false,
      error: { code: 'NOTHING_RESERVED', action: 'PAY' },
    });
  });

  test('by approving again what is still put aside is refused', () => {
    // A return from `approved` that does not release leads back to a second approval.
    const award = standardTemplate.award.map((step) =>
      step.action === 'RETURN' && step.from.includes('verified')
        ? { ...step, from: ['verified', 'approved'] as const }
        : step,
    );
    const story = approved({ ...twoCommunes(), workflow: compileWorkflow({ ...standardTemplate, award }) })
      .take('RETURN', hoa, 'approver')
      .take('RESUBMIT', aPerson(1), 'nominator')
      .take('VERIFY', minh, 'verifier')
      .take('APPROVE', hoa, 'approver');
    expect(story.attempt({ action: 'APPROVE', by: tuan, role: 'approver' })).toEqual({
      ok: false,
      error: { code: 'ALREADY_RESERVED', action: 'APPROVE' },
    });
  });
});

function accounts({ available, reserved, spent }: typeof money) {
  return { available, reserved, spent };
}
