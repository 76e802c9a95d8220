import { present } from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  aCampaign,
  amount,
  aNomination,
  approved,
  openCampaign,
  takeStep,
  takeSteps,
  type CampaignOptions,
  type TestAward,
} from './a-campaign.ts';
import { aNetwork, today, type TestNetwork } from './a-network.ts';
import { startWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let network: TestNetwork;

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'tu-choi');
});

afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

async function anAward(options: CampaignOptions = {}): Promise<TestAward> {
  return present((await aCampaign(server, network, options))[0], 'a nomination');
}

const batch = { batchNumber: 'BK-01', method: 'CASH' };

describe('two steps that take two people', () => {
  test('who nominated a child does not verify it, whatever his mandates', async () => {
    const nominator = network.as('teacher-verifier', 'nominator');
    const { awardId } = await anAward({ nominator });
    const own = await takeStep(server, network.as('teacher-verifier', 'verifier'), 'verifyNominations', {
      awardId,
      expectedVersion: 1,
    });
    expect(own).toMatchObject({ code: 'SAME_PERSON', action: 'VERIFY', alreadyDid: 'NOMINATE' });
    expect(
      await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 }),
    ).toMatchObject({ version: 2 });
  });

  test('one approver does not count twice', async () => {
    const { awardId } = await anAward();
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 });
    await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 2 });
    const again = await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 3 });
    expect(again).toMatchObject({ code: 'SAME_PERSON', alreadyDid: 'APPROVE' });
  });

  test('who approved an award does not pay it', async () => {
    const { awardId } = await anAward();
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 });
    await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 2 });
    await takeStep(server, network.as('board-treasurer', 'approver'), 'approveAwards', { awardId, expectedVersion: 3 });
    const paid = await takeStep(
      server,
      network.as('board-treasurer', 'treasurer'),
      'payAwards',
      { awardId, expectedVersion: 4, amount },
      batch,
    );
    expect(paid).toMatchObject({ code: 'SAME_PERSON', action: 'PAY', alreadyDid: 'APPROVE' });
    expect(
      await takeStep(server, network.login('treasurer'), 'payAwards', { awardId, expectedVersion: 4, amount }, batch),
    ).toMatchObject({ version: 5 });
  });
});

describe('a command that is sent again', () => {
  test('under its own key it has one effect and says so', async () => {
    const { awardId } = await anAward();
    const item = { awardId, expectedVersion: 1, idempotencyKey: randomUUID() };
    const first = await takeStep(server, network.login('verifier'), 'verifyNominations', item);
    const second = await takeStep(server, network.login('verifier'), 'verifyNominations', item);
    expect(first).toMatchObject({ version: 2, replayed: false });
    expect(second).toMatchObject({ version: 2, replayed: true });
  });

  test('a key is not good for another command', async () => {
    const { awardId } = await anAward();
    const idempotencyKey = randomUUID();
    await takeStep(server, network.login('verifier'), 'verifyNominations', {
      awardId,
      expectedVersion: 1,
      idempotencyKey,
    });
    const other = { awardId, expectedVersion: 1, idempotencyKey, finding: 'Lời khác' };
    expect(await takeStep(server, network.login('verifier'), 'verifyNominations', other)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('a nomination sent again under its key is the same award, and under another key a duplicate', async () => {
    const nomination = aNomination(network, await openCampaign(server, network));
    const nominate = (items: readonly object[]) => takeSteps(server, network.login('nominator'), 'nominate', items);
    const [first] = await nominate([nomination]);
    const again = await nominate([nomination, { ...nomination, idempotencyKey: randomUUID() }]);
    expect(first).toMatchObject({ version: 1, replayed: false });
    expect(again).toMatchObject([{ awardId: first?.awardId, replayed: true }, { code: 'DUPLICATE_NOMINATION' }]);
  });

  test('who saw an older version changes nothing', async () => {
    const { awardId } = await anAward();
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 });
    const stale = await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 1 });
    expect(stale).toMatchObject({ code: 'VERSION_CONFLICT', expected: 1, actual: 2 });
  });
});

