import type { UnitColumn } from './unit-columns.ts';

/** What can be wrong with a row of a list of units. Codes are stable. */
export const unitRowFaultCodes = [
  'CELL_MISSING',
  'TEXT_TOO_LONG',
  'CODE_TWICE',
  'TYPE_UNKNOWN',
  'PLACE_CODE_INVALID',
  'AREA_CLASS_UNKNOWN',
  'DATE_INVALID',
  'DATE_IN_FUTURE',
  'DATE_BEFORE_PARENT',
  'PARENT_UNKNOWN',
  'PARENT_AMBIGUOUS',
  'CYCLE',
  'NAME_TWICE',
  'NAME_THERE',
] as const;

export type UnitRowFaultCode = (typeof unitRowFaultCodes)[number];

/** One thing that is wrong with a row: in which cell, what stands there, and what could or what it collides with. */
export interface UnitRowFault {
  readonly rowNumber: number;
  readonly column: UnitColumn;
  readonly code: UnitRowFaultCode;
  /** The cell's text. */
  readonly given: string;
  /** What may be written instead, or where the other one is; the code says which. */
  readonly accepted: readonly string[];
}

/** Faults of one row, as they are found in its cells. */
export type CellFault = Omit<UnitRowFault, 'rowNumber' | 'given' | 'accepted'> & {
  readonly given?: string;
  readonly accepted?: readonly string[];
};

/** A fault with its row; a long cell is cut. */
export function unitRowFault(rowNumber: number, { given = '', accepted = [], ...rest }: CellFault): UnitRowFault {
  return { rowNumber, ...rest, given: given.slice(0, 120), accepted };
}
