import type { AssociationPeriod } from '@khuyenhoc/domain';
import { addDays, type CalendarDate } from '@khuyenhoc/kernel';

/** A period with its last day, which the beginning of the next one gives. */
export interface DatedPeriod extends AssociationPeriod {
  readonly validTo: CalendarDate | null;
}

/** The periods of one association, oldest first, each with its last day. */
export function datedPeriods(periods: readonly AssociationPeriod[]): readonly DatedPeriod[] {
  return periods.map((period, index) => {
    const next = periods[index + 1];
    return { ...period, validTo: next === undefined ? null : addDays(next.validFrom, -1) };
  });
}

/** The period that held on a day, or null before the founding. */
export function periodOn(periods: readonly DatedPeriod[], day: CalendarDate): DatedPeriod | null {
  return periods.findLast(({ validFrom }) => validFrom <= day) ?? null;
}
