import {
  acknowledgeReceipts,
  approveAwards,
  closePeriod,
  nominate,
  payAwards,
  takeReasonedStep,
  verifyHistories,
  verifyNominations,
  type Session,
} from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { calendarDate, type AwardId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { sha256, systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import {
  aCampaign,
  accepted,
  aNetwork,
  aNomination,
  aStep,
  depsOn,
  type Network,
  type TestCampaign,
  type TestDeps,
} from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

const million = 1_000_000n;

/** Children nominated by the first commune; their awards' ids in order. */
async function nominated(
  campaign: TestCampaign,
  names: readonly string[],
  session: Session = network.sessions.nominator,
) {
  const inputs = names.map((name) => aNomination(campaign.id, network.thanhAn.id, name));
  return (await nominate(deps, session, inputs)).map((answer) => accepted(answer).awardId);
}

/** Awards that lack only the second approval, in a campaign in its approval phase. */
async function onceApproved(campaign: TestCampaign, names: readonly string[]): Promise<readonly AwardId[]> {
  const ids = await nominated(campaign, names);
  await campaign.advance('CLOSE_NOMINATION');
  const reviews = ids.map((id) => ({ ...aStep(id, 1), facts: null, finding: null }));
  for (const answer of await verifyNominations(deps, network.sessions.verifier, reviews)) accepted(answer);
  await campaign.advance('START_APPROVAL');
  const approvals = ids.map((id) => aStep(id, 2));
  for (const answer of await approveAwards(deps, network.sessions.approver, approvals)) accepted(answer);
  return ids;
}

test('an award goes its whole way, its history verifies, and the ledger is right at the end', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: 5n * million, placesPerUnit: 5 });
  const [id] = await onceApproved(campaign, ['Em Toàn Vẹn']);
  if (id === undefined) throw new Error('nobody was nominated');
  const { sessions, tenantId } = network;
  accepted((await approveAwards(deps, sessions.secondApprover, [aStep(id, 3)]))[0] ?? { ok: false, error: 'none' });
  await campaign.advance('START_DISBURSEMENT');
  const batch = { number: 'BK-01', method: 'CASH' } as const;
  const [paid] = await payAwards(deps, sessions.treasurer, batch, [{ ...aStep(id, 4), amountVnd: million }]);
  expect(paid).toEqual({ ok: true, value: { awardId: id, version: 5, replayed: false } });
  const receipt = { ...aStep(id, 5), amountVnd: million, signedBy: 'Bà Mẫu', signedAs: 'mother' };
  const [signed] = await acknowledgeReceipts(deps, sessions.nominator, [receipt]);
  expect(signed).toEqual({ ok: true, value: { awardId: id, version: 6, replayed: false } });

  const reads = createPostgresReads(db.database);
  const scope = { tenantId, ...subtreeOf(network.province.path) };
  const [award] = await reads.awards(scope, [id]);
  expect(award).toMatchObject({
    state: 'acknowledged',
    version: 6,
    paymentBatch: 'BK-01',
    associationId: network.thanhAn.id,
  });
  const [report] = await verifyHistories({ reads, digest: sha256 }, scope, [id]);
  expect(report).toMatchObject({ awardId: id, events: 6, fault: null });
  const allotments = await reads.allotments(scope, [campaign.id]);
  const held = new Map(
    allotments.map(({ associationId, available, reserved, spent }) => [associationId, { available, reserved, spent }]),
  );
  expect(held.get(null)).toEqual({ available: 4n * million, reserved: 0n, spent: million });
  expect(held.get(network.thanhAn.id)).toEqual({ available: 4n, reserved: 0n, spent: 1n });
  expect(held.get(network.binhMinh.id)).toEqual({ available: 5n, reserved: 0n, spent: 0n });
  const transfers = await reads.transfers(scope, [award?.paymentGroupId ?? '']);
  expect(
    transfers.map(({ kind, commodity, debitKind, creditKind, quantity }) => ({
      kind,
      commodity,
      debitKind,
      creditKind,
      quantity,
    })),
  ).toEqual([
    { kind: 'SETTLE', commodity: 'VND', debitKind: 'RESERVED', creditKind: 'SPENT', quantity: million },
    { kind: 'SETTLE', commodity: 'PLACE', debitKind: 'RESERVED', creditKind: 'SPENT', quantity: 1n },
  ]);
  const ledger = await reads.ledgerReport(tenantId);
  expect(ledger).toMatchObject({ wrongAccounts: [], overdrawnAccounts: [] });
  expect(ledger.sums).toEqual([
    { commodity: 'PLACE', sum: 0n },
    { commodity: 'VND', sum: 0n },
  ]);
});

