import { addDays, calendarDate } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import { isValidOn } from '../../src/index.ts';

const term = { validFrom: calendarDate('2024-01-01'), validTo: calendarDate('2024-12-31') };

test('a mandate is valid on its first and its last day, and not on the days around them', () => {
  expect(isValidOn(term, term.validFrom)).toBe(true);
  expect(isValidOn(term, term.validTo)).toBe(true);
  expect(isValidOn(term, addDays(term.validFrom, -1))).toBe(false);
  expect(isValidOn(term, addDays(term.validTo, 1))).toBe(false);
});

test('an open-ended mandate is valid from its first day for ever', () => {
  const open = { ...term, validTo: null };
  expect(isValidOn(open, calendarDate('2999-12-31'))).toBe(true);
  expect(isValidOn(open, calendarDate('2023-12-31'))).toBe(false);
});
