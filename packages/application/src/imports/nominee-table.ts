import { cleanText, err, ok, type Result } from '@khuyenhoc/kernel';
import type { TableRow } from '../ports/nominee-sheet.ts';
import { columnOf, columnTitle, nomineeColumns, type NomineeCells, type NomineeColumn } from './nominee-columns.ts';

/** The most rows of one list. A larger one is sent in parts. */
export const rowLimit = 5_000;

/** A title stands over the header in most lists; a header further down than this is none. */
const headerWithin = 20;

/** A header is told from a title or a data row by how many columns it names. */
const headerColumns = 3;

/** A list with its columns recognised. */
export interface NomineeTable {
  readonly headerRow: number;
  readonly rows: readonly NomineeRow[];
}

export interface NomineeRow {
  readonly rowNumber: number;
  readonly cells: NomineeCells;
}

/** Why a table is no list of nominees. Columns are named as they are written. */
export type TableRefusal =
  | { readonly code: 'HEADER_NOT_FOUND' }
  | { readonly code: 'COLUMNS_MISSING'; readonly columns: readonly string[] }
  | { readonly code: 'COLUMNS_UNKNOWN'; readonly columns: readonly string[] }
  | { readonly code: 'COLUMNS_TWICE'; readonly columns: readonly string[] }
  | { readonly code: 'NO_ROWS' }
  | { readonly code: 'TOO_MANY_ROWS'; readonly limit: number };

/** Finds the header, whatever the order of its columns, and gives the rows below it that say anything. */
export function readNomineeTable(table: readonly TableRow[]): Result<NomineeTable, TableRefusal> {
  const header = findHeader(table);
  if (header === undefined) return err({ code: 'HEADER_NOT_FOUND' });
  const places = placesOf(header, table);
  if (!places.ok) return places;
  const rows = table
    .filter(({ rowNumber }) => rowNumber > header.rowNumber)
    .map((row): NomineeRow => ({ rowNumber: row.rowNumber, cells: cellsOf(row, places.value) }))
    .filter(saysAnything);
  if (rows.length === 0) return err({ code: 'NO_ROWS' });
  if (rows.length > rowLimit) return err({ code: 'TOO_MANY_ROWS', limit: rowLimit });
  return ok({ headerRow: header.rowNumber, rows });
}

function findHeader(table: readonly TableRow[]): TableRow | undefined {
  const known = ({ cells }: TableRow): number => new Set(cells.map(columnOf).filter((one) => one !== undefined)).size;
  const [best] = table.slice(0, headerWithin).toSorted((left, right) => known(right) - known(left));
  return best !== undefined && known(best) >= headerColumns ? best : undefined;
}

type Places = ReadonlyMap<NomineeColumn, number>;

function placesOf(header: TableRow, table: readonly TableRow[]): Result<Places, TableRefusal> {
  const places = new Map<NomineeColumn, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [place, title] of header.cells.entries()) {
    const column = columnOf(title);
    if (column === 'remarks') continue;
    if (column !== undefined && places.has(column)) twice.push(columnTitle(column));
    else if (column !== undefined) places.set(column, place);
    else if (cleanText(title) !== '') unknown.push(cleanText(title).slice(0, 60));
    else if (isUsedBelow(table, header, place)) unknown.push(spreadsheetColumn(place));
  }
  const missing = nomineeColumns.filter(({ key, required }) => required && !places.has(key)).map(({ title }) => title);
  if (missing.length > 0) return err({ code: 'COLUMNS_MISSING', columns: missing });
  if (twice.length > 0) return err({ code: 'COLUMNS_TWICE', columns: twice });
  if (unknown.length > 0) return err({ code: 'COLUMNS_UNKNOWN', columns: unknown });
  return ok(places);
}

/** A column without a title may be empty; one that holds something would be dropped in silence. */
function isUsedBelow(table: readonly TableRow[], header: TableRow, place: number): boolean {
  return table.some(({ rowNumber, cells }) => rowNumber > header.rowNumber && cleanText(cells[place] ?? '') !== '');
}

/** The letters over a column: A, B … Z, AA. */
function spreadsheetColumn(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${spreadsheetColumn(Math.floor(place / 26) - 1)}${last}`;
}

function cellsOf({ cells }: TableRow, places: Places): NomineeCells {
  const cell = (column: NomineeColumn): string => {
    const place = places.get(column);
    return cleanText((place === undefined ? undefined : cells[place]) ?? '');
  };
  return cellsBy(cell);
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

/** Rows that are numbered in advance and otherwise empty are the end of a form, not children. */
function saysAnything({ cells }: NomineeRow): boolean {
  return nomineeColumns.some(({ key }) => key !== 'number' && cells[key] !== '');
}
