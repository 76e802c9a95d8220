import {
  addDays,
  calendarDate,
  type AssociationId,
  type CampaignId,
  type MandateId,
  type PersonId,
} from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import {
  compileWorkflow,
  gapsAfter,
  parsePath,
  seatGaps,
  seatsOf,
  standardTemplate,
  type AwardState,
  type CampaignState,
  type CampaignUnit,
  type Mandate,
  type Path,
  type Role,
} from '../../src/index.ts';

const province = parsePath('/a000000000/');
const commune = parsePath('/a000000000/b000000000/');
const neighbour = parsePath('/a000000000/c000000000/');
const campaignId = '0199bbbb-0000-7000-8000-000000000001' as CampaignId;
const today = calendarDate('2025-06-20');
const workflow = compileWorkflow(standardTemplate);

/** A campaign of the province, and one unit of it with cases. */
function seats(state: CampaignState, cases: Partial<Record<AwardState, number>>, path: Path = commune) {
  const unit: CampaignUnit = {
    campaignId,
    associationId: 'b000000000' as AssociationId,
    path,
    cases: new Map(Object.entries(cases) as [AwardState, number][]),
    hasPlaces: true,
  };
  return seatsOf({ id: campaignId, associationId: 'a000000000' as AssociationId, path: province, state, workflow }, [
    unit,
  ]);
}

let made = 0;
function aMandate(who: string, role: Role, path: Path, validTo: string | null = null): Mandate {
  made += 1;
  return {
    id: `mandate ${made}` as MandateId,
    personId: who as PersonId,
    role,
    associationId: 'a000000000' as AssociationId,
    path,
    validFrom: calendarDate('2024-01-01'),
    validTo: validTo === null ? null : calendarDate(validTo),
  };
}

/** Enough people for every seat: one a role at the province, two approvers. */
const staff = () => [
  aMandate('Lan', 'nominator', province),
  aMandate('Hoa', 'verifier', province),
  aMandate('Minh', 'approver', province),
  aMandate('Nga', 'approver', province),
  aMandate('Tâm', 'treasurer', province),
  aMandate('Sơn', 'officer', province),
];

const outlook = { from: today, days: 30 };
const told = (gaps: ReturnType<typeof seatGaps>) =>
  gaps.map(({ action, path, missing, openCases, from, shared }) => ({
    action,
    path,
    missing,
    openCases,
    from,
    shared,
  }));

test('a campaign with enough people has no gap', () => {
  expect(seatGaps(seats('verification', { nominated: 3, verified: 1 }), staff(), outlook)).toEqual([]);
});

test('a draft and a closed campaign ask for nobody', () => {
  for (const state of ['draft', 'closed', 'cancelled'] as const) expect(seats(state, { nominated: 3 })).toEqual([]);
});

test('whoever is missing is told with the cases that would wait, now and later', () => {
  const without = staff().filter(({ role }) => role !== 'verifier');
  expect(told(seatGaps(seats('verification', { nominated: 3, returned: 2, verified: 4 }), without, outlook))).toEqual([
    { action: 'VERIFY', path: commune, missing: 1, openCases: 5, from: today, shared: false },
  ]);
});

test('a seat is filled from above, and not from beside', () => {
  const without = staff().filter(({ role }) => role !== 'verifier');
  const ground = seats('verification', { nominated: 1 });
  expect(seatGaps(ground, [...without, aMandate('Vân', 'verifier', commune)], outlook)).toEqual([]);
  expect(seatGaps(ground, [...without, aMandate('Vân', 'verifier', neighbour)], outlook)).toHaveLength(1);
});

test('money takes mandates over the whole campaign, and two people for an approval', () => {
  const one = [...staff().filter(({ personId }) => personId !== 'Nga'), aMandate('Nga', 'approver', commune)];
  expect(told(seatGaps(seats('approval', { verified: 2 }), one, outlook))).toEqual([
    { action: 'APPROVE', path: province, missing: 1, openCases: 2, from: today, shared: false },
  ]);
});

test('one human with two mandates fills one seat of a case', () => {
  const shared = [...staff().filter(({ personId }) => personId !== 'Hoa'), aMandate('Minh', 'verifier', commune)];
  expect(told(seatGaps(seats('verification', { nominated: 2 }), shared, outlook))).toEqual([
    { action: 'APPROVE', path: commune, missing: 1, openCases: 2, from: today, shared: true },
  ]);
});

test('people change seats when that fills them all', () => {
  const people = [
    ...staff().filter(({ role }) => role !== 'approver' && role !== 'verifier'),
    aMandate('Minh', 'approver', province),
    aMandate('Nga', 'approver', province),
    aMandate('Minh', 'verifier', province),
    aMandate('Hoa', 'verifier', province),
  ];
  expect(seatGaps(seats('verification', { nominated: 2 }), people, outlook)).toEqual([]);
});

test('a mandate that ends soon opens its gap on the day after', () => {
  const soon = [
    ...staff().filter(({ role }) => role !== 'treasurer'),
    aMandate('Tâm', 'treasurer', province, '2025-07-01'),
  ];
  const ground = seats('approval', { approved: 6 });
  expect(told(seatGaps(ground, soon, outlook))).toEqual([
    { action: 'PAY', path: province, missing: 1, openCases: 6, from: calendarDate('2025-07-02'), shared: false },
  ]);
  expect(seatGaps(ground, soon, { from: today, days: 5 })).toEqual([]);
});

test('an ending is told what it leaves, and not what was missing anyway', () => {
  const people = staff().filter(({ role }) => role !== 'treasurer');
  const verifier = people.find(({ role }) => role === 'verifier');
  if (verifier === undefined) throw new Error('a verifier');
  const ground = seats('verification', { nominated: 3 });
  const endings = new Map([[verifier.id, addDays(today, -1)]]);
  expect(told(gapsAfter(ground, people, endings, outlook))).toEqual([
    { action: 'VERIFY', path: commune, missing: 1, openCases: 3, from: today, shared: false },
  ]);
});

test('an ending that a colleague covers for a while is told when he leaves too', () => {
  const people = [...staff(), aMandate('Vân', 'verifier', commune, '2025-07-01')];
  const hoa = people.find(({ personId }) => personId === 'Hoa');
  if (hoa === undefined) throw new Error('Hoa');
  const gaps = gapsAfter(seats('verification', { nominated: 3 }), people, new Map([[hoa.id, today]]), outlook);
  expect(told(gaps)).toEqual([
    { action: 'VERIFY', path: commune, missing: 1, openCases: 3, from: calendarDate('2025-07-02'), shared: false },
  ]);
});
