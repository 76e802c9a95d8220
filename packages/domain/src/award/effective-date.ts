import { addDays, err, ok, vietnamDate, type CalendarDate, type Instant, type Result } from '@khuyenhoc/kernel';
import type { AwardRefusal } from './award-refusal.ts';

/** The books of a tenant: how far back a deed may be entered, and the last day of the last closed period. */
export interface Books {
  readonly lateEntryDays: number;
  readonly closedThrough: CalendarDate | null;
}

/** Whether a deed done on `effectiveOn` may be recorded at `recordedAt`, and whether it is late. */
export function checkEffectiveDate(
  effectiveOn: CalendarDate,
  recordedAt: Instant,
  books: Books,
  /** The day of the step before, or null for a first step: nothing is done before what it follows. */
  notBefore: CalendarDate | null = null,
): Result<{ readonly late: boolean }, AwardRefusal> {
  const today = vietnamDate(recordedAt);
  if (effectiveOn > today) return err({ code: 'EFFECTIVE_DATE_IN_FUTURE', effectiveOn, today });
  const window = addDays(today, -books.lateEntryDays);
  const earliest = notBefore !== null && notBefore > window ? notBefore : window;
  if (effectiveOn < earliest) return err({ code: 'EFFECTIVE_DATE_TOO_EARLY', effectiveOn, earliest });
  if (books.closedThrough !== null && effectiveOn <= books.closedThrough) {
    return err({ code: 'PERIOD_CLOSED', effectiveOn, closedThrough: books.closedThrough });
  }
  return ok({ late: effectiveOn < today });
}
