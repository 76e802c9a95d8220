import type { DonationQuery, DonationView, FundView, Page, Reads } from '@khuyenhoc/application';
import type { FundId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { guardedLoader, inOrder } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** What is read of funds and the donations they received. */
export function fundReads(reads: Reads, access: Access) {
  const permission = 'fund.read';
  return {
    funds: guardedLoader<FundId, FundView | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.funds(scope, ids), (one) => one.id),
    }),
    /** All funds in sight. */
    allFunds: async (): Promise<readonly FundView[]> => {
      const scope = access(permission);
      return scope === null ? [] : reads.funds(scope, 'all');
    },
    donationPages: guardedLoader<DonationQuery, Page<DonationView>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.donationPages(scope, queries),
    }),
  };
}
