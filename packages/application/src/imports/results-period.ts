import type { CalendarDate } from '@khuyenhoc/kernel';
import { schoolYearPlus } from '@khuyenhoc/rules';

/** Of which school year a list gives results, and how many grades below today's the child was in then. */
export interface ResultsPeriod {
  readonly schoolYear: string;
  readonly gradesBelow: 0 | 1;
}

/**
 * A campaign that looks at children when its school year is over (schools give results from 15 May on) lists the results of
 * that year; one that does earlier lists those of the year before, since this year's are not there yet.
 */
export function resultsPeriod(schoolYear: string, referenceDate: CalendarDate): ResultsPeriod {
  const resultsFrom = `${schoolYear.slice(5)}-05-15`;
  return referenceDate >= resultsFrom
    ? { schoolYear, gradesBelow: 0 }
    : { schoolYear: schoolYearPlus(schoolYear, -1), gradesBelow: 1 };
}
