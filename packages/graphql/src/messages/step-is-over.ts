import { awardStates, type AwardAction, type AwardState } from '@khuyenhoc/domain';

const paid: readonly AwardState[] = ['disbursed', 'acknowledged'];
const decided: readonly AwardState[] = ['approved', ...paid];
const ended: readonly AwardState[] = ['rejected', 'withdrawn', 'reversed'];

/** Where each step lies behind an award that has not ended. */
const behind: { readonly [Action in AwardAction]: readonly AwardState[] } = {
  NOMINATE: awardStates,
  VERIFY: ['verified', ...decided],
  RETURN: ['returned', ...decided],
  RESUBMIT: decided,
  REJECT: paid,
  WITHDRAW: paid,
  APPROVE: decided,
  PAY: paid,
  ACKNOWLEDGE: ['acknowledged'],
  APPEAL: ['appealed', ...paid],
  UPHOLD: paid,
  OVERTURN: paid,
  REVERSE: [],
};

/** Whether a step is over for an award in a state, and not only yet to come: "no longer" instead of "not yet". */
export function stepIsOver(action: AwardAction, state: AwardState): boolean {
  return ended.includes(state) || behind[action].includes(state);
}
