import type { SheetRefusal, SheetRemarks, TableRow } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { openXlsx, readXlsx, saveXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { checkWorkbook } from './check-workbook.ts';

/** The only module that knows the library for Excel files. */

/** More rows than any list, so that a list that is too long is told from one with blank rows below. */
const mostRows = 20_000;
/** A sheet's cost is its bounding box: one stray cell in the last corner would make it enormous. */
const looked = { range: `A1:CV${mostRows + 1}` } as const;

/** Reads the first visible sheet of a workbook as texts. */
export async function readWorkbookTable(file: Uint8Array): Promise<Result<readonly TableRow[], SheetRefusal>> {
  const refusal = await checkWorkbook(file);
  if (refusal !== null) return err(refusal);
  const sheet = await firstSheet(file);
  if (sheet === undefined) return err({ code: 'FILE_BROKEN' });
  if (sheet.rows.length > mostRows) return err({ code: 'TOO_MANY_ROWS', limit: mostRows });
  return ok(sheet.rows.map((cells, index): TableRow => ({ rowNumber: index + 1, cells: Array.from(cells, textOf) })));
}

/**
 * Writes remarks into a workbook that was read before, and keeps its looks: widths, formats, titles, the frozen header. Formulas
 * become the values they had, so that nothing a stranger typed is computed on the next person's machine.
 */
export async function remarkWorkbookTable(file: Uint8Array, remarks: SheetRemarks): Promise<Uint8Array> {
  const workbook = await openXlsx(file, { ...looked, readStyles: true });
  const sheet = workbook.sheets.find(isVisible);
  if (sheet === undefined) throw new Error('a workbook that was read has no sheet any more');
  for (const { cells } of workbook.sheets) withoutFormulas(cells);
  writeRemarks(sheet, remarks);
  if (remarks.onlyRemarked) keepRows(sheet, remarks);
  return saveXlsx(workbook);
}

async function firstSheet(file: Uint8Array): Promise<Sheet | undefined> {
  try {
    const { sheets } = await readXlsx(file, looked);
    return sheets.find(isVisible);
  } catch {
    // Whatever a parser throws at a stranger's file says that the file is broken.
    return undefined;
  }
}

function isVisible({ hidden, veryHidden }: Sheet): boolean {
  return hidden !== true && veryHidden !== true;
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function withoutFormulas(cells: Map<string, Cell> | undefined): void {
  for (const [place, { value, formula, style }] of cells ?? []) {
    if (formula === undefined) continue;
    const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
    cells?.set(place, { value, type, ...(style === undefined ? {} : { style }) });
  }
}

const remarkWidth = 60;

function writeRemarks(sheet: Sheet, { headerRow, title, remarkByRow }: SheetRemarks): void {
  const header = sheet.rows[headerRow - 1] ?? [];
  const existing = header.findIndex((cell) => textOf(cell).normalize('NFC').trim() === title);
  const column = existing === -1 ? Math.max(header.length, ...sheet.rows.map((row) => row.length)) : existing;
  const cells = (sheet.cells ??= new Map<string, Cell>());
  const write = (rowNumber: number, value: string, style: NonNullable<Cell['style']>): void => {
    const row = sheet.rows[rowNumber - 1] ?? [];
    // A hole in a row is written as nothing at all, and shifts what follows it.
    while (row.length < column) row.push(null);
    row[column] = value;
    cells.set(`${rowNumber - 1},${column}`, { value, type: 'string', style });
  };
  for (let rowNumber = headerRow + 1; rowNumber <= sheet.rows.length; rowNumber += 1) {
    const remark = remarkByRow.get(rowNumber) ?? '';
    if (remark !== '' || existing !== -1) write(rowNumber, remark, { alignment: { wrapText: true, vertical: 'top' } });
  }
  write(headerRow, title, { font: { bold: true } });
  const columns = Array.from({ length: column + 1 }, (_, place) => sheet.columns?.[place] ?? {});
  sheet.columns = [...columns.slice(0, column), { width: remarkWidth }];
}

/** Leaves the rows that have a remark, and all up to the header; what belongs to a row moves up with it. */
function keepRows(sheet: Sheet, { headerRow, remarkByRow }: SheetRemarks): void {
  const kept = sheet.rows.map((_, index) => index).filter((index) => index < headerRow || remarkByRow.has(index + 1));
  const newPlace = new Map(kept.map((index, place) => [index, place]));
  const moved = new Map<string, Cell>();
  for (const [place, cell] of sheet.cells ?? []) {
    const [row = '', column = ''] = place.split(',');
    const to = newPlace.get(Number(row));
    if (to !== undefined) moved.set(`${to},${column}`, cell);
  }
  sheet.rows = kept.map((index) => sheet.rows[index] ?? []);
  sheet.cells = moved;
  if (sheet.rowDefs !== undefined) {
    sheet.rowDefs = new Map(
      [...sheet.rowDefs].flatMap(([row, definition]) => {
        const to = newPlace.get(row);
        return to === undefined ? [] : [[to, definition] as const];
      }),
    );
  }
  if (sheet.merges !== undefined) sheet.merges = sheet.merges.filter(({ endRow }) => endRow < headerRow);
}
