import { ClosedTenant, nominate, openFund, verifyNominations } from '@khuyenhoc/application';
import { present, type TenantId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statement } from '../src/database.ts';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
});
afterAll(() => db.close());

const successor = { id: '01990000-0000-7000-8000-0000000000aa', name: 'Hội Khuyến học tỉnh Mới' };
const close = ({ tenantId }: Network) =>
  db.asOwner(
    `update tenant set status = 'closed', closed_on = '2025-07-01', successor_tenant_id = $2, successor_name = $3 where tenant_id = $1`,
    [tenantId, successor.id, successor.name],
  );
const refusal = {
  code: 'TENANT_CLOSED',
  closedOn: '2025-07-01',
  successorId: successor.id,
  successorName: successor.name,
};

test('a closed network refuses every command, tells where it goes on, and still answers what it did before', async () => {
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: 1_000_000n, placesPerUnit: 1 });
  const done = aNomination(campaign.id, network.thanhAn.id, 'Em Một');
  const { awardId } = accepted(present((await nominate(deps, network.sessions.nominator, [done]))[0], 'an answer'));
  await campaign.advance('CLOSE_NOMINATION');
  const review = { ...aStep(awardId, 1), facts: null, finding: null };
  accepted(present((await verifyNominations(deps, network.sessions.verifier, [review]))[0], 'an answer'));
  await close(network);

  const { submit } = { submit: deps.writer.submit.bind(deps.writer) };
  const command = {
    awardId,
    actor: { personId: network.sessions.approver.personId, mandateId: network.sessions.approver.mandate.id },
    idempotencyKey: systemIds.uuid(),
    bodyHash: 'ab'.repeat(32),
    expectedVersion: 2,
    recordedAt: deps.clock.now(),
    effectiveOn: '2025-06-20' as never,
    groupId: systemIds.uuid(),
    sealed: [],
    action: 'APPROVE' as const,
  };
  expect(await submit(network.tenantId, [command])).toEqual({ ok: true, value: [{ ok: false, error: refusal }] });
  // Whose mandate ended with the network learns the same.
  const stranger = { ...command, actor: { ...command.actor, mandateId: systemIds.uuid() as never } };
  expect(await submit(network.tenantId, [stranger])).toEqual({ ok: true, value: [{ ok: false, error: refusal }] });

  const fund = {
    associationId: network.province.id,
    name: 'Quỹ Mới',
    legalForm: 'ASSOCIATION_ACCOUNT' as const,
    idempotencyKey: systemIds.uuid(),
  };
  await expect(openFund(deps, network.sessions.treasurer, fund)).rejects.toThrow(ClosedTenant);
  await expect(openFund(deps, network.sessions.treasurer, fund)).rejects.toMatchObject({ refusal });
  const [funds] = await db.asOwner<{ count: number }>(
    `select count(*)::int from fund where tenant_id = $1 and name = 'Quỹ Mới'`,
    [network.tenantId],
  );
  expect(funds?.count).toBe(0);
});

test('a replay of what was done before the closing is answered as it was then', async () => {
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: 1_000_000n, placesPerUnit: 1 });
  const [answer] = await nominate(deps, network.sessions.nominator, [
    aNomination(campaign.id, network.thanhAn.id, 'Em Một'),
  ]);
  const { awardId } = accepted(present(answer, 'an answer'));
  const { personId, mandate } = network.sessions.nominator;
  const withdraw = {
    awardId,
    actor: { personId, mandateId: mandate.id },
    idempotencyKey: systemIds.uuid(),
    bodyHash: 'cd'.repeat(32),
    expectedVersion: 1,
    recordedAt: deps.clock.now(),
    effectiveOn: '2025-06-20' as never,
    groupId: systemIds.uuid(),
    sealed: [{ label: 'reason', commitment: 'ef'.repeat(32), bytes: Uint8Array.of(1) }],
    action: 'WITHDRAW',
  } as const;
  const replay = async () => (await deps.writer.submit(network.tenantId, [withdraw])) as unknown;
  expect(await replay()).toMatchObject({ value: [{ ok: true, value: { version: 2, replayed: false } }] });
  await close(network);
  expect(await replay()).toMatchObject({ value: [{ ok: true, value: { version: 2, replayed: true } }] });
});

test('work that the law asks for goes on in a closed network when it says so', async () => {
  const network = await aNetwork(deps);
  await close(network);
  const { personId } = network.sessions.officer;
  const found = deps.unitOfWork.run(network.tenantId, ({ people }) => people.findByIds([personId]), {
    alsoClosed: true,
  });
  await expect(found).resolves.toHaveLength(1);
});

test('a reorganisation waits for whoever works in the network, and the others wait for it', async () => {
  const network = await aNetwork(deps);
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const working = db.database.transaction({ role: 'writer', tenantId: network.tenantId }, async () => {
    begun.resolve();
    await gate.promise;
    order.push('work ends');
  });
  await begun.promise;
  const alone = deps.unitOfWork.run(
    network.tenantId,
    async () => {
      order.push('alone');
      return Promise.resolve();
    },
    { alone: true },
  );
  // Side by side with the first; it does not wait, since it holds the network for share too.
  await deps.unitOfWork.run(systemIds.uuid() as TenantId, () => Promise.resolve());
  await waitUntilSomebodyWaits();
  order.push('first still works');
  gate.resolve();
  await Promise.all([working, alone]);
  expect(order).toEqual(['first still works', 'work ends', 'alone']);
});

test('two reorganisations at once come one after the other, and neither is a victim', async () => {
  const network = await aNetwork(deps);
  let inside = 0;
  let most = 0;
  const one = () =>
    deps.unitOfWork.run(
      network.tenantId,
      async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 20));
        inside -= 1;
      },
      { alone: true },
    );
  await Promise.all([one(), one(), one()]);
  expect(most).toBe(1);
  const [stats] = await db.asOwner<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(stats?.deadlocks).toBe(0);
});

test('the hold is the writer’s alone: a reader of the same network never waits', async () => {
  const network = await aNetwork(deps);
  await deps.unitOfWork.run(
    network.tenantId,
    async () => {
      const scope = { role: 'reader', tenantId: network.tenantId, from: '/', to: '0' } as const;
      const seen = await db.database.transaction(scope, (em) =>
        statement<{ n: number }>(em, 'select count(*)::int as n from association'),
      );
      expect(seen[0]?.n).toBeGreaterThan(0);
    },
    { alone: true },
  );
});

/** Until a session of this database waits for a lock; bounded, so that a test that is wrong ends. */
async function waitUntilSomebodyWaits(): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    const [row] = await db.asOwner<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((row?.waiting ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}
