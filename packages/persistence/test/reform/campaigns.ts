import {
  acknowledgeReceipts,
  advanceCampaign,
  approveAwards,
  createCampaign,
  nominate,
  openFund,
  payAwards,
  publishRuleSet,
  recordDonations,
  takeReasonedStep,
  verifyNominations,
  type FundRecord,
} from '@khuyenhoc/application';
import type { AwardState, Campaign, CampaignAction } from '@khuyenhoc/domain';
import { addDays, calendarDate, type AwardId, type CampaignId } from '@khuyenhoc/kernel';
import { sha256, systemIds } from '@khuyenhoc/vault';
import { accepted, aNomination, aStep, type TestDeps } from '../a-network.ts';
import { aRuleSetDraft } from '../sample-rules.ts';
import type { TestProvince } from './a-province.ts';

export const million = 1_000_000n;

/** A fund of the province with money in it. */
export async function aFund(deps: TestDeps, { root, sessions }: TestProvince, amountVnd: bigint): Promise<FundRecord> {
  const opened = { associationId: root.id, name: 'Quỹ khuyến học', legalForm: 'ASSOCIATION_ACCOUNT' } as const;
  const fund = accepted(await openFund(deps, sessions.treasurer, { ...opened, idempotencyKey: systemIds.uuid() }));
  const donation = {
    donorName: 'Ông Mẫu',
    amountVnd,
    receivedOn: calendarDate('2025-06-01'),
    receiptNumber: '01',
    earmark: null,
  };
  const received = { fundId: fund.id, donations: [donation], idempotencyKey: systemIds.uuid() };
  accepted(await recordDonations(deps, sessions.treasurer, received));
  return fund;
}

export interface OpenCampaign {
  readonly id: CampaignId;
  readonly ruleSetHash: string;
  readonly advance: (...actions: readonly CampaignAction[]) => Promise<Campaign>;
}

/** A drafted campaign of the province, with places in each of its communes. All provinces call their rule set the same. */
export async function aDraft(
  deps: TestDeps,
  { tenantId, root, communes, sessions }: TestProvince,
  fund: FundRecord,
  {
    title,
    placesPerUnit,
    amountVnd,
  }: { readonly title: string; readonly placesPerUnit: number; readonly amountVnd: bigint },
): Promise<OpenCampaign> {
  const rules = { ...aRuleSetDraft('hoc-bong', placesPerUnit), idempotencyKey: systemIds.uuid() };
  const { hash: ruleSetHash } = accepted(await publishRuleSet(deps, sessions.officer, rules));
  const workflow = await deps.unitOfWork.run(tenantId, ({ sources }) => sources.findWorkflowByCode('standard'));
  let campaign = accepted(
    await createCampaign(deps, sessions.officer, {
      associationId: root.id,
      title,
      schoolYear: '2024-2025',
      referenceDate: calendarDate('2025-06-15'),
      ruleSetHash,
      workflowHash: workflow?.hash ?? '',
      funding: [{ source: 'main', fundId: fund.id, amountVnd }],
      quotaUnits: communes.map((commune) => commune.id),
      idempotencyKey: systemIds.uuid(),
    }),
  );
  return {
    id: campaign.id,
    ruleSetHash,
    async advance(...actions) {
      for (const action of actions) {
        const step = { campaignId: campaign.id, action, expectedVersion: campaign.version };
        campaign = accepted(
          await advanceCampaign(deps, sessions.officer, { ...step, idempotencyKey: systemIds.uuid() }),
        );
      }
      return campaign;
    },
  };
}

/** Every state an award may be in at the reform, and one that lacks its second vote. */
export const standings = [
  'nominated',
  'verified',
  'one vote',
  'approved',
  'disbursed',
  'acknowledged',
  'returned',
  'rejected',
  'withdrawn',
  'appealed',
  'reversed',
] as const satisfies readonly (AwardState | 'one vote')[];
export type Standing = (typeof standings)[number];

export type AwardsByStanding = ReadonlyMap<Standing, readonly AwardId[]>;

