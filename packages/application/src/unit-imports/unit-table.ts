import type { Result } from '@khuyenhoc/kernel';
import { readTitledTable, type TableRefusal, type TitledRow, type TitledTable } from '../imports/titled-table.ts';
import type { TableRow } from '../ports/table-sheet.ts';
import { unitTitles, type UnitColumn } from './unit-columns.ts';

/** A province's whole tree goes into one list: 577 communes with 5,695 branches are 6,272 rows. */
const rowLimit = 10_000;

export type UnitTable = TitledTable<UnitColumn>;
export type UnitRow = TitledRow<UnitColumn>;

/** Reads a list of units, whatever the order of its columns. */
export function readUnitTable(table: readonly TableRow[]): Result<UnitTable, TableRefusal> {
  return readTitledTable({ titles: unitTitles, numbering: 'number', rowLimit }, table);
}
