import { hash as cryptoHash } from 'node:crypto';
import {
  calendarDate,
  instant,
  type AccountId,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/audit';
import {
  AllotmentPlan,
  Balances,
  compileWorkflow,
  parsePath,
  place,
  standardTemplate,
  vnd,
  type Allotment,
  type AwardDecision,
  type AwardSituation,
  type LockedAccount,
  type NominateCommand,
  type SealedValue,
} from '../src/index.ts';

/** Small makers of what the tests of this package speak about. Every call gives fresh values; nothing is shared but constants. */

export const digest: Digest = (text) => cryptoHash('sha256', text);

/** A UUID that shows what it numbers: `aUuid(3, 7)` ends in `…0003…0007`. */
const aUuid = (kind: number, number: number): string =>
  `018f0000-0000-7${kind.toString(16).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`;

export const tenantId = aUuid(1, 1) as TenantId;
export const campaignId = aUuid(2, 1) as CampaignId;
/** Where a reform carries awards to. */
export const receivingTenantId = aUuid(1, 2) as TenantId;
export const receivingCampaignId = aUuid(2, 2) as CampaignId;
export const aPerson = (number: number): PersonId => aUuid(3, number) as PersonId;
export const aMandate = (number: number): MandateId => aUuid(4, number) as MandateId;
export const anAwardId = (number: number): AwardId => aUuid(5, number) as AwardId;
export const aGroup = (number: number): string => aUuid(6, number);
export const anAccountId = (number: number): AccountId => aUuid(7, number) as AccountId;

export const province = 'aaaaaaaaaa' as AssociationId;
export const commune = 'bbbbbbbbbb' as AssociationId;
export const school = 'cccccccccc' as AssociationId;
const provincePath = parsePath(`/${province}/`);
export const schoolPath = parsePath(`/${province}/${commune}/${school}/`);

/** A hash that no value has, told apart by its first letters. */
export const aHash = (letters: string): string => letters.padEnd(64, '0');

export const workflow = compileWorkflow(standardTemplate);

/** What the rules decided: eligible for 500,000 đồng from the common fund and one place. */
export function aDecision(words: Partial<AwardDecision> = {}): AwardDecision {
  return {
    ruleSetHash: aHash('a1'),
    outcome: 'eligible',
    failedClauses: [],
    items: [{ source: 'common', commodity: vnd, quantity: 500_000n }],
    pool: 'primary',
    factsCommitment: aHash('fac7'),
    receiptCommitment: aHash('4ece'),
    ...words,
  };
}

/** A personal value beside the history: its bytes hold `secret`, its commitment does not. */
export function aSealed(label: SealedValue['label'], secret: string = label): SealedValue {
  return { label, commitment: digest(`key of the child ${label} ${secret}`), bytes: Buffer.from(secret) };
}

export const aReason = (): readonly SealedValue[] => [aSealed('reason')];
export const aSignature = (): readonly SealedValue[] => [aSealed('signature')];

/** A nomination by person 1, recorded on the day it was made. */
export function aNomination(words: Partial<NominateCommand> = {}): NominateCommand {
  return {
    action: 'NOMINATE',
    awardId: anAwardId(1),
    actor: { personId: aPerson(1), mandateId: aMandate(1) },
    idempotencyKey: 'key-1',
    bodyHash: aHash('b0d1'),
    expectedVersion: 0,
    recordedAt: instant('2024-09-05T02:00:00.000Z'),
    effectiveOn: calendarDate('2024-09-05'),
    groupId: aGroup(1),
    sealed: [aSealed('facts'), aSealed('receipt')],
    campaignId,
    associationId: school,
    nomineeId: aPerson(900),
    matchKey: aHash('3a7c'),
    decision: aDecision(),
    ...words,
  };
}

/** An allotment with its three accounts, numbered from `first`. */
export function anAllotment(first: number, words: Partial<Allotment> = {}): Allotment {
  return {
    id: `allotment-${first}`,
    commodity: vnd,
    code: 'common',
    associationId: null,
    available: anAccountId(first),
    reserved: anAccountId(first + 1),
    spent: anAccountId(first + 2),
    ...words,
  };
}

export const money = anAllotment(10);
export const places = anAllotment(20, { commodity: place, code: 'primary', associationId: commune });

/** Accounts under lock that may not go below zero. */
function accountsWith(balances: ReadonlyMap<AccountId, bigint>): readonly LockedAccount[] {
  return [...balances].map(([id, balance]) => ({ id, balance, mayGoBelowZero: false }));
}

/** The accounts of the common fund and of the commune's primary places, with this much still to be promised. */
export function balancesWith(available: { readonly vnd: bigint; readonly places: bigint }): Balances {
  const start = new Map<AccountId, bigint>();
  for (const { reserved, spent } of [money, places]) start.set(reserved, 0n).set(spent, 0n);
  start.set(money.available, available.vnd).set(places.available, available.places);
  return new Balances(accountsWith(start));
}

/** What a command is decided against: an officer-made campaign in its nomination phase, with enough of everything. */
export function aSituation(words: Partial<AwardSituation> = {}): AwardSituation {
  return {
    tenantId,
    role: 'nominator',
    alsoAs: [],
    bond: null,
    mandatePath: provincePath,
    campaignPath: provincePath,
    campaignState: 'nomination',
    workflow,
    workflowHash: aHash('f10e'),
    plan: new AllotmentPlan([money, places]),
    books: { lateEntryDays: 30, closedThrough: null },
    balances: balancesWith({ vnd: 10_000_000n, places: 10n }),
    digest,
    ...words,
  };
}

/** The value of an accepted answer; a refusal fails the test with its code. */
export function accepted<Value>(
  result:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly error: { readonly code: string } },
): Value {
  if (!result.ok)
    throw new Error(
      `refused: ${JSON.stringify(result.error, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}`,
    );
  return result.value;
}
