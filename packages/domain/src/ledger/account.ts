import type { AccountId } from '@khuyenhoc/kernel';

/**
 * What a ledger counts: đồng, a good, or a campaign's places. The three behave alike, so over budget, out of stock and
 * over quota are one refusal. `VND` and `PLACE` exist now; a good is its own commodity.
 */
export type CommodityCode = string & { readonly __brand: 'CommodityCode' };

export const vnd = 'VND' as CommodityCode;
export const place = 'PLACE' as CommodityCode;

/**
 * What an account is for. `OUTSIDE` stands for the world beyond the ledger (donors, the quota's source), `COUNTERPART` for
 * another tenant, which closed into this one or into which this one closed. These two alone may go below zero, so that every
 * commodity sums to zero over all accounts of one tenant.
 */
export const accountKinds = ['OUTSIDE', 'FUND', 'AVAILABLE', 'RESERVED', 'SPENT', 'COUNTERPART'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** A balance as it stands under lock. Credits raise it, debits lower it. */
export interface LockedAccount {
  readonly id: AccountId;
  readonly balance: bigint;
  readonly mayGoBelowZero: boolean;
}