test('a changed event and a changed balance are found', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: million, placesPerUnit: 1 });
  const [id] = await nominated(campaign, ['Em Bị Sửa']);
  const reads = createPostgresReads(db.database);
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
  await db.asOwner(`update award_event set bytes = replace(bytes, 'nominated', 'verified') where award_id = $1`, [id]);
  const [report] = await verifyHistories({ reads, digest: sha256 }, scope, [id ?? ('' as AwardId)]);
  expect(report?.fault).not.toBeNull();
  const [fund] = await reads.funds(scope, [campaign.fundId]);
  await db.asOwner('update account set balance = balance + 1 where id = $1', [fund?.accountId]);
  const wrong = await reads.ledgerReport(network.tenantId);
  expect(wrong.wrongAccounts).toEqual([fund?.accountId]);
  expect(wrong.sums).toContainEqual({ commodity: 'VND', sum: 1n });
  await db.asOwner('update account set balance = balance - 1 where id = $1', [fund?.accountId]);
});

test('one command sent many times at once has one effect; a key used again for another body is refused', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: 5n * million, placesPerUnit: 5 });
  const input = aNomination(campaign.id, network.thanhAn.id, 'Em Gửi Lại');
  const many = await Promise.all(Array.from({ length: 10 }, () => nominate(deps, network.sessions.nominator, [input])));
  const answers = many.map(([answer]) => accepted(answer ?? { ok: false, error: 'none' }));
  expect(new Set(answers.map((answer) => answer.awardId)).size).toBe(1);
  expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
  const [later] = await nominate(deps, network.sessions.nominator, [input]);
  expect(later).toMatchObject({ ok: true, value: { replayed: true, version: 1 } });
  const other = { ...aNomination(campaign.id, network.thanhAn.id, 'Em Khác'), idempotencyKey: input.idempotencyKey };
  expect(await nominate(deps, network.sessions.nominator, [other])).toEqual([
    { ok: false, error: { code: 'IDEMPOTENCY_KEY_REUSED' } },
  ]);
  // A stranger's key tells nobody that it exists.
  const elsewhere = { ...other, associationId: network.binhMinh.id };
  expect(await nominate(deps, network.sessions.branchNominator, [elsewhere])).toEqual([
    { ok: false, error: { code: 'NOT_FOUND' } },
  ]);
});

test('a refused command leaves its neighbours and its share of the money to them, exactly to the limit', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: 2n * million, placesPerUnit: 10 });
  const [first, second, third] = await onceApproved(campaign, ['Em Một', 'Em Hai', 'Em Ba']);
  const answers = await approveAwards(deps, network.sessions.secondApprover, [
    aStep(first ?? ('' as AwardId), 99),
    aStep(second ?? ('' as AwardId), 3),
    aStep(systemIds.uuid() as AwardId, 3),
    aStep(`' or true --` as AwardId, 3),
    aStep(third ?? ('' as AwardId), 3),
  ]);
  expect(answers).toEqual([
    { ok: false, error: { code: 'VERSION_CONFLICT', expected: 99, actual: 3 } },
    { ok: true, value: { awardId: second, version: 4, replayed: false } },
    { ok: false, error: { code: 'NOT_FOUND' } },
    { ok: false, error: { code: 'NOT_FOUND' } },
    { ok: true, value: { awardId: third, version: 4, replayed: false } },
  ]);
  expect(await approveAwards(deps, network.sessions.secondApprover, [aStep(first ?? ('' as AwardId), 3)])).toEqual([
    { ok: false, error: { code: 'OVER_BUDGET', source: 'main', availableVnd: 0n, askedVnd: million } },
  ]);
  // Revoking one approval gives its million back to the next.
  const revoke = { ...aStep(third ?? ('' as AwardId), 4), reason: 'Trùng hồ sơ' };
  accepted(
    (await takeReasonedStep(deps, network.sessions.approver, 'REJECT', [revoke]))[0] ?? { ok: false, error: 'none' },
  );
  expect(
    await approveAwards(deps, network.sessions.secondApprover, [aStep(first ?? ('' as AwardId), 3)]),
  ).toMatchObject([{ ok: true }]);
});

