import {
  verifyHistories,
  type AwardFilter,
  type AwardQuery,
  type AwardTotal,
  type AwardView,
  type EventOf,
  type HistoryReport,
  type Page,
  type Reads,
  type StoredSealedValue,
  type TransferView,
} from '@khuyenhoc/application';
import type { AwardId } from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/rules';
import type { Access } from './access.ts';
import { grouped, guardedLoader, inOrder } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** What is read of awards and their histories. Sealed values are split by who may read them. */
export function awardReads(deps: { readonly reads: Reads; readonly digest: Digest }, access: Access) {
  const { reads } = deps;
  const permission = 'award.read';
  const sealedValues = guardedLoader<AwardId, readonly StoredSealedValue[]>(access, {
    permission,
    nothing: [],
    read: async (scope, ids) => grouped(ids, await reads.sealedValues(scope, ids), (one) => one.awardId),
  });
  return {
    awards: guardedLoader<AwardId, AwardView | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.awards(scope, ids), (one) => one.id),
    }),
    awardPages: guardedLoader<AwardQuery, Page<AwardView>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.awardPages(scope, queries),
    }),
    awardTotals: guardedLoader<AwardFilter, AwardTotal>(access, {
      permission,
      nothing: { count: 0, amountVnd: 0n },
      read: (scope, filters) => reads.awardCounts(scope, filters),
    }),
    awardEvents: guardedLoader<AwardId, readonly EventOf<AwardId>[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.awardEvents(scope, ids), (one) => one.subjectId),
    }),
    sealedValues,
    /** Reasons and findings of an award: empty for who may not read them. */
    reasons: async (id: AwardId): Promise<readonly StoredSealedValue[]> =>
      access('award.reason.read') === null
        ? []
        : (await sealedValues.load(id)).filter(({ label }) => label === 'reason' || label === 'finding'),
    /** Facts, decision receipts and signatures of an award: empty for who may not read of people. */
    documents: async (id: AwardId): Promise<readonly StoredSealedValue[]> =>
      access('person.read') === null
        ? []
        : (await sealedValues.load(id)).filter(({ label }) => label !== 'reason' && label !== 'finding'),
    transfers: guardedLoader<string, readonly TransferView[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.transfers(scope, ids), (one) => one.groupId),
    }),
    historyReports: guardedLoader<AwardId, HistoryReport | null>(access, {
      permission: 'history.verify',
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await verifyHistories(deps, scope, ids), (one) => one.awardId),
    }),
  };
}
