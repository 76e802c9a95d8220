import type { Clause } from './clause.ts';

/** What becomes of an award that runs over years: it goes on, goes on once under warning, ends, or passes to another nominee. */
export type RenewalVerdict = 'continue' | 'probation' | 'end' | 'replace';

/** What a renewal rule answers. Its clause passes when the nominee is paid once more (`continue`, `probation`). */
export interface RenewalAnswer {
  readonly clause: Clause;
  readonly verdict: RenewalVerdict;
}
