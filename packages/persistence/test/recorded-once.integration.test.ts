import {
  createCampaign,
  openFund,
  publishRuleSet,
  recordDonations,
  type DonationInput,
  type FundInput,
  type RecordDonationsInput,
} from '@khuyenhoc/application';
import { calendarDate, type FundId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { accepted, aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';
import { aRuleSetDraft } from './sample-rules.ts';

let db: TestDatabase;
let deps: TestDeps;
let other: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  other = depsOn(await db.open());
  network = await aNetwork(deps);
});
afterAll(() => db.close());

/** What several callers on two servers are answered who send the same at the same moment. */
function fromTwoServers<Answer>(
  send: (server: TestDeps, index: number) => Promise<Answer>,
): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: 6 }, (_, index) => send(index % 2 === 0 ? deps : other, index)));
}

const aFundInput = (): FundInput => ({
  associationId: network.province.id,
  name: 'Quỹ Mẫu',
  legalForm: 'ASSOCIATION_ACCOUNT',
  idempotencyKey: systemIds.uuid(),
});

async function aFund(): Promise<FundId> {
  return accepted(await openFund(deps, network.sessions.treasurer, aFundInput())).id;
}

const aDonation = (receiptNumber: string): DonationInput => ({
  donorName: 'Bà Mẫu',
  amountVnd: 5_000_000n,
  receivedOn: calendarDate('2025-06-10'),
  receiptNumber,
  earmark: null,
});

const donationsTo = (fundId: FundId, ...receiptNumbers: readonly string[]): RecordDonationsInput => ({
  fundId,
  donations: receiptNumbers.map(aDonation),
  idempotencyKey: systemIds.uuid(),
});

const record = (input: RecordDonationsInput, server = deps) =>
  recordDonations(server, network.sessions.treasurer, input);

async function stateOf(fundId: FundId) {
  const [state] = await db.asOwner<{ readonly donations: number; readonly donors: number; readonly balance: string }>(
    `select count(d.id)::int as donations, count(distinct o.id)::int as donors, min(a.balance)::text as balance
    from fund f join account a on a.tenant_id = f.tenant_id and a.id = f.account_id
    left join donation d on d.tenant_id = f.tenant_id and d.fund_id = f.id
    left join donor o on o.tenant_id = d.tenant_id and o.id = d.donor_id
    where f.tenant_id = $1 and f.id = $2`,
    [network.tenantId, fundId],
  );
  return state;
}

