import { cleanText, err, ok, type Result } from '@khuyenhoc/kernel';
import type { TableRow } from '../ports/table-sheet.ts';
import type { ColumnTitles } from './column-titles.ts';

/** A title stands over the header in most lists; a header further down than this is none. */
const headerWithin = 20;

/** A header is told from a title or a data row by how many columns it names. */
const headerColumns = 3;

/** What a list is made of, whatever it lists. */
export interface ListShape<Column extends string> {
  readonly titles: ColumnTitles<Column>;
  /** Rows that are numbered in advance and otherwise empty are the end of a form. */
  readonly numbering: Column;
  /** The most rows of one list. A larger one is sent in parts. */
  readonly rowLimit: number;
}

/** A list with its columns recognised, whatever it lists. */
export interface TitledTable<Column extends string> {
  readonly headerRow: number;
  readonly rows: readonly TitledRow<Column>[];
}

export interface TitledRow<Column extends string> {
  readonly rowNumber: number;
  /** A cell in NFC with single blanks; of a column that the list lacks, an empty text. */
  readonly cell: (column: Column) => string;
}

/** Why a table is no such list. Columns are named as they are written. */
export type TableRefusal =
  | { readonly code: 'HEADER_NOT_FOUND' }
  | { readonly code: 'COLUMNS_MISSING'; readonly columns: readonly string[] }
  | { readonly code: 'COLUMNS_UNKNOWN'; readonly columns: readonly string[] }
  | { readonly code: 'COLUMNS_TWICE'; readonly columns: readonly string[] }
  | { readonly code: 'NO_ROWS' }
  | { readonly code: 'TOO_MANY_ROWS'; readonly limit: number };

/** Finds the header, whatever the order of its columns, and gives the rows below it that say anything. */
export function readTitledTable<Column extends string>(
  { titles, numbering, rowLimit }: ListShape<Column>,
  table: readonly TableRow[],
): Result<TitledTable<Column>, TableRefusal> {
  const header = findHeader(titles, table);
  if (header === undefined) return err({ code: 'HEADER_NOT_FOUND' });
  const places = placesOf(titles, header, table);
  if (!places.ok) return places;
  const rows = table
    .filter(({ rowNumber }) => rowNumber > header.rowNumber)
    .map((row) => titledRow(row, places.value))
    .filter(({ cell }) => titles.definitions.some(({ key }) => key !== numbering && cell(key) !== ''));
  if (rows.length === 0) return err({ code: 'NO_ROWS' });
  if (rows.length > rowLimit) return err({ code: 'TOO_MANY_ROWS', limit: rowLimit });
  return ok({ headerRow: header.rowNumber, rows });
}

function findHeader<Column extends string>(
  titles: ColumnTitles<Column>,
  table: readonly TableRow[],
): TableRow | undefined {
  const known = ({ cells }: TableRow): number =>
    new Set(cells.map((title) => titles.columnOf(title)).filter((one) => one !== undefined)).size;
  const [best] = table.slice(0, headerWithin).toSorted((left, right) => known(right) - known(left));
  return best !== undefined && known(best) >= headerColumns ? best : undefined;
}

type Places<Column extends string> = ReadonlyMap<Column, number>;

function placesOf<Column extends string>(
  titles: ColumnTitles<Column>,
  header: TableRow,
  table: readonly TableRow[],
): Result<Places<Column>, TableRefusal> {
  const places = new Map<Column, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [place, title] of header.cells.entries()) {
    const column = titles.columnOf(title);
    if (column === 'remarks') continue;
    if (column !== undefined && places.has(column)) twice.push(titles.titleOf(column));
    else if (column !== undefined) places.set(column, place);
    else if (cleanText(title) !== '') unknown.push(cleanText(title).slice(0, 60));
    else if (isUsedBelow(table, header, place)) unknown.push(spreadsheetColumn(place));
  }
  const missing = titles.definitions
    .filter(({ key, required }) => required && !places.has(key))
    .map(({ title }) => title);
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

function titledRow<Column extends string>({ rowNumber, cells }: TableRow, places: Places<Column>): TitledRow<Column> {
  const texts = new Map([...places].map(([column, place]) => [column, cleanText(cells[place] ?? '')]));
  return { rowNumber, cell: (column) => texts.get(column) ?? '' };
}