/** Plays a campaign until so many awards stand in each state, and leaves it where it pays. */
export async function playCampaign(
  deps: TestDeps,
  province: TestProvince,
  campaign: OpenCampaign,
  each: number,
  asked: readonly Standing[] = standings,
): Promise<AwardsByStanding> {
  const { sessions, communes, branches } = province;
  const units = [...branches, ...communes.slice(branches.length)];
  const nominations = asked.flatMap((standing, block) =>
    Array.from({ length: each }, (_, index) => {
      const unit = units[(block * each + index) % units.length] ?? province.root;
      const nomination = aNomination(campaign.id, unit.id, '');
      return { ...nomination, nominee: { ...nomination.nominee, ...aChild(`${campaign.id} ${standing} ${index}`) } };
    }),
  );
  await campaign.advance('PUBLISH', 'OPEN_NOMINATION');
  const ids = (await nominate(deps, sessions.nominator, nominations)).map((answer) => accepted(answer).awardId);
  const of = (...names: readonly Standing[]) =>
    asked.flatMap((name, block) => (names.includes(name) ? ids.slice(block * each, (block + 1) * each) : []));
  const reasoned = async (
    action: Parameters<typeof takeReasonedStep>[2],
    awards: readonly AwardId[],
    version: number,
  ) => {
    const who = action === 'RETURN' || action === 'REJECT' ? sessions.verifier : sessions.nominator;
    const actor = action === 'REVERSE' ? sessions.secondApprover : who;
    const inputs = awards.map((id) => ({ ...aStep(id, version), reason: 'Vì một lẽ riêng.' }));
    for (const answer of await takeReasonedStep(deps, actor, action, inputs)) accepted(answer);
  };
  await campaign.advance('CLOSE_NOMINATION');
  await reasoned('RETURN', of('returned'), 1);
  await reasoned('REJECT', of('rejected', 'appealed'), 1);
  await reasoned('APPEAL', of('appealed'), 2);
  await reasoned('WITHDRAW', of('withdrawn'), 1);
  const paid = ['disbursed', 'acknowledged', 'reversed'] as const;
  const reviews = of('verified', 'one vote', 'approved', ...paid).map((id) => ({
    ...aStep(id, 1),
    facts: null,
    finding: null,
  }));
  for (const answer of await verifyNominations(deps, sessions.verifier, reviews)) accepted(answer);
  await campaign.advance('START_APPROVAL');
  const firstVotes = of('one vote', 'approved', ...paid).map((id) => aStep(id, 2));
  for (const answer of await approveAwards(deps, sessions.approver, firstVotes)) accepted(answer);
  const secondVotes = of('approved', ...paid).map((id) => aStep(id, 3));
  for (const answer of await approveAwards(deps, sessions.secondApprover, secondVotes)) accepted(answer);
  await campaign.advance('START_DISBURSEMENT');
  const payments = of(...paid).map((id) => ({ ...aStep(id, 4), amountVnd: million }));
  const batch = { number: 'BK-01', method: 'CASH' } as const;
  for (const answer of await payAwards(deps, sessions.treasurer, batch, payments)) accepted(answer);
  const receipts = of('acknowledged').map((id) => ({
    ...aStep(id, 5),
    amountVnd: million,
    signedBy: 'Bà Mẫu',
    signedAs: 'mother',
  }));
  for (const answer of await acknowledgeReceipts(deps, sessions.nominator, receipts)) accepted(answer);
  await reasoned('REVERSE', of('reversed'), 5);
  return new Map(standings.map((name) => [name, of(name)]));
}

const syllables = [
  'An',
  'Bích',
  'Chi',
  'Dung',
  'Đào',
  'Giang',
  'Hòa',
  'Khuê',
  'Lam',
  'Minh',
  'Nga',
  'Oanh',
  'Phúc',
  'Quý',
  'Sơn',
  'Tú',
];

/** A child that is like no other: names and days of birth are drawn from what it is for. */
function aChild(what: string) {
  const drawn = sha256(what);
  const syllable = (at: number) => syllables[Number.parseInt(drawn.charAt(at), 16)] ?? '';
  const fullName = `${syllable(0)} ${syllable(1)} ${syllable(2)} ${syllable(3)}`;
  return { fullName, birthDate: addDays(calendarDate('2005-01-01'), Number.parseInt(drawn.slice(4, 8), 16) % 4_000) };
}
