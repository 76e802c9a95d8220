import { readSeatGaps, type GapOutlook, type MandateQuery, type MandateView, type Reads } from '@khuyenhoc/application';
import type { SeatGap } from '@khuyenhoc/domain';
import type { MandateId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { guardedLoader, inOrder } from './batch-loaders.ts';

/** What is read of mandates, and of the seats that they leave empty. */
export function mandateReads(reads: Reads, access: Access) {
  const permission = 'mandate.read';
  return {
    mandates: guardedLoader<MandateId, MandateView | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.mandates(scope, ids), (one) => one.id),
    }),
    mandatesReaching: guardedLoader<MandateQuery, readonly MandateView[]>(access, {
      permission,
      nothing: [],
      read: (scope, queries) => reads.mandatesReaching(scope, queries),
    }),
    seatGaps: async (outlook: GapOutlook): Promise<readonly SeatGap[]> => {
      const scope = access('seat-gap.read');
      return scope === null ? [] : readSeatGaps({ reads }, scope, outlook);
    },
  };
}
