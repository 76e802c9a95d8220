import { calendarDate, instant, type AccountId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Balances, place, vnd, type CommodityCode, type LockedAccount, type Transfer } from '../../src/index.ts';
import { aGroup, anAccountId } from '../makers.ts';

/** Accounts 0-3 hold đồng, 4-7 places; the first of each stands for the world outside and may go below zero. */
const commodityOf = (account: number): CommodityCode => (account < 4 ? vnd : place);
const isOutside = (account: number): boolean => account % 4 === 0;

const aTransfer = (debit: number, credit: number, quantity: bigint, line = 1): Transfer => ({
  groupId: aGroup(1),
  line,
  kind: 'ALLOTMENT',
  commodity: commodityOf(debit),
  debit: anAccountId(debit),
  credit: anAccountId(credit),
  quantity,
  effectiveOn: calendarDate('2024-09-05'),
  recordedAt: instant('2024-09-05T02:00:00.000Z'),
  reversesGroupId: null,
});

const locked = (balances: readonly bigint[]): readonly LockedAccount[] =>
  balances.map((balance, account) => ({ id: anAccountId(account), balance, mayGoBelowZero: isOutside(account) }));

const balancesOf = (balances: Balances, size: number) =>
  Array.from({ length: size }, (_, account) => balances.balanceOf(anAccountId(account)));

describe('posting a group', () => {
  test('moves each quantity from its debit to its credit account', () => {
    const balances = new Balances(locked([0n, 100n, 0n]));
    const group = [aTransfer(1, 2, 40n), aTransfer(0, 1, 7n, 2)];
    expect(balances.post(group)).toEqual({ ok: true, value: group });
    expect(balancesOf(balances, 3)).toEqual([-7n, 67n, 40n]);
  });

  test('that an account cannot give says which, what it holds and what was asked', () => {
    const balances = new Balances(locked([0n, 100n, 0n]));
    expect(balances.post([aTransfer(1, 2, 60n), aTransfer(1, 2, 41n, 2)])).toEqual({
      ok: false,
      error: { code: 'NOT_ENOUGH', accountId: anAccountId(1), available: 100n, asked: 101n },
    });
  });

  test('to the last đồng is possible, one đồng more is not', () => {
    expect(new Balances(locked([0n, 100n, 0n])).post([aTransfer(1, 2, 100n)]).ok).toBe(true);
    expect(new Balances(locked([0n, 100n, 0n])).post([aTransfer(1, 2, 101n)]).ok).toBe(false);
  });

  test('is whole or not at all: a group refused at its last line leaves no trace of the first', () => {
    const balances = new Balances(locked([0n, 100n, 0n, 5n]));
    expect(balances.post([aTransfer(1, 2, 100n), aTransfer(3, 2, 6n, 2)]).ok).toBe(false);
    expect(balancesOf(balances, 4)).toEqual([0n, 100n, 0n, 5n]);
    expect(balances.changes()).toEqual([]);
  });

  test('leaves the share of a refused one for the next', () => {
    const balances = new Balances(locked([0n, 100n, 0n]));
    expect(balances.post([aTransfer(1, 2, 101n)]).ok).toBe(false);
    expect(balances.post([aTransfer(1, 2, 100n)]).ok).toBe(true);
    expect(balances.post([aTransfer(1, 2, 1n)])).toMatchObject({ error: { available: 0n, asked: 1n } });
  });

  test('is judged by where it ends: what a group brings in it may give away', () => {
    const balances = new Balances(locked([0n, 0n, 0n]));
    expect(balances.post([aTransfer(1, 2, 30n), aTransfer(0, 1, 30n, 2)]).ok).toBe(true);
    expect(balancesOf(balances, 3)).toEqual([-30n, 0n, 30n]);
  });

  test('counts exactly beyond what a JavaScript number can', () => {
    const balances = new Balances(locked([0n, 9_007_199_254_740_993n, 0n]));
    expect(balances.post([aTransfer(1, 2, 9_007_199_254_740_992n)]).ok).toBe(true);
    expect(balancesOf(balances, 3)).toEqual([0n, 1n, 9_007_199_254_740_992n]);
  });

  test.each([0n, -1n])('of the quantity %s is a mistake of the code and throws', (quantity) => {
    expect(() => new Balances(locked([0n, 100n, 0n])).post([aTransfer(1, 2, quantity)])).toThrow('moves something');
  });

  test('from an account to itself throws', () => {
    expect(() => new Balances(locked([0n, 100n])).post([aTransfer(1, 1, 1n)])).toThrow('from one account to another');
  });

  test('that touches an account nobody locked throws and changes nothing', () => {
    const balances = new Balances(locked([0n, 100n]));
    expect(() => balances.post([aTransfer(1, 3, 1n)])).toThrow('locked account');
    expect(balances.changes()).toEqual([]);
  });
});

describe('the changes', () => {
  test('are one per account that moved, in account order, without those that came back', () => {
    const balances = new Balances(locked([0n, 100n, 50n, 0n]));
    balances.post([aTransfer(2, 3, 10n)]);
    balances.post([aTransfer(1, 3, 5n)]);
    balances.post([aTransfer(3, 2, 10n)]);
    expect(balances.changes()).toEqual([
      { accountId: anAccountId(1), change: -5n },
      { accountId: anAccountId(3), change: 5n },
    ]);
  });
});

describe('any sequence of groups', () => {
  const aMove = fc
    .record({
      commodity: fc.constantFrom(0, 4),
      debit: fc.nat({ max: 3 }),
      step: fc.integer({ min: 1, max: 3 }),
      quantity: fc.bigInt({ min: 1n, max: 60n }),
    })
    .map(({ commodity, debit, step, quantity }) => ({
      debit: commodity + debit,
      credit: commodity + ((debit + step) % 4),
      quantity,
    }));
  const groups = fc.array(fc.array(aMove, { minLength: 1, maxLength: 4 }), { maxLength: 25 });
  const start = [0n, 100n, 20n, 0n, 0n, 12n, 3n, 0n] as const;

  test('ends where a plain sum ends, is refused when that sum falls below zero, and sums to what it began with', () => {
    fc.assert(
      fc.property(groups, (moves) => {
        const balances = new Balances(locked(start));
        let model: readonly bigint[] = start;
        for (const group of moves) {
          const after = group.reduce<readonly bigint[]>(
            (held, { debit, credit, quantity }) =>
              held.map((balance, account) =>
                account === debit ? balance - quantity : account === credit ? balance + quantity : balance,
              ),
            model,
          );
          const possible = after.every((balance, account) => balance >= 0n || isOutside(account));
          const posted = balances.post(
            group.map((move, line) => aTransfer(move.debit, move.credit, move.quantity, line + 1)),
          );
          expect(posted.ok).toBe(possible);
          if (possible) model = after;
          expect(balancesOf(balances, start.length)).toEqual(model);
          for (const commodity of [vnd, place]) {
            const sum = (held: readonly bigint[]) =>
              held.reduce(
                (total, balance, account) => (commodityOf(account) === commodity ? total + balance : total),
                0n,
              );
            expect(sum(model)).toBe(sum(start));
          }
        }
        const changes = new Map<AccountId, bigint>(balances.changes().map((one) => [one.accountId, one.change]));
        for (const [account, balance] of model.entries()) {
          expect(changes.get(anAccountId(account)) ?? 0n).toBe(balance - (start[account] ?? 0n));
        }
      }),
      propertyRuns(50_000),
    );
  });
});
