import { verifyChain, eventHash, type ChainFault, type Digest } from '@khuyenhoc/audit';
import type { AwardId } from '@khuyenhoc/kernel';
import type { ReadScope, Reads } from '../ports/reads.ts';

/** What the check of one award's history found. */
export interface HistoryReport {
  readonly awardId: AwardId;
  readonly events: number;
  readonly head: string | null;
  /** The first thing that is wrong, or null when all holds. */
  readonly fault: ChainFault | null;
}

/** Recomputes the histories of awards from their stored bytes and compares them with the heads that the awards name. */
export async function verifyHistories(
  deps: { readonly reads: Reads; readonly digest: Digest },
  scope: ReadScope,
  ids: readonly AwardId[],
): Promise<readonly HistoryReport[]> {
  const awards = await deps.reads.awards(scope, ids);
  const events = Map.groupBy(
    await deps.reads.awardEvents(
      scope,
      awards.map((award) => award.id),
    ),
    (event) => event.subjectId,
  );
  return Promise.all(
    awards.map(async (award) => {
      const report = await verifyChain({
        events: events.get(award.id) ?? [],
        expectedHead: award.head,
        hashOf: (bytes) => eventHash(deps.digest, bytes),
      });
      return { awardId: award.id, ...report };
    }),
  );
}