describe('donations', () => {
  const items = [{ amount: '250000', receivedOn: today(), receiptNumber: 'PT-GQL-01', donorName: 'Ông Mẫu' }];
  interface Answer {
    readonly recordDonations: Readonly<Record<string, unknown>>;
  }
  const record = async (idempotencyKey: string, list: readonly object[]) => {
    const answer = await server.graphql<Answer>(
      network.login('treasurer'),
      `mutation($input: RecordDonationsInput!) { recordDonations(input: $input) {
        ... on DonationsRecorded { donationIds total replayed fund { balance } }
        ... on ReceiptNumberTaken { index receiptNumber }
        ... on Refusal { code message(lang: EN) }
      } }`,
      { input: { fundId: network.fundId, items: list, idempotencyKey } },
    );
    return present(answer.data, answer.text).recordDonations;
  };

  test('sent again under their key are answered as recorded before, and add nothing', async () => {
    const key = randomUUID();
    const first = await record(key, items);
    expect(first).toMatchObject({ total: '250000', replayed: false });
    expect(await record(key, items)).toEqual({ ...first, replayed: true });
    expect(await record(key, [{ ...items[0], amount: '250001' }])).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('with the receipt number of another donation are refused, and the row is named', async () => {
    const fresh = { ...items[0], receiptNumber: 'PT-GQL-02' };
    const twice = { ...items[0], receiptNumber: 'PT-GQL-02', amount: '1' };
    const refused = await record(randomUUID(), [fresh, twice]);
    expect(refused).toMatchObject({ code: 'RECEIPT_NUMBER_TAKEN', index: 1, receiptNumber: 'PT-GQL-02' });
    expect(refused['message']).toContain('Item 2');
  });
});

describe('money and places', () => {
  test('the amount paid and the amount signed for are the amount decided', async () => {
    const award = await anAward();
    const { awardId } = award;
    const expectedVersion = await approved(server, network, award);
    const treasurer = network.login('treasurer');
    const paid = await takeStep(server, treasurer, 'payAwards', { awardId, expectedVersion, amount: '999999' }, batch);
    expect(paid).toMatchObject({ code: 'AMOUNT_DIFFERS', decided: amount, given: '999999' });
    await takeStep(server, treasurer, 'payAwards', { awardId, expectedVersion, amount }, batch);
    const signed = { awardId, expectedVersion: 5, amount: '1000001', signedBy: 'Bùi Văn Mẫu', signedAs: 'cha' };
    expect(await takeStep(server, network.login('nominator'), 'acknowledgeReceipts', signed)).toMatchObject({
      code: 'AMOUNT_DIFFERS',
      decided: amount,
      given: '1000001',
    });
  });

  test('no more is promised than the campaign was given', async () => {
    const [first, second] = await aCampaign(server, network, { children: 2, budget: '1500000' });
    await approved(server, network, present(first, 'first'));
    const { awardId } = present(second, 'second');
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 });
    await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 2 });
    const last = await takeStep(server, network.login('approver-2'), 'approveAwards', { awardId, expectedVersion: 3 });
    expect(last).toMatchObject({ code: 'OVER_BUDGET', available: '500000', asked: amount });
  });

  test('no more places are promised than the unit has', async () => {
    const [first, second] = await aCampaign(server, network, { children: 2, places: 1 });
    await approved(server, network, present(first, 'first'));
    const { awardId } = present(second, 'second');
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 });
    await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 2 });
    const last = await takeStep(server, network.login('approver-2'), 'approveAwards', { awardId, expectedVersion: 3 });
    expect(last).toMatchObject({ code: 'OVER_QUOTA', pool: 'main', places: '0' });
  });
});

interface Reasons {
  readonly award: {
    readonly takenBy: readonly { readonly action: string }[];
    readonly timeline: readonly {
      readonly to: string;
      readonly on: string;
      readonly late: boolean;
      readonly why: { readonly text: string } | null;
    }[];
  };
}

