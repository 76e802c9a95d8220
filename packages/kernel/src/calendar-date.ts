import { err, ok, type Result } from './result.ts';

/** A day of the calendar as `YYYY-MM-DD`. Text order is date order. It has no time zone: deeds and rules speak of days in Việt Nam. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

/** A moment as `YYYY-MM-DDTHH:mm:ss.sssZ`, always in UTC and always with milliseconds, so that text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

/** Why a text is no date. */
export interface DateRefusal {
  readonly code: 'DATE_INVALID';
  readonly given: string;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Reads `YYYY-MM-DD`, refusing days that do not exist such as 30 February. */
export function parseCalendarDate(text: string): Result<CalendarDate, DateRefusal> {
  const refusal: DateRefusal = { code: 'DATE_INVALID', given: text.slice(0, 40) };
  if (!datePattern.test(text)) return err(refusal);
  const day = new Date(`${text}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) return err(refusal);
  return ok(text as CalendarDate);
}

/** A date written in code or read from our own database. Throws on nonsense: use {@link parseCalendarDate} for input. */
export function calendarDate(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new RangeError(`not a calendar date: ${text}`);
  return parsed.value;
}

/** An instant written in code or read from our own database. Throws on any other form than UTC with milliseconds. */
export function instant(text: string): Instant {
  const epochMs = instantPattern.test(text) ? Date.parse(text) : Number.NaN;
  // JavaScript reads 30 February as 1 March and 24:00 as the next day: then text order would not be time order.
  if (Number.isNaN(epochMs) || new Date(epochMs).toISOString() !== text)
    throw new RangeError(`not a UTC instant: ${text}`);
  return text as Instant;
}

/** The instant of milliseconds since 1970. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** The day it is in Việt Nam (UTC+7 all year, without summer time) at an instant. */
export function vietnamDate(at: Instant): CalendarDate {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10) as CalendarDate;
}

/** The day that is `days` after (or, below zero, before) a date. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
}

/** Writes a date as Vietnamese papers do: `dd/mm/yyyy`. */
export function formatDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}