describe('donations', () => {
  test('sent twice under one key are recorded once and answered as they were, in the order of the list', async () => {
    const input = donationsTo(await aFund(), 'PT-03', 'PT-01', 'PT-02');
    const first = accepted(await record(input));
    expect(first.replayed).toBe(false);
    expect(accepted(await record(input))).toEqual({ ...first, replayed: true });
    expect(await stateOf(input.fundId)).toEqual({ donations: 3, donors: 3, balance: '15000000' });
  });

  test('are answered again on a day on which they could not be entered any more', async () => {
    const input = donationsTo(await aFund(), 'PT-01');
    const first = accepted(await record(input));
    const muchLater = depsOn(db.database, '2025-12-31T02:00:00.000Z');
    expect(accepted(await record(input, muchLater)).donations).toEqual(first.donations);
    const fresh = await record(donationsTo(input.fundId, 'PT-02'), muchLater);
    expect(fresh).toMatchObject({ ok: false, error: { code: 'EFFECTIVE_DATE_TOO_EARLY', index: 0 } });
  });

  test.each([
    ['another amount', { amountVnd: 5_000_001n }],
    ['another day', { receivedOn: calendarDate('2025-06-11') }],
    ['another donor', { donorName: null }],
    ['another receipt', { receiptNumber: 'PT-02' }],
    ['another purpose', { earmark: 'Học sinh lớp 9' }],
  ])('under a used key with %s are refused', async (_, change) => {
    const input = donationsTo(await aFund(), 'PT-01');
    accepted(await record(input));
    const changed = { ...input, donations: [{ ...aDonation('PT-01'), ...change }] };
    expect(await record(changed)).toEqual({ ok: false, error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await stateOf(input.fundId)).toEqual({ donations: 1, donors: 1, balance: '5000000' });
  });

  test('with a receipt number that the fund has are refused whole, naming the row', async () => {
    const fundId = await aFund();
    accepted(await record(donationsTo(fundId, 'PT-01', 'PT 02')));
    // The same number with other blanks is the same number.
    const refused = await record(donationsTo(fundId, 'PT-03', '  PT   02 '));
    const error = { code: 'RECEIPT_NUMBER_TAKEN', index: 1, receiptNumber: 'PT 02' };
    expect(refused).toEqual({ ok: false, error });
    expect(await stateOf(fundId)).toEqual({ donations: 2, donors: 2, balance: '10000000' });
  });

  test('with one receipt number twice in the list are refused whole, naming the second row', async () => {
    const fundId = await aFund();
    const refused = await record(donationsTo(fundId, 'PT-01', 'PT-02', 'PT-01'));
    expect(refused).toEqual({ ok: false, error: { code: 'RECEIPT_NUMBER_TAKEN', index: 2, receiptNumber: 'PT-01' } });
    expect(await stateOf(fundId)).toEqual({ donations: 0, donors: 0, balance: '0' });
  });

  test('that were refused take no key: corrected, they are recorded under it', async () => {
    const input = donationsTo(await aFund(), 'PT-01', 'PT-01');
    expect(await record(input)).toMatchObject({ ok: false });
    const corrected = { ...input, donations: [aDonation('PT-01'), aDonation('PT-02')] };
    expect(accepted(await record(corrected)).replayed).toBe(false);
  });

  test('have receipt numbers of their fund: another fund gives the same number', async () => {
    const [one, two] = [await aFund(), await aFund()];
    accepted(await record(donationsTo(one, 'PT-01')));
    accepted(await record(donationsTo(two, 'PT-01')));
    expect(await stateOf(two)).toMatchObject({ donations: 1 });
  });

  test('sent from two servers at once under one key are recorded once', async () => {
    const input = donationsTo(await aFund(), 'PT-01', 'PT-02');
    const answers = (await fromTwoServers((server) => record(input, server))).map(accepted);
    expect(answers.filter((one) => !one.replayed)).toHaveLength(1);
    expect(new Set(answers.map((one) => one.donations.map(({ id }) => id).join()))).toHaveLength(1);
    expect(await stateOf(input.fundId)).toEqual({ donations: 2, donors: 2, balance: '10000000' });
  });

  test('with one receipt number sent from two servers at once under many keys are recorded once', async () => {
    const fundId = await aFund();
    const answers = await fromTwoServers((server) => record(donationsTo(fundId, 'PT-01'), server));
    const error = { code: 'RECEIPT_NUMBER_TAKEN', index: 0, receiptNumber: 'PT-01' };
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok)).toEqual(Array.from({ length: 5 }, () => ({ ok: false, error })));
    expect(await stateOf(fundId)).toEqual({ donations: 1, donors: 1, balance: '5000000' });
  });
});

test('the database itself refuses a second donation with the receipt number of a first', async () => {
  const fundId = await aFund();
  const { donations } = accepted(await record(donationsTo(fundId, 'PT-01')));
  const copy = `insert into donation select (jsonb_populate_record(d, jsonb_build_object('id', $1::text))).* from donation d
    where d.tenant_id = $2 and d.id = $3`;
  const inserted = db.asOwner(copy, [systemIds.uuid(), network.tenantId, donations[0]?.id]);
  await expect(inserted).rejects.toThrow('donation_receipt');
});

