import { kindOf, type GrantedMandate } from '@khuyenhoc/domain';
import { assert, type CalendarDate } from '@khuyenhoc/kernel';
import { periodOf, type Candidate, type Period } from './mandate-fault.ts';

/** A loan has a last day, and lies within the days of the mandate that it rests on. `index` counts the list from 0. */
export interface LoanFault {
  readonly code: 'LOAN_BEYOND_MANDATE';
  readonly index: number;
  readonly mandate: Period;
  readonly loan: Period;
}

/** What is wrong with lending a mandate, or null. */
export function faultOfLoan(index: number, from: GrantedMandate, loan: Candidate): LoanFault | null {
  // What was lent is not lent on: the permission table asks for a mandate of one's own, and a cover looks for one.
  assert(kindOf(from) === 'own', 'what was lent is not lent on');
  const { validFrom, validTo } = loan;
  const outlives = validTo === null || (from.validTo !== null && validTo > from.validTo);
  if (validFrom >= from.validFrom && !outlives) return null;
  return { code: 'LOAN_BEYOND_MANDATE', index, mandate: periodOf(from), loan: periodOf(loan) };
}

/** Whether a mandate holds on every day of a period. */
export function coversPeriod(
  mandate: Pick<GrantedMandate, 'validFrom' | 'validTo'>,
  from: CalendarDate,
  to: CalendarDate,
): boolean {
  return mandate.validFrom <= from && (mandate.validTo === null || to <= mandate.validTo);
}
