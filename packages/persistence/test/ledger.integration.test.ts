import { closePeriod, type UnitOfWork } from '@khuyenhoc/application';
import { vnd, type Transfer } from '@khuyenhoc/domain';
import { calendarDate, instant, type AccountId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

const createdAt = instant('2025-06-20T02:03:04.567Z');

describe('the ledger', () => {
  const account = async (balance: bigint): Promise<AccountId> => {
    const id = systemIds.uuid() as AccountId;
    const { path } = network.province;
    await deps.unitOfWork.run(network.tenantId, async ({ ledger }) => {
      ledger.open([{ id, path, commodity: vnd, kind: 'FUND', owner: 'fund test', mayGoBelowZero: false }]);
      const outside = await ledger.outside(vnd, path);
      if (balance > 0n) await ledger.post([transfer(outside, id, balance)]);
    });
    return id;
  };
  const transfer = (
    debit: AccountId,
    credit: AccountId,
    quantity: bigint,
    groupId = systemIds.uuid(),
    line = 1,
  ): Transfer => ({
    groupId,
    line,
    kind: 'ALLOTMENT',
    commodity: vnd,
    debit,
    credit,
    quantity,
    effectiveOn: calendarDate('2025-06-20'),
    recordedAt: createdAt,
    reversesGroupId: null,
  });
  const balances = (...ids: readonly AccountId[]) =>
    deps.unitOfWork.run(network.tenantId, ({ ledger }) => ledger.balancesOf(ids));

  test('posts all transfers or none, and says which account is short', async () => {
    const [from, to, last] = [await account(100n), await account(0n), await account(0n)];
    const group = systemIds.uuid();
    const refused = await deps.unitOfWork.run(network.tenantId, ({ ledger }) =>
      ledger.post([transfer(from, to, 60n, group), transfer(from, last, 41n, group, 2)]),
    );
    expect(refused).toEqual({
      ok: false,
      error: { code: 'NOT_ENOUGH', accountId: from, available: 100n, asked: 101n },
    });
    expect([...(await balances(from, to, last)).values()].toSorted()).toEqual([0n, 0n, 100n]);
    const posted = await deps.unitOfWork.run(network.tenantId, ({ ledger }) =>
      ledger.post([transfer(from, to, 60n, group), transfer(from, last, 40n, group, 2)]),
    );
    expect(posted.ok).toBe(true);
    expect(await balances(from, to, last)).toEqual(
      new Map([
        [from, 0n],
        [to, 60n],
        [last, 40n],
      ]),
    );
  });

  test('keeps amounts that no floating-point number holds', async () => {
    const huge = 9_007_199_254_740_993n;
    const [from, to] = [await account(huge), await account(0n)];
    await deps.unitOfWork.run(network.tenantId, ({ ledger }) => ledger.post([transfer(from, to, huge - 1n)]));
    expect(await balances(from, to)).toEqual(
      new Map([
        [from, 1n],
        [to, huge - 1n],
      ]),
    );
  });

  test('money that goes round in both directions at once is neither lost nor made, and nobody waits for ever', async () => {
    const [a, b] = [await account(500n), await account(500n)];
    const other = depsOn(await db.open());
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? deps : other).unitOfWork.run(network.tenantId, ({ ledger }) =>
          ledger.post([index % 3 === 0 ? transfer(a, b, 7n) : transfer(b, a, 5n)]),
        ),
      ),
    );
    const there = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? -7n : 5n)).reduce(
      (sum, change) => sum + change,
      500n,
    );
    expect(await balances(a, b)).toEqual(
      new Map([
        [a, there],
        [b, 1_000n - there],
      ]),
    );
  });

  test('one outside account is opened, however many need it first', async () => {
    const fresh = await aNetwork(deps);
    const opened = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        deps.unitOfWork.run(fresh.tenantId, ({ ledger }) =>
          ledger.outside(vnd, index % 2 === 0 ? fresh.province.path : fresh.branch.path),
        ),
      ),
    );
    expect(new Set(opened).size).toBe(1);
    expect(
      await db.asOwner('select id, may_go_below_zero from account where tenant_id = $1', [fresh.tenantId]),
    ).toEqual([{ id: opened[0], may_go_below_zero: true }]);
  });

  test('what is refused in the middle of a use case leaves nothing behind', async () => {
    const [before] = await db.asOwner<{ count: number }>('select count(*)::int as count from donor');
    const work = deps.unitOfWork.run(network.tenantId, async ({ funds, ledger }) => {
      funds.addDonors([{ id: systemIds.uuid() as never, path: network.province.path, displayName: 'x', sealed: null }]);
      await ledger.balancesOf([]);
      throw new Error('changed its mind');
    });
    await expect(work).rejects.toThrow('changed its mind');
    expect(await db.asOwner('select count(*)::int as count from donor')).toEqual([before]);
  });
});

test('two who close the books at once come one after the other', async () => {
  const { tenantId, sessions } = await aNetwork(deps);
  const day = calendarDate('2025-06-10');
  // A deadlock would be tried again and go unseen, but for the second attempt.
  let attempts = 0;
  const unitOfWork: UnitOfWork = {
    run: (tenant, work) =>
      deps.unitOfWork.run(tenant, (repositories) => {
        attempts += 1;
        return work(repositories);
      }),
  };
  const close = () => closePeriod({ ...deps, unitOfWork }, sessions.treasurer, day);
  const waiting = async () =>
    (await db.asOwner("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
      .length;
  const second = await deps.unitOfWork.run(tenantId, async ({ ledger }) => {
    expect(await ledger.closedThroughToClose()).toBeNull();
    const closing = close();
    for (let polls = 0; polls < 200 && (await waiting()) === 0; polls += 1) await setTimeout(10);
    expect(await waiting()).toBe(1);
    await ledger.closeThrough(day);
    return { closing };
  });
  expect(await second.closing).toEqual({
    ok: false,
    error: { code: 'PERIOD_CLOSED', effectiveOn: day, closedThrough: day },
  });
  expect(attempts).toBe(1);
});
