import type { AwardId } from '@khuyenhoc/kernel';
import type { AwardAction, AwardState } from '../workflow/template.ts';

/** Why a person is erased: it (or who represents it) asked, the purpose is over, or it should never have been recorded. */
export const erasureReasons = ['REQUESTED', 'PURPOSE_OVER', 'WRONGLY_RECORDED'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** An award of who is to be erased. */
export interface AwardOfSubject {
  readonly id: AwardId;
  readonly state: AwardState;
}

/**
 * States in which a case is over, or was never about money yet given. In all others somebody still has to decide or to pay, and
 * the papers of that (a decision, a signed receipt) must name whom it was for.
 */
const settled: readonly AwardState[] = ['acknowledged', 'rejected', 'withdrawn', 'reversed', 'crossed'];

/**
 * What may still be done with an award whose nominee was erased: to end it and give back what was put aside for it. Such awards
 * come from a backup that is older than the erasure.
 */
export function endsWithoutSubject(action: AwardAction): boolean {
  return action === 'WITHDRAW' || action === 'REJECT' || action === 'REVERSE';
}

/**
 * The awards that an erasure must wait for: they are withdrawn, decided or paid first. What was paid stays in the books as an
 * amount and a date without a person, since accounting records must be kept (Law on Accounting 88/2015/QH13, Art. 41; Circular
 * 41/2022/TT-BTC); that no lawyer has confirmed.
 */
export function awardsToSettle(awards: readonly AwardOfSubject[]): readonly AwardOfSubject[] {
  return awards.filter(({ state }) => !settled.includes(state));
}
