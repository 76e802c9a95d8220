import { approveAwards, nominate, payAwards, takeReasonedStep, verifyNominations } from '@khuyenhoc/application';
import { subtreeOf, type Path } from '@khuyenhoc/domain';
import { present, type AwardId, type Result } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
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

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
});
afterAll(() => db.close());

const million = 1_000_000n;
const all = (answers: readonly Result<unknown, unknown>[]) => {
  for (const answer of answers) accepted(answer);
};

/** Awards of the branch, below the first commune, approved by both. */
async function approved(
  network: Network,
  campaign: TestCampaign,
  names: readonly string[],
): Promise<readonly AwardId[]> {
  const { sessions, branch } = network;
  const inputs = names.map((name) => aNomination(campaign.id, branch.id, name));
  const ids = (await nominate(deps, sessions.nominator, inputs)).map((answer) => accepted(answer).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  const at = (version: number) => ids.map((id) => aStep(id, version));
  all(
    await verifyNominations(
      deps,
      sessions.verifier,
      at(1).map((step) => ({ ...step, facts: null, finding: null })),
    ),
  );
  all(await approveAwards(deps, sessions.approver, at(2)));
  all(await approveAwards(deps, sessions.secondApprover, at(3)));
  await campaign.advance('START_APPROVAL', 'START_DISBURSEMENT');
  return ids;
}

/** The branch and its awards go below the other commune: heads alone hold paths. */
async function moveBranch({ branch, binhMinh }: Network): Promise<void> {
  const path = `${binhMinh.path}${branch.id}/` as Path;
  await db.asOwner('update association set path = $1, parent_id = $2 where id = $3', [path, binhMinh.id, branch.id]);
  await db.asOwner('update award set path = $1 where association_id = $2', [path, branch.id]);
}

/** The places of a commune in a campaign: still to be promised, promised, given. */
async function placesOf(network: Network, campaign: TestCampaign, unit: Network['province']) {
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
  const found = (await createPostgresReads(db.database).allotments(scope, [campaign.id])).find(
    (one) => one.associationId === unit.id,
  );
  const { available, reserved, spent } = present(found, 'an allotment');
  return [available, reserved, spent];
}

test('what was promised before a move is paid, taken back and reversed where it was promised', async () => {
  const network = await aNetwork(deps);
  const { sessions, thanhAn, binhMinh } = network;
  const campaign = await aCampaign(deps, network, { fundVnd: 5n * million, placesPerUnit: 5 });
  const ids = await approved(network, campaign, ['Em Một', 'Em Hai', 'Em Ba']);
  const [toPay, toReject, toReverse] = ids.map((id) => id) as [AwardId, AwardId, AwardId];
  expect(await placesOf(network, campaign, thanhAn)).toEqual([2n, 3n, 0n]);
  await moveBranch(network);

  const batch = { number: 'BK-01', method: 'CASH' } as const;
  const payments = [toPay, toReverse].map((id) => ({ ...aStep(id, 4), amountVnd: million }));
  all(await payAwards(deps, sessions.treasurer, batch, payments));
  all(await takeReasonedStep(deps, sessions.approver, 'REJECT', [{ ...aStep(toReject, 4), reason: 'Trùng' }]));
  all(await takeReasonedStep(deps, sessions.approver, 'REVERSE', [{ ...aStep(toReverse, 5), reason: 'Chi nhầm' }]));

  expect(await placesOf(network, campaign, thanhAn)).toEqual([4n, 0n, 1n]);
  expect(await placesOf(network, campaign, binhMinh)).toEqual([5n, 0n, 0n]);
  const ledger = await createPostgresReads(db.database).ledgerReport(network.tenantId);
  expect(ledger).toMatchObject({ wrongAccounts: [], overdrawnAccounts: [], wrongTotals: 0 });
  for (const { sum } of ledger.sums) expect(sum).toBe(0n);
});

test('what is on record as put aside is exactly what the group of the approval moved', async () => {
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: 5n * million, placesPerUnit: 5 });
  const ids = await approved(network, campaign, ['Em Một', 'Em Hai']);
  const differing = await db.asOwner(
    `select a.id from award a
     cross join lateral (select bytes::jsonb -> 'data' ->> 'group' as id from award_event e
       where e.award_id = a.id and e.type = 'award.approved@1') g
     where a.id = any($1::uuid[]) and a.reservation is distinct from (
       select jsonb_agg(jsonb_build_object('allotmentId', o.id, 'commodity', t.commodity, 'code', o.code, 'available', t.debit,
         'reserved', t.credit, 'spent', o.spent_account_id, 'quantity', t.quantity::text) order by t.line)
       from transfer t join allotment o on o.available_account_id = t.debit where t.group_id = g.id::uuid)`,
    [ids],
  );
  expect(differing).toEqual([]);
});

test('a campaign that is given other places meanwhile is read anew, by every server', async () => {
  const network = await aNetwork(deps);
  const { sessions, thanhAn } = network;
  const campaign = await aCampaign(deps, network, { fundVnd: 5n * million, placesPerUnit: 1 });
  const names = ['Em Một', 'Em Hai'];
  const inputs = names.map((name) => aNomination(campaign.id, thanhAn.id, name));
  const ids = (await nominate(deps, sessions.nominator, inputs)).map((answer) => accepted(answer).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  const at = (version: number) => ids.map((id) => aStep(id, version));
  all(
    await verifyNominations(
      deps,
      sessions.verifier,
      at(1).map((step) => ({ ...step, facts: null, finding: null })),
    ),
  );
  all(await approveAwards(deps, sessions.approver, at(2)));
  const last = await approveAwards(deps, sessions.secondApprover, at(3));
  expect(last.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(['ok', 'OVER_QUOTA']);

  // Another allotment stands in its place, as a merger of units makes it; the campaign's history grew by an event.
  const [old] = await db.asOwner<{ id: string }>(
    'select id from allotment where campaign_id = $1 and association_id = $2',
    [campaign.id, thanhAn.id],
  );
  await db.asOwner('update allotment set code = $2 where id = $1', [old?.id, 'other']);
  await db.asOwner('update campaign set version = version + 1 where id = $1', [campaign.id]);
  const [second] = ids.slice(1);
  const again = await approveAwards(deps, sessions.secondApprover, [aStep(present(second, 'an award'), 3)]);
  expect(again).toEqual([{ ok: false, error: { code: 'NO_QUOTA', pool: 'main' } }]);
});