test('the last place of a unit is given once, within one batch', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: 10n * million, placesPerUnit: 2 });
  const ids = await onceApproved(campaign, ['Em Bốn', 'Em Năm', 'Em Sáu']);
  const answers = await approveAwards(
    deps,
    network.sessions.secondApprover,
    ids.map((id) => aStep(id, 3)),
  );
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(['ok', 'ok', 'OVER_QUOTA']);
});

test('whose mandate ended is not found by his next command', async () => {
  const other = await aNetwork(deps);
  const campaign = await aCampaign(deps, other, { fundVnd: million, placesPerUnit: 1 });
  const input = () => aNomination(campaign.id, other.branch.id, `Em ${systemIds.uuid()}`);
  expect(await nominate(deps, other.sessions.branchNominator, [input()])).toMatchObject([{ ok: true }]);
  await deps.unitOfWork.run(other.tenantId, ({ mandates }) =>
    mandates.end([other.sessions.branchNominator.mandate.id], calendarDate('2025-06-19')),
  );
  expect(await nominate(deps, other.sessions.branchNominator, [input()])).toEqual([
    { ok: false, error: { code: 'NOT_FOUND' } },
  ]);
});

test('awards of another network and of another branch are not found', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: million, placesPerUnit: 1 });
  const [id] = await nominated(campaign, ['Em Ngoài Tầm']);
  const stranger = await aNetwork(deps);
  const withdraw = { ...aStep(id ?? ('' as AwardId), 1), reason: 'Rút' };
  const notFound = [{ ok: false, error: { code: 'NOT_FOUND' } }];
  expect(await takeReasonedStep(deps, stranger.sessions.nominator, 'WITHDRAW', [withdraw])).toEqual(notFound);
  expect(await takeReasonedStep(deps, network.sessions.branchNominator, 'WITHDRAW', [withdraw])).toEqual(notFound);
  // Approving asks the database alone, so it is the writer's join with the mandate that refuses here.
  expect(await approveAwards(deps, stranger.sessions.approver, [aStep(id ?? ('' as AwardId), 1)])).toEqual(notFound);
  expect(await approveAwards(deps, network.sessions.branchNominator, [aStep(id ?? ('' as AwardId), 1)])).toEqual(
    notFound,
  );
  const mixed = { ...network.sessions.approver, tenantId: stranger.tenantId };
  expect(await approveAwards(deps, mixed, [aStep(id ?? ('' as AwardId), 1)])).toEqual(notFound);
});

test('a child is nominated once a campaign: within a batch, after it, and by two servers at once', async () => {
  const campaign = await aCampaign(deps, network, { fundVnd: million, placesPerUnit: 1 });
  const twice = ['Nguyễn Văn Trùng', 'NGUYỄN  văn trùng'].map((name) =>
    aNomination(campaign.id, network.thanhAn.id, name),
  );
  const duplicate = { ok: false, error: { code: 'DUPLICATE_NOMINATION' } };
  expect(await nominate(deps, network.sessions.nominator, twice)).toEqual([
    expect.objectContaining({ ok: true }),
    duplicate,
  ]);
  const again = aNomination(campaign.id, network.binhMinh.id, 'Nguyễn Văn Trùng');
  expect(await nominate(deps, network.sessions.nominator, [again])).toEqual([duplicate]);
  const servers = [deps, depsOn(await db.open())];
  const names = Array.from({ length: 40 }, (_, index) => `Em Số ${index}`);
  const both = await Promise.all(
    servers.flatMap((server) =>
      names.map((name) =>
        nominate(server, network.sessions.nominator, [aNomination(campaign.id, network.thanhAn.id, name)]),
      ),
    ),
  );
  const codes = both.flat().map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code === 'ok')).toHaveLength(names.length);
  expect(codes.filter((code) => code === 'DUPLICATE_NOMINATION')).toHaveLength(names.length);
});

test('nothing is entered in a closed period', async () => {
  const other = await aNetwork(deps);
  const campaign = await aCampaign(deps, other, { fundVnd: million, placesPerUnit: 1 });
  const on = (day: string) => ({
    ...aNomination(campaign.id, other.thanhAn.id, `Em ngày ${day}`),
    effectiveOn: calendarDate(day),
  });
  accepted(await closePeriod(deps, other.sessions.treasurer, calendarDate('2025-06-10')));
  expect(await nominate(deps, other.sessions.nominator, [on('2025-06-10'), on('2025-06-11')])).toMatchObject([
    { ok: false, error: { code: 'PERIOD_CLOSED', closedThrough: '2025-06-10' } },
    { ok: true },
  ]);
});
