import {
  approveAwards,
  nominate,
  payAwards,
  resubmitNominations,
  takeReasonedStep,
  verifyNominations,
  type AwardFilter,
  type Session,
} from '@khuyenhoc/application';
import { subtreeOf, type Award } from '@khuyenhoc/domain';
import { present, type AwardId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
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
const noFilter: AwardFilter = {
  campaignId: null,
  state: null,
  outcome: null,
  withinAssociationId: null,
  paymentBatch: null,
};
const scopeOf = (network: Network, path: Network['province']['path']) => ({
  tenantId: network.tenantId,
  ...subtreeOf(path),
});

/** What counting gives, past every layer. */
async function counted(network: Network, where: string, values: readonly unknown[] = []) {
  const [row] = await db.asOwner<{ count: number; amount: string }>(
    `select count(*)::int as count, coalesce(sum(amount_vnd), 0)::text as amount from award a where tenant_id = $1 and ${where}`,
    [network.tenantId, ...values],
  );
  const found = present(row, 'a count');
  return { count: found.count, amountVnd: BigInt(found.amount) };
}

/** A campaign with less money than its nominations ask for, so that some approvals are refused. */
function aTightCampaign(deps: TestDeps, network: Network): Promise<TestCampaign> {
  return aCampaign(deps, network, { fundVnd: 20n * million, placesPerUnit: 15 });
}

/** Every award of a campaign as it stands. */
async function awardsOf(network: Network, campaign: TestCampaign): Promise<readonly Award[]> {
  const page = { limit: 1_000, after: null, before: null, backwards: false };
  const scope = scopeOf(network, network.province.path);
  const filter = { ...noFilter, ...page, campaignId: campaign.id };
  const [found] = await createPostgresReads(db.database).awardPages(scope, [filter]);
  return present(found, 'a page').items.map(({ item }) => item);
}

/** A handful of awards gets a step that somebody draws; what is refused changes nothing. */
async function aRandomDeed(random: SeededRandom, deps: TestDeps, network: Network, campaign: TestCampaign) {
  const { sessions } = network;
  const chosen = (await awardsOf(network, campaign)).filter(() => random.chance(0.5));
  const steps = chosen.map((award) => aStep(award.id, award.version));
  const reasoned = steps.map((step) => ({ ...step, reason: 'Có lý do' }));
  const reviewed = steps.map((step) => ({
    ...step,
    // Another decision moves an award to another line of the totals without moving its state.
    facts: random.chance(0.2) ? { custom: { refused: { value: true, provenance: { source: 'verifier' } } } } : null,
    finding: null,
  }));
  const by = (...who: readonly Session[]) => random.oneOf(who);
  const deeds = [
    () => verifyNominations(deps, sessions.verifier, reviewed),
    () => resubmitNominations(deps, sessions.nominator, reviewed),
    () => approveAwards(deps, by(sessions.approver, sessions.secondApprover), steps),
    () => approveAwards(deps, by(sessions.approver, sessions.secondApprover), steps),
    () =>
      takeReasonedStep(deps, by(sessions.verifier, sessions.approver), random.oneOf(['RETURN', 'REJECT']), reasoned),
    () => takeReasonedStep(deps, sessions.nominator, random.oneOf(['WITHDRAW', 'APPEAL']), reasoned),
    () =>
      payAwards(
        deps,
        sessions.treasurer,
        { number: random.oneOf(['BK-01', 'BK-02']), method: 'CASH' },
        steps.map((step) => ({ ...step, amountVnd: million })),
      ),
  ];
  return random.oneOf(deeds)();
}

async function proveTotals(network: Network, campaign: TestCampaign): Promise<void> {
  const reads = createPostgresReads(db.database);
  expect((await reads.ledgerReport(network.tenantId)).wrongTotals).toBe(0);
  for (const unit of [network.province, network.thanhAn, network.binhMinh, network.branch]) {
    const [row] = await db.asOwner<{ path: typeof unit.path }>('select path from association where id = $1', [unit.id]);
    const scope = scopeOf(network, present(row, 'an association').path);
    const under = await counted(network, 'path >= $2 and path < $3', [scope.from, scope.to]);
    const lines = await reads.campaignSummaries(scope, [campaign.id]);
    expect(lines.reduce((sum, line) => sum + line.count, 0)).toBe(under.count);
    expect(lines.reduce((sum, line) => sum + line.amountVnd, 0n)).toBe(under.amountVnd);
    expect(lines.every((line) => line.count > 0)).toBe(true);
    const filters: readonly AwardFilter[] = [
      { ...noFilter, campaignId: campaign.id },
      { ...noFilter, state: 'approved' },
      { ...noFilter, outcome: 'ineligible', campaignId: campaign.id },
      { ...noFilter, withinAssociationId: unit.id },
      { ...noFilter, paymentBatch: 'BK-01' },
      { ...noFilter, paymentBatch: 'BK-01', state: 'disbursed', withinAssociationId: unit.id },
    ];
    const totals = await reads.awardCounts(scope, filters);
    const range = 'path >= $2 and path < $3';
    const bounds = [scope.from, scope.to];
    expect(totals).toEqual([
      await counted(network, `${range} and campaign_id = $4`, [...bounds, campaign.id]),
      await counted(network, `${range} and state = 'approved'`, bounds),
      await counted(network, `${range} and outcome = 'ineligible' and campaign_id = $4`, [...bounds, campaign.id]),
      under,
      await counted(network, `${range} and payment_batch = 'BK-01'`, bounds),
      await counted(network, `${range} and payment_batch = 'BK-01' and state = 'disbursed'`, bounds),
    ]);
  }
}

/** The branch goes from its commune to the other and back, with its awards, as a move does it: paths alone change. */
async function moveBranch(network: Network, to: Network['province']): Promise<void> {
  for (const table of ['association', 'award', 'mandate']) {
    const key = table === 'association' ? 'id' : 'association_id';
    await db.asOwner(
      `update ${table} set path = $1 || $2 || '/'${table === 'association' ? ', parent_id = $3' : ''} where ${key} = $2${table === 'association' ? '' : ' and $3::text is not null'}`,
      [to.path, network.branch.id, to.id],
    );
  }
}

test('the totals are what counting gives after random deeds, refusals and moves, for every reader and filter', async () => {
  const [deps] = servers;
  if (deps === undefined) throw new Error('no server');
  const random = seededRandom(seed);
  const network = await aNetwork(deps);
  const campaign = await aTightCampaign(deps, network);
  const seen = new Set<string>();
  const deeds = scale(1_000) + 60;
  for (let deed = 0; deed < deeds; deed += 1) {
    if (deed === Math.floor(deeds / 3)) await campaign.advance('CLOSE_NOMINATION', 'START_APPROVAL');
    if (deed < deeds / 3) {
      const units = [network.thanhAn, network.binhMinh, network.branch];
      const inputs = Array.from({ length: 1 + random.below(4) }, (_, index) =>
        aNomination(campaign.id, random.oneOf(units).id, `Em Thứ ${deed} ${index}`),
      );
      await nominate(deps, network.sessions.nominator, inputs);
    } else {
      await aRandomDeed(random, deps, network, campaign);
    }
    if (random.chance(0.1)) await moveBranch(network, random.oneOf([network.thanhAn, network.binhMinh]));
    if (deed % 12 === 11) await proveTotals(network, campaign);
    for (const award of await awardsOf(network, campaign)) seen.add(`${award.state} ${award.decision.outcome}`);
  }
  await proveTotals(network, campaign);
  // A story that stays in one state would prove nothing of lines that are left and entered.
  expect(seen.size).toBeGreaterThan(5);
});

test('four servers that write at once keep the totals right, and none waits for another for ever', async () => {
  const [deps] = servers;
  if (deps === undefined) throw new Error('no server');
  const network = await aNetwork(deps);
  const campaign = await aTightCampaign(deps, network);
  const inputs = Array.from({ length: 120 }, (_, index) =>
    aNomination(campaign.id, index % 2 === 0 ? network.thanhAn.id : network.binhMinh.id, `Em Số ${index}`),
  );
  const nominated = await Promise.all(
    servers.flatMap((server, at) =>
      Array.from({ length: 6 }, (_, part) =>
        nominate(server, network.sessions.nominator, inputs.slice((at * 6 + part) * 5, (at * 6 + part + 1) * 5)),
      ),
    ),
  );
  const ids = nominated.flat().map((answer) => accepted(answer).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  const sent = servers.flatMap((server, at) => {
    const mine: readonly AwardId[] = at % 2 === 0 ? ids : ids.toReversed();
    return Array.from({ length: 12 }, (_, part) => {
      const steps = mine
        .slice(part * 10, part * 10 + 10)
        .map((id) => ({ ...aStep(id, 1), facts: null, finding: null }));
      return verifyNominations(server, network.sessions.verifier, steps);
    });
  });
  const answers = (await Promise.all(sent)).flat();
  expect(answers.filter((answer) => answer.ok)).toHaveLength(ids.length);
  await proveTotals(network, campaign);
  const [stats] = await db.asOwner<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(stats?.deadlocks).toBe(0);
});

test('a changed total is found', async () => {
  const [deps] = servers;
  if (deps === undefined) throw new Error('no server');
  const network = await aNetwork(deps);
  const campaign = await aTightCampaign(deps, network);
  accepted(
    present(
      (await nominate(deps, network.sessions.nominator, [aNomination(campaign.id, network.thanhAn.id, 'Em Một')]))[0],
      'an answer',
    ),
  );
  const reads = createPostgresReads(db.database);
  const wrong = async () => (await reads.ledgerReport(network.tenantId)).wrongTotals;
  expect(await wrong()).toBe(0);
  await db.asOwner('update award_total set awards = awards + 1 where tenant_id = $1', [network.tenantId]);
  expect(await wrong()).toBe(1);
  await db.asOwner('delete from award_total where tenant_id = $1', [network.tenantId]);
  expect(await wrong()).toBe(1);
});
