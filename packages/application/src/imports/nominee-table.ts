import { ok, type Result } from '@khuyenhoc/kernel';
import type { TableRow } from '../ports/table-sheet.ts';
import { nomineeTitles, type NomineeCells, type NomineeColumn } from './nominee-columns.ts';
import { readTitledTable, type TableRefusal } from './titled-table.ts';

/** The most rows of one list. A larger one is sent in parts. */
export const rowLimit = 5_000;

/** A list with its columns recognised. */
export interface NomineeTable {
  readonly headerRow: number;
  readonly rows: readonly NomineeRow[];
}

export interface NomineeRow {
  readonly rowNumber: number;
  readonly cells: NomineeCells;
}

/** Reads a list of nominees, whatever the order of its columns. */
export function readNomineeTable(table: readonly TableRow[]): Result<NomineeTable, TableRefusal> {
  const read = readTitledTable({ titles: nomineeTitles, numbering: 'number', rowLimit }, table);
  if (!read.ok) return read;
  const { headerRow, rows } = read.value;
  return ok({ headerRow, rows: rows.map(({ rowNumber, cell }) => ({ rowNumber, cells: cellsBy(cell) })) });
}

/** A row made column by column. */
export function cellsBy(cell: (column: NomineeColumn) => string): NomineeCells {
  return {
    number: cell('number'),
    fullName: cell('fullName'),
    birthDate: cell('birthDate'),
    sex: cell('sex'),
    unit: cell('unit'),
    parentUnit: cell('parentUnit'),
    school: cell('school'),
    className: cell('className'),
    circumstance: cell('circumstance'),
    certificateNumber: cell('certificateNumber'),
    certificateYear: cell('certificateYear'),
    studyResult: cell('studyResult'),
    conduct: cell('conduct'),
    amount: cell('amount'),
    guardian: cell('guardian'),
    relation: cell('relation'),
    note: cell('note'),
  };
}