async function reasonsOf(awardId: string): Promise<Reasons['award']> {
  const answer = await server.graphql<Reasons>(
    network.login('nominator'),
    'query($id: ID!) { award(id: $id) { takenBy { action } timeline { to on late why { text } } } }',
    { id: awardId },
  );
  return present(answer.data, answer.text).award;
}

describe('going back', () => {
  test('what was returned comes back with a reason, and approvals given before count no more', async () => {
    const { awardId } = await anAward();
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1 });
    await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 2 });
    const reason = 'Đề nghị bổ sung bảng điểm có xác nhận';
    await takeStep(server, network.login('approver-2'), 'returnNominations', { awardId, expectedVersion: 3, reason });
    const { takenBy, timeline } = await reasonsOf(awardId);
    expect(takenBy.map(({ action }) => action)).not.toContain('APPROVE');
    expect(timeline.at(-1)).toMatchObject({ to: 'RETURNED', why: { text: reason } });

    expect(
      await takeStep(server, network.login('nominator'), 'resubmitNominations', { awardId, expectedVersion: 4 }),
    ).toMatchObject({ version: 5 });
    await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 5 });
    const once = await takeStep(server, network.login('approver-2'), 'approveAwards', { awardId, expectedVersion: 6 });
    expect(once).toMatchObject({ version: 7, award: { state: 'VERIFIED' } });
    const twice = await takeStep(server, network.login('approver-1'), 'approveAwards', { awardId, expectedVersion: 7 });
    expect(twice).toMatchObject({ version: 8, award: { state: 'APPROVED' } });
  });

  test('a rejection needs a reason, and the nominator reads it', async () => {
    const { awardId } = await anAward();
    const verifier = network.login('verifier');
    const without = await takeStep(server, verifier, 'rejectAwards', { awardId, expectedVersion: 1, reason: '  ' });
    expect(without).toMatchObject({ code: 'REQUIREMENT_NOT_MET' });
    const reason = 'Gia đình đã chuyển đi nơi khác';
    expect(await takeStep(server, verifier, 'rejectAwards', { awardId, expectedVersion: 1, reason })).toMatchObject({
      version: 2,
    });
    expect((await reasonsOf(awardId)).timeline.at(-1)).toMatchObject({ to: 'REJECTED', why: { text: reason } });
  });
});

describe('days', () => {
  test('what was done on paper earlier is entered late and marked so', async () => {
    const { awardId } = await anAward({ nominatedOn: today(-300) });
    const effectiveOn = today(-3);
    await takeStep(server, network.login('verifier'), 'verifyNominations', {
      awardId,
      expectedVersion: 1,
      effectiveOn,
    });
    expect((await reasonsOf(awardId)).timeline.at(-1)).toMatchObject({ on: effectiveOn, late: true });
  });

  test('a day that has not come, lies too far back, or whose books are closed is refused', async () => {
    const { awardId } = await anAward({ nominatedOn: today(-300) });
    const verifyOn = (effectiveOn: string) =>
      takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion: 1, effectiveOn });
    expect(await verifyOn(today(1))).toMatchObject({ code: 'EFFECTIVE_DATE_IN_FUTURE', date: today(1) });
    expect(await verifyOn(today(-366))).toMatchObject({ code: 'EFFECTIVE_DATE_TOO_EARLY', earliest: today(-300) });
    const closed = await server.graphql(
      network.login('treasurer'),
      'mutation($input: ClosePeriodInput!) { closePeriod(input: $input) { ... on PeriodClosed { through } ... on Refusal { code } } }',
      { input: { through: today(-30) } },
    );
    expect(closed.data).toEqual({ closePeriod: { through: today(-30) } });
    expect(await verifyOn(today(-30))).toMatchObject({ code: 'PERIOD_CLOSED', earliest: today(-29) });
    expect(await verifyOn(today(-29))).toMatchObject({ version: 2 });
  });
});
