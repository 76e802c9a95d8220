import { assert, err, ok, present, type AccountId, type Result } from '@khuyenhoc/kernel';
import type { LockedAccount } from './account.ts';
import type { Transfer } from './transfer.ts';

/** What an account cannot give: it holds `available`, and `asked` was wanted. */
export interface ShortAccount {
  readonly code: 'NOT_ENOUGH';
  readonly accountId: AccountId;
  readonly available: bigint;
  readonly asked: bigint;
}

/**
 * The balances of locked accounts while a batch is decided in memory. A group of transfers is posted whole or not at all,
 * so a refused deed leaves its share for the next one. The database's CHECK is the assertion behind it.
 */
export class Balances {
  readonly #accounts = new Map<AccountId, LockedAccount>();
  readonly #changes = new Map<AccountId, bigint>();

  constructor(accounts: readonly LockedAccount[]) {
    for (const account of accounts) this.#accounts.set(account.id, account);
  }

  /** Posts a group, or says which account is short. */
  post(group: readonly Transfer[]): Result<readonly Transfer[], ShortAccount> {
    const after = new Map<AccountId, bigint>();
    const asked = new Map<AccountId, bigint>();
    for (const { debit, credit, quantity } of group) {
      assert(quantity > 0n && debit !== credit, 'a transfer moves something from one account to another');
      after.set(debit, (after.get(debit) ?? this.balanceOf(debit)) - quantity);
      after.set(credit, (after.get(credit) ?? this.balanceOf(credit)) + quantity);
      asked.set(debit, (asked.get(debit) ?? 0n) + quantity);
    }
    for (const [accountId, balance] of after) {
      if (balance >= 0n || this.#account(accountId).mayGoBelowZero) continue;
      return err({
        code: 'NOT_ENOUGH',
        accountId,
        available: this.balanceOf(accountId),
        asked: asked.get(accountId) ?? 0n,
      });
    }
    for (const [accountId, balance] of after) this.#changes.set(accountId, balance - this.#account(accountId).balance);
    return ok(group);
  }

  /** What an account holds now, counting what was posted here. */
  balanceOf(accountId: AccountId): bigint {
    return this.#account(accountId).balance + (this.#changes.get(accountId) ?? 0n);
  }

  /** The net change of each account that moved, one per account, in account order. */
  changes(): readonly { readonly accountId: AccountId; readonly change: bigint }[] {
    return [...this.#changes]
      .filter(([, change]) => change !== 0n)
      .map(([accountId, change]) => ({ accountId, change }))
      .toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
  }

  #account(accountId: AccountId): LockedAccount {
    return present(this.#accounts.get(accountId), `locked account ${accountId}`);
  }
}
