import { present } from '@khuyenhoc/kernel';
import type { CrossingDeed } from '../award/cross-award.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { CrossingPlan } from './crossing-plan.ts';

/**
 * The transfers of a crossing, side by side: what leaves an account here into the account for the other tenant enters there
 * from the account for this one, under the same group and line. So each ledger still sums to zero by itself, and the two can
 * be laid beside each other.
 */
export function crossingTransfers(
  { groupId, moves, counterparts }: CrossingPlan,
  { on, at }: Pick<CrossingDeed, 'on' | 'at'>,
): { readonly out: readonly Transfer[]; readonly in: readonly Transfer[] } {
  const sides = moves.map(({ line, commodity, from, to, quantity }) => {
    const counterpart = present(counterparts.get(commodity), 'the account for the other tenant');
    const shared = { groupId, line, commodity, quantity, effectiveOn: on, recordedAt: at, reversesGroupId: null };
    return {
      out: { ...shared, kind: 'CROSSING', debit: from, credit: counterpart.from },
      in: { ...shared, kind: 'CROSSING', debit: counterpart.to, credit: to },
    } as const;
  });
  return { out: sides.map((side) => side.out), in: sides.map((side) => side.in) };
}