describe('a fund', () => {
  const open = (input: FundInput, server = deps) => openFund(server, network.sessions.treasurer, input);
  const funds = async () => (await db.asOwner('select from fund where tenant_id = $1', [network.tenantId])).length;

  test('asked for twice under one key, also from two servers at once, is opened once', async () => {
    const before = await funds();
    const input = aFundInput();
    const [first, ...rest] = (await fromTwoServers((server) => open(input, server))).map(accepted);
    expect([...rest, accepted(await open(input))]).toEqual(Array.from({ length: 6 }, () => first));
    expect(await funds()).toBe(before + 1);
  });

  test('under a used key with another name, or asked for by another person, is refused', async () => {
    const input = aFundInput();
    accepted(await open(input));
    const refused = { ok: false, error: { code: 'IDEMPOTENCY_KEY_REUSED' } };
    expect(await open({ ...input, name: 'Quỹ Khác' })).toEqual(refused);
    expect(await openFund(deps, network.sessions.officer, input)).toEqual(refused);
  });
});

describe('a version of a rule set', () => {
  const officer = () => network.sessions.officer;

  test('published twice under one key, also from two servers at once, is one version', async () => {
    const input = { ...aRuleSetDraft(`once-${systemIds.uuid()}`, 1), idempotencyKey: systemIds.uuid() };
    const answers = (await fromTwoServers((server) => publishRuleSet(server, officer(), input))).map(accepted);
    const later = accepted(await publishRuleSet(deps, officer(), { ...input, idempotencyKey: systemIds.uuid() }));
    expect(later.version).toBe(2);
    const again = accepted(await publishRuleSet(deps, officer(), input));
    expect(new Set([...answers, again].map(({ hash, version }) => `${version} ${hash}`))).toHaveLength(1);
    expect(again.version).toBe(1);
  });

  test('under a used key with another configuration is refused', async () => {
    const id = `once-${systemIds.uuid()}`;
    const idempotencyKey = systemIds.uuid();
    accepted(await publishRuleSet(deps, officer(), { ...aRuleSetDraft(id, 1), idempotencyKey }));
    expect(await publishRuleSet(deps, officer(), { ...aRuleSetDraft(id, 2), idempotencyKey })).toEqual({
      ok: false,
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});

describe('a campaign', () => {
  async function aDraft() {
    const { officer } = network.sessions;
    const rules = { ...aRuleSetDraft(`once-${systemIds.uuid()}`, 1), idempotencyKey: systemIds.uuid() };
    const { hash } = accepted(await publishRuleSet(deps, officer, rules));
    const workflow = await deps.unitOfWork.run(network.tenantId, ({ sources }) =>
      sources.findWorkflowByCode('standard'),
    );
    return {
      associationId: network.province.id,
      title: 'Tiếp sức đến trường',
      schoolYear: '2024-2025',
      referenceDate: calendarDate('2025-06-15'),
      ruleSetHash: hash,
      workflowHash: workflow?.hash ?? '',
      funding: [{ source: 'main', fundId: await aFund(), amountVnd: 1_000_000n }],
      quotaUnits: [network.thanhAn.id, network.binhMinh.id],
      idempotencyKey: systemIds.uuid(),
    };
  }

  test('drafted twice under one key, also from two servers at once, is one campaign with one plan', async () => {
    const draft = await aDraft();
    const { officer } = network.sessions;
    const answers = (await fromTwoServers((server) => createCampaign(server, officer, draft))).map(accepted);
    const [first] = answers;
    expect([...answers, accepted(await createCampaign(deps, officer, draft))]).toEqual(
      Array.from({ length: 7 }, () => first),
    );
    const allotments = await db.asOwner(
      `select from campaign c join allotment a on a.tenant_id = c.tenant_id and a.campaign_id = c.id
      where c.tenant_id = $1 and c.rule_set_hash = decode($2, 'hex')`,
      [network.tenantId, draft.ruleSetHash],
    );
    expect(allotments).toHaveLength(3);
  });

  test('under a used key with other money is refused', async () => {
    const draft = await aDraft();
    accepted(await createCampaign(deps, network.sessions.officer, draft));
    const richer = { ...draft, funding: draft.funding.map((one) => ({ ...one, amountVnd: 2_000_000n })) };
    expect(await createCampaign(deps, network.sessions.officer, richer)).toEqual({
      ok: false,
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});
