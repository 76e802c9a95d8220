import type { NomineeColumn } from './nominee-columns.ts';

/** What can be wrong with a row of a list. Codes are stable. */
export const rowFaultCodes = [
  'NAME_MISSING',
  'NAME_BROKEN',
  'DATE_INVALID',
  'DATE_IN_FUTURE',
  'SEX_UNKNOWN',
  'UNIT_UNKNOWN',
  'UNIT_AMBIGUOUS',
  'SCHOOL_MISSING',
  'GRADE_INVALID',
  'CIRCUMSTANCE_UNKNOWN',
  'CERTIFICATE_YEAR_INVALID',
  'CERTIFICATE_YEAR_IN_FUTURE',
  'STUDY_RESULT_MISSING',
  'STUDY_RESULT_NOT_ON_SCALE',
  'CONDUCT_NOT_ON_SCALE',
  'AMOUNT_INVALID',
  'TEXT_TOO_LONG',
  'CHILD_TWICE',
] as const;

export type RowFaultCode = (typeof rowFaultCodes)[number];

/** One thing that keeps a row out, in which cell, with what stands there and what could. It is as personal as the row. */
export interface RowFault {
  readonly code: RowFaultCode;
  readonly column: NomineeColumn;
  /** The cell's text. */
  readonly given: string;
  /** What may be written instead, when that can be listed. */
  readonly accepted: readonly string[];
}

/** A fault without further words of help. */
export function rowFault(
  code: RowFaultCode,
  column: NomineeColumn,
  given: string,
  accepted: readonly string[] = [],
): RowFault {
  return { code, column, given: given.slice(0, 120), accepted };
}
