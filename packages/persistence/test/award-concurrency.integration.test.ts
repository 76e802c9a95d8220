import { approveAwards, nominate, verifyHistories, verifyNominations } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import type { AwardId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { sha256 } from '@khuyenhoc/vault';
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
let servers: readonly TestDeps[];

beforeAll(async () => {
  db = await aDatabase();
  servers = await Promise.all([1, 2, 3, 4].map(async () => depsOn(await db.open(5))));
});
afterAll(() => db.close());

const million = 1_000_000n;
const awards = 300;
const affordable = 180;

/** Awards that lack only the second approval, half of them in each commune. */
async function onceApproved(network: Network, campaign: TestCampaign): Promise<readonly AwardId[]> {
  const [deps] = servers;
  if (deps === undefined) throw new Error('no server');
  const { nominator, verifier, approver } = network.sessions;
  const inputs = Array.from({ length: awards }, (_, index) =>
    aNomination(campaign.id, index % 2 === 0 ? network.thanhAn.id : network.binhMinh.id, `Em Thứ ${index}`),
  );
  const ids = (await nominate(deps, nominator, inputs)).map((answer) => accepted(answer).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  for (const answer of await verifyNominations(
    deps,
    verifier,
    ids.map((id) => ({ ...aStep(id, 1), facts: null, finding: null })),
  )) {
    accepted(answer);
  }
  for (const answer of await approveAwards(
    deps,
    approver,
    ids.map((id) => aStep(id, 2)),
  ))
    accepted(answer);
  return ids;
}

/** Every server sends every approval, each in an order of its own and a few at a time; the same key from all four. */
async function approveFromEverywhere(network: Network, ids: readonly AwardId[]) {
  const steps = ids.map((id) => aStep(id, 3));
  const rotated = (by: number) => [...steps.slice(by), ...steps.slice(0, by)];
  const sent = await Promise.all(
    servers.map(async (server, index) => {
      const mine = index % 2 === 0 ? rotated(index * 75) : rotated(index * 75).toReversed();
      const chunks = Array.from({ length: Math.ceil(mine.length / 7) }, (_, chunk) =>
        mine.slice(chunk * 7, chunk * 7 + 7),
      );
      return (
        await Promise.all(chunks.map((chunk) => approveAwards(server, network.sessions.secondApprover, chunk)))
      ).flat();
    }),
  );
  return sent.flat();
}

/** The test's own look at the truth: states, sums of transfers and deadlocks, past every layer. */
async function truth(network: Network) {
  const [row] = await db.asOwner<{
    approved: number;
    reserved: string;
    places: string;
    keys: number;
    deadlocks: number;
  }>(
    `select (select count(*)::int from award where tenant_id = $1 and state = 'approved') as approved,
       (select coalesce(sum(quantity), 0)::text from transfer where tenant_id = $1 and kind = 'RESERVE' and commodity = 'VND') as reserved,
       (select coalesce(sum(quantity), 0)::text from transfer where tenant_id = $1 and kind = 'RESERVE' and commodity = 'PLACE') as places,
       (select count(*)::int from idempotency_key where tenant_id = $1) as keys,
       (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`,
    [network.tenantId],
  );
  return row;
}

async function proveLedgerAndHistories(network: Network, ids: readonly AwardId[]): Promise<void> {
  const reads = createPostgresReads(db.database);
  const ledger = await reads.ledgerReport(network.tenantId);
  expect(ledger).toMatchObject({ wrongAccounts: [], overdrawnAccounts: [] });
  for (const { sum } of ledger.sums) expect(sum).toBe(0n);
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
  const reports = await verifyHistories({ reads, digest: sha256 }, scope, ids);
  expect(reports).toHaveLength(ids.length);
  expect(reports.filter((report) => report.fault !== null)).toEqual([]);
}

test('four servers on one fund that covers 60 % approve exactly what it covers, once each', async () => {
  const [deps] = servers;
  if (deps === undefined) throw new Error('no server');
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: BigInt(affordable) * million, placesPerUnit: awards });
  const ids = await onceApproved(network, campaign);
  const answers = await approveFromEverywhere(network, ids);
  expect(answers).toHaveLength(4 * awards);
  const first = answers.filter((answer) => answer.ok && !answer.value.replayed);
  expect(first).toHaveLength(affordable);
  const refusals = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code])));
  expect([...refusals]).toEqual(['OVER_BUDGET']);
  // Each accepted command was sent four times: one effect, and the other three were told so.
  expect(answers.filter((answer) => answer.ok && answer.value.replayed)).toHaveLength(3 * affordable);
  expect(await truth(network)).toMatchObject({
    approved: affordable,
    reserved: (BigInt(affordable) * million).toString(),
    places: String(affordable),
    deadlocks: 0,
  });
  await proveLedgerAndHistories(network, ids);
});

test('four servers on places that cover 60 % of each commune give exactly those places', async () => {
  const [deps] = servers;
  if (deps === undefined) throw new Error('no server');
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: BigInt(awards) * million, placesPerUnit: affordable / 2 });
  const ids = await onceApproved(network, campaign);
  const answers = await approveFromEverywhere(network, ids);
  expect(answers.filter((answer) => answer.ok && !answer.value.replayed)).toHaveLength(affordable);
  expect([...new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code])))]).toEqual(['OVER_QUOTA']);
  expect(await truth(network)).toMatchObject({ approved: affordable, places: String(affordable), deadlocks: 0 });
  const perUnit = await db.asOwner<{ count: number }>(
    `select count(*)::int as count from award where tenant_id = $1 and state = 'approved' group by association_id`,
    [network.tenantId],
  );
  expect(perUnit).toEqual([{ count: affordable / 2 }, { count: affordable / 2 }]);
  await proveLedgerAndHistories(network, ids);
});
