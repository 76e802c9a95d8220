import {
  calendarDate,
  instant,
  present,
  type AccountId,
  type AwardId,
  type CampaignId,
  type FundId,
  type MandateId,
  type PersonId,
} from '@khuyenhoc/kernel';
import { scale, seed, seededRandom } from '@khuyenhoc/test-scale';
import { describe, expect, test } from 'vitest';
import {
  campaignsThatCross,
  crossAwardIn,
  crossAwardOut,
  crossCampaignIn,
  crossCampaignOut,
  crossingTransfers,
  parseAwardEvent,
  parseCampaignEvent,
  place,
  planCrossing,
  vnd,
  type Award,
  type Campaign,
  type CampaignState,
  type CrossingAllotment,
  type LeavingTenant,
  type ReceivingTenant,
} from '../../src/index.ts';
import { accepted, aDecision, aHash, aReason, digest, workflow } from '../makers.ts';
import { anAssociation, newTenant, oldTenant } from './makers.ts';

const uuid = (kind: number, number: number) =>
  `01900000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
const account = (number: number) => uuid(1, number) as AccountId;
const person = (number: number) => uuid(2, number) as PersonId;

const root = anAssociation(oldTenant, 'r', null, { typeCode: 'PROVINCE' });
const left = anAssociation(oldTenant, 'a', root, { placeCode: '1' });
const right = anAssociation(oldTenant, 'b', root, { placeCode: '2' });
const newRoot = anAssociation(newTenant, 'p', null, { typeCode: 'PROVINCE' });
const joined = anAssociation(newTenant, 'q', newRoot, { placeCode: '3' });

const campaign: Campaign = {
  tenantId: oldTenant,
  id: uuid(3, 1) as CampaignId,
  associationId: root.id,
  path: root.path,
  title: 'Tiếp sức đến trường',
  schoolYear: '2024-2025',
  referenceDate: calendarDate('2025-06-15'),
  state: 'approval',
  version: 5,
  head: aHash('c'),
  ruleSetHash: aHash('a'),
  workflowHash: aHash('b'),
};

function anAllotment(number: number, unit: typeof left | null): CrossingAllotment {
  return {
    id: uuid(4, number),
    campaignId: campaign.id,
    commodity: unit === null ? vnd : place,
    code: 'main',
    associationId: unit?.id ?? null,
    path: (unit ?? root).path,
    allotted: 10n,
    from: account(unit === null ? 1 : 99),
    available: account(number * 10),
    reserved: account(number * 10 + 1),
    spent: account(number * 10 + 2),
  };
}

const money = anAllotment(1, null);
const ofLeft = anAllotment(2, left);
const ofRight = anAllotment(3, right);

const award: Award = {
  tenantId: oldTenant,
  id: uuid(5, 1) as AwardId,
  campaignId: campaign.id,
  associationId: right.id,
  path: right.path,
  nomineeId: person(1),
  state: 'approved',
  version: 4,
  head: aHash('d'),
  takenBy: { NOMINATE: [person(2)], APPROVE: [person(3), person(4)] },
  decision: aDecision(),
  contentHash: aHash('e'),
  paymentGroupId: null,
  paymentBatch: null,
  reservation: [{ allotmentId: ofRight.id, ...accountsOf(ofRight), commodity: place, code: 'main', quantity: 1n }],
  effectiveOn: calendarDate('2025-06-20'),
};

function accountsOf({ available, reserved, spent }: CrossingAllotment) {
  return { available, reserved, spent };
}

const mandate = (number: number, role: 'officer' | 'auditor') => ({
  id: uuid(6, number) as MandateId,
  personId: person(number),
  role,
  associationId: root.id,
  path: root.path,
  validFrom: calendarDate('2024-01-01'),
  validTo: null,
});

const leaving: LeavingTenant = {
  id: oldTenant,
  associations: [root, left, right],
  funds: [
    {
      id: uuid(7, 1) as FundId,
      associationId: root.id,
      path: root.path,
      name: 'Quỹ',
      legalForm: 'ASSOCIATION_ACCOUNT',
      accountId: account(1),
    },
  ],
  campaigns: [campaign],
  allotments: [money, ofLeft, ofRight],
  balances: [],
  awards: [award],
  bound: [person(9)],
  mandates: [mandate(1, 'officer'), mandate(2, 'auditor')],
};
const receiving: ReceivingTenant = {
  id: newTenant,
  associations: [newRoot, joined],
  placesFrom: account(1_000),
  knownPeople: new Map([[person(3), person(30)]]),
};
const places = new Map([
  ['VN 1', ['VN 3']],
  ['VN 2', ['VN 3']],
]);
const mapping = { associations: new Map(), unnamed: 'refuse' } as const;
const planOf = (words: Partial<LeavingTenant> = {}) =>
  accepted(planCrossing({ leaving: { ...leaving, ...words }, receiving, places, mapping }, digest));

describe('the plan of a crossing', () => {
  test('is the same whenever it is made, so that a dry run shows what will be', () => {
    expect(planOf()).toEqual(planOf());
    expect(planOf().campaigns[0]?.to.id).not.toBe(campaign.id);
  });

  test('joins the places of units that went into one, and gives them from the new side', () => {
    const plan = planOf();
    expect(plan.allotments).toHaveLength(2);
    expect(plan.allotments.find((one) => one.commodity === place)).toMatchObject({
      allotted: 20n,
      associationId: joined.id,
      path: joined.path,
      from: receiving.placesFrom,
    });
    expect(plan.allotments.find((one) => one.commodity === vnd)).toMatchObject({
      associationId: null,
      path: newRoot.path,
      from: plan.funds[0]?.to.accountId,
    });
  });

  test('carries an award in its state, with what is put aside for it and with who had a hand in it', () => {
    const plan = planOf();
    const crossed = present(plan.awards[0], 'the award').to;
    const joint = present(
      plan.allotments.find((one) => one.commodity === place),
      'the joint allotment',
    );
    expect(crossed).toMatchObject({
      tenantId: newTenant,
      state: 'approved',
      associationId: joined.id,
      path: joined.path,
    });
    expect(crossed.reservation).toEqual([
      { allotmentId: joint.id, ...accountsOf(joint), commodity: place, code: 'main', quantity: 1n },
    ]);
    // Who signs in as the same is the same person, and may not vote again under another id.
    expect(crossed.takenBy.APPROVE?.[0]).toBe(person(30));
    expect(crossed.takenBy.APPROVE?.[1]).toBe(plan.people.get(person(4)));
    expect(plan.people.get(person(9))).toBeDefined();
    expect([...plan.knownPeople]).toEqual([person(3)]);
  });

  test('ends every mandate but those of auditors', () => {
    expect(planOf().endedMandates).toEqual([uuid(6, 1)]);
  });

  test('moves every balance once and creates none: what leaves here enters there, line by line', () => {
    const random = seededRandom(seed);
    for (let run = 0; run < scale(2_000); run += 1) {
      const accounts = [money, ofLeft, ofRight].flatMap((one) =>
        Object.values(accountsOf(one)).map((id) => ({ id, commodity: one.commodity })),
      );
      const balances = [{ id: account(1), commodity: vnd }, ...accounts].map(({ id, commodity }) => ({
        accountId: id,
        commodity,
        balance: random.chance(0.3) ? 0n : BigInt(random.below(1_000_000)),
      }));
      const plan = planOf({ balances });
      const sides = crossingTransfers(plan, {
        on: calendarDate('2025-07-01'),
        at: instant('2025-07-02T00:00:00.000Z'),
      });
      for (const commodity of [vnd, place]) {
        const sum = (of: readonly { readonly commodity: string; readonly quantity: bigint }[]) =>
          of.filter((one) => one.commodity === commodity).reduce((total, one) => total + one.quantity, 0n);
        const held = sum(balances.map((one) => ({ ...one, quantity: one.balance })));
        expect(sum(sides.out)).toBe(held);
        expect(sum(sides.in)).toBe(held);
      }
      expect(sides.out.map(({ groupId, line, quantity }) => ({ groupId, line, quantity }))).toEqual(
        sides.in.map(({ groupId, line, quantity }) => ({ groupId, line, quantity })),
      );
      expect(new Set(sides.out.map((one) => one.debit)).size).toBe(sides.out.length);
    }
  });
});

describe('the events of a crossing', () => {
  const act = { number: '1676/NQ-UBTVQH15', body: 'Ủy ban Thường vụ Quốc hội', date: calendarDate('2025-06-16') };
  const at = instant('2025-07-10T02:00:00.000Z');
  const deed = { act, at, on: calendarDate('2025-07-01'), late: true, groupId: uuid(8, 1) };
  const to = present(planOf().awards[0], 'the award').to;
  const out = crossAwardOut(award, { tenantId: newTenant, campaignId: to.campaignId, awardId: to.id }, deed, digest);

  test('the last one of an award names where it goes on, and no step leads out of its state', () => {
    expect(parseAwardEvent(out.event.bytes)).toMatchObject({
      type: 'award.crossed-out@1',
      seq: 5,
      previous: award.head,
      from: 'approved',
      to: 'crossed',
      by: { operator: 'command-line' },
      data: { act, into: { tenant: newTenant, campaign: to.campaignId, award: to.id } },
    });
    expect(out.award).toEqual({ ...award, state: 'crossed', version: 5, head: out.event.hash, effectiveOn: deed.on });
    expect(workflow.awardSteps('crossed')).toEqual([]);
  });

  test('the first one there names the history before it by its end, and all that the award goes on with', () => {
    const sealed = aReason();
    const came = crossAwardIn(out.award, to, campaign.workflowHash, sealed, deed, digest);
    expect(parseAwardEvent(came.event.bytes)).toMatchObject({
      type: 'award.crossed-in@1',
      seq: 1,
      previous: null,
      from: null,
      to: 'approved',
      data: {
        out: { tenant: oldTenant, campaign: campaign.id, award: award.id, seq: 5, head: out.event.hash },
        content: award.contentHash,
        takenBy: to.takenBy,
        reason: sealed[0]?.commitment,
        signature: null,
      },
    });
    expect(came.award).toMatchObject({ version: 1, head: came.event.hash, state: 'approved' });
  });

  test('those of a campaign name each other too', () => {
    const newer = present(planOf().campaigns[0], 'the campaign').to;
    const left = crossCampaignOut(campaign, { tenantId: newTenant, campaignId: newer.id }, deed, digest);
    const came = crossCampaignIn(left.campaign, newer, deed, digest);
    expect(parseCampaignEvent(left.event.bytes)).toMatchObject({
      to: 'crossed',
      data: { into: { campaign: newer.id } },
    });
    expect(parseCampaignEvent(came.event.bytes)).toMatchObject({
      seq: 1,
      previous: null,
      to: 'approval',
      data: { out: { tenant: oldTenant, campaign: campaign.id, seq: 6, head: left.event.hash } },
    });
  });
});

test('a campaign goes along while it has a step left, or an award of it has', () => {
  const crosses = (state: CampaignState, standing: Award['state'] | null) => {
    const standers = standing === null ? [] : [{ campaignId: campaign.id, state: standing, count: 1 }];
    return campaignsThatCross([{ ...campaign, state }], standers, () => workflow).length === 1;
  };
  for (const state of ['draft', 'published', 'nomination', 'verification', 'approval', 'disbursement'] as const)
    expect(crosses(state, null)).toBe(true);
  expect(crosses('closed', 'disbursed')).toBe(true);
  expect(crosses('closed', 'acknowledged')).toBe(false);
  expect(crosses('closed', null)).toBe(false);
  expect(crosses('cancelled', 'nominated')).toBe(false);
  expect(crosses('crossed', 'crossed')).toBe(false);
});
