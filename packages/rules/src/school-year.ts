import { assert, calendarDate, type CalendarDate } from '@khuyenhoc/kernel';

/** Whether a text names a school year: two years that follow each other, "2024-2025". */
export function isSchoolYear(text: string): boolean {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
  return match !== null && Number(match[2]) === Number(match[1]) + 1;
}

/** The day by which a school year's dated numbers are read: 1 September, when it begins. */
export function schoolYearStart(schoolYear: string): CalendarDate {
  return calendarDate(`${firstYearOf(schoolYear)}-09-01`);
}

/** The school year that is `years` after (or, below zero, before) another. */
export function schoolYearPlus(schoolYear: string, years: number): string {
  const first = Number(firstYearOf(schoolYear)) + years;
  return `${first}-${first + 1}`;
}

function firstYearOf(schoolYear: string): string {
  assert(isSchoolYear(schoolYear), `not a school year: ${schoolYear}`);
  return schoolYear.slice(0, 4);
}
