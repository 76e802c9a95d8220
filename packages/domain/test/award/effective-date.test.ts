import { addDays, calendarDate, instant } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import { checkEffectiveDate, type Books } from '../../src/index.ts';

const books: Books = { lateEntryDays: 30, closedThrough: null };
/** 23:30 in Việt Nam on 5 September. */
const lateEvening = instant('2024-09-05T16:30:00.000Z');
const today = calendarDate('2024-09-05');

describe('a deed entered', () => {
  test('on the day it was done is not late', () => {
    expect(checkEffectiveDate(today, lateEvening, books)).toEqual({ ok: true, value: { late: false } });
  });

  test('on a later day is late', () => {
    expect(checkEffectiveDate(addDays(today, -1), lateEvening, books)).toEqual({ ok: true, value: { late: true } });
  });

  test('after midnight in Việt Nam belongs to the new day, although UTC still has the old one', () => {
    const afterMidnight = instant('2024-09-05T17:00:00.000Z');
    expect(checkEffectiveDate(calendarDate('2024-09-06'), afterMidnight, books)).toMatchObject({
      value: { late: false },
    });
    expect(checkEffectiveDate(today, afterMidnight, books)).toMatchObject({ value: { late: true } });
  });

  test('for a day that has not come yet is refused', () => {
    const effectiveOn = addDays(today, 1);
    expect(checkEffectiveDate(effectiveOn, lateEvening, books)).toEqual({
      ok: false,
      error: { code: 'EFFECTIVE_DATE_IN_FUTURE', effectiveOn, today },
    });
  });

  test('as many days late as the books allow is accepted, one more is too early', () => {
    const earliest = addDays(today, -30);
    expect(checkEffectiveDate(earliest, lateEvening, books)).toEqual({ ok: true, value: { late: true } });
    expect(checkEffectiveDate(addDays(earliest, -1), lateEvening, books)).toEqual({
      ok: false,
      error: { code: 'EFFECTIVE_DATE_TOO_EARLY', effectiveOn: addDays(earliest, -1), earliest },
    });
  });

  test('in a closed period is refused, on its last day too; the day after is open', () => {
    const closedThrough = calendarDate('2024-08-31');
    const closed: Books = { ...books, closedThrough };
    expect(checkEffectiveDate(closedThrough, lateEvening, closed)).toEqual({
      ok: false,
      error: { code: 'PERIOD_CLOSED', effectiveOn: closedThrough, closedThrough },
    });
    expect(checkEffectiveDate(addDays(closedThrough, 1), lateEvening, closed).ok).toBe(true);
  });

  test('where the books allow no late entry is accepted on its own day only', () => {
    const strict: Books = { ...books, lateEntryDays: 0 };
    expect(checkEffectiveDate(today, lateEvening, strict).ok).toBe(true);
    expect(checkEffectiveDate(addDays(today, -1), lateEvening, strict)).toMatchObject({
      error: { code: 'EFFECTIVE_DATE_TOO_EARLY', earliest: today },
    });
  });
});
