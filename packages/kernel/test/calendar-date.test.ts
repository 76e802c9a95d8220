import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, formatDate, instant, instantOf, parseCalendarDate, vietnamDate } from '../src/index.ts';

const aDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((days) => calendarDate(new Date(days * 86_400_000).toISOString().slice(0, 10)));

describe('a calendar date', () => {
  test.each(['2024-02-29', '2000-02-29', '2023-12-31', '1975-04-30'])('%s is a day', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, value: text });
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '24-01-01',
    '01/02/2024',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '+002024-01-01',
    '２０２４-01-01',
    '',
  ])('%j is none', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, error: { code: 'DATE_INVALID', given: text } });
  });

  test('written in code throws on nonsense', () => {
    expect(calendarDate('2024-09-05')).toBe('2024-09-05');
    expect(() => calendarDate('2024-02-30')).toThrow('not a calendar date: 2024-02-30');
  });

  test('is written as Vietnamese papers do, day first', () => {
    expect(formatDate(calendarDate('2024-09-05'))).toBe('05/09/2024');
  });

  test('moves across months, years and leap days', () => {
    expect(addDays(calendarDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(calendarDate('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addDays(calendarDate('2024-01-01'), -1)).toBe('2023-12-31');
    expect(addDays(calendarDate('2024-01-01'), 366)).toBe('2025-01-01');
    expect(addDays(calendarDate('2024-05-05'), 0)).toBe('2024-05-05');
  });

  test('comes back when it is moved there and back, and text order is date order', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 20_000 }), (day, days) => {
        const later = addDays(day, days);
        expect(addDays(later, -days)).toBe(day);
        expect(day < later).toBe(true);
      }),
      propertyRuns(10_000),
    );
  });
});

describe('an instant', () => {
  test('is UTC with milliseconds, and nothing else', () => {
    expect(instant('2024-09-05T00:00:00.000Z')).toBe('2024-09-05T00:00:00.000Z');
    expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(instantOf(Date.UTC(2024, 8, 5, 1, 2, 3, 4))).toBe('2024-09-05T01:02:03.004Z');
  });

  test.each([
    ['without milliseconds', '2024-09-05T00:00:00Z'],
    ['with an offset', '2024-09-05T07:00:00.000+07:00'],
    ['without a zone', '2024-09-05T00:00:00.000'],
    ['of a month that is none', '2024-13-05T00:00:00.000Z'],
    ['of a day that is none', '2024-02-30T00:00:00.000Z'],
    ['at 24:00, which is the next day', '2024-09-05T24:00:00.000Z'],
    ['of a minute that is none', '2024-09-05T00:60:00.000Z'],
    ['followed by a line break', '2024-09-05T00:00:00.000Z\n'],
  ])('%s throws', (_how, text) => {
    expect(() => instant(text)).toThrow(`not a UTC instant: ${text}`);
  });

  test('falls on the day it is in Việt Nam, seven hours ahead of UTC', () => {
    expect(vietnamDate(instant('2024-12-31T16:59:59.999Z'))).toBe('2024-12-31');
    expect(vietnamDate(instant('2024-12-31T17:00:00.000Z'))).toBe('2025-01-01');
    expect(vietnamDate(instant('2025-01-01T00:00:00.000Z'))).toBe('2025-01-01');
    expect(vietnamDate(instant('2024-02-28T17:00:00.000Z'))).toBe('2024-02-29');
  });

  test('falls on the day that the time zone database says, at any time of the year', () => {
    const wallClock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) }), (epochMs) => {
        expect(vietnamDate(instantOf(epochMs))).toBe(wallClock.format(epochMs));
      }),
      propertyRuns(10_000),
    );
  });
});
