import { readXlsx, writeXlsx, type Cell, type CellValue } from 'hucre/xlsx';
import { nomineeColumns, type NomineeCells } from './nominee-row.ts';

/** The only module that knows the library for Excel files. */

const title = 'DANH SÁCH ĐỀ NGHỊ XÉT TẶNG HỌC BỔNG "VÌ EM HIẾU HỌC" NĂM HỌC 2023-2024';
const titleRows = 2;

/** Writes the list as officers keep it: a title, a header that stays in view, text format for all that is no amount. */
export async function writeNomineeWorkbook(rows: readonly NomineeCells[]): Promise<Uint8Array> {
  const header = nomineeColumns.map((column) => column.header);
  const body = rows.map((cells) => nomineeColumns.map(({ key }) => cellOf(key, cells[key])));
  return writeXlsx({
    sheets: [
      {
        name: 'Danh sách',
        // Text format keeps Excel from turning 0123/GCN into a number and 12/05/2013 into 5 December.
        columns: nomineeColumns.map(({ key, width }) => ({ width, numFmt: isAmount(key) ? '#,##0' : '@' })),
        rows: [[title], header, ...body],
        freezePane: { rows: titleRows, columns: 2 },
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: nomineeColumns.length - 1 }],
        cells: boldCells(header.length),
      },
    ],
    // Fixed, so that the same rows are the same file.
    properties: { title, created: new Date(Date.UTC(2024, 5, 15)), modified: new Date(Date.UTC(2024, 5, 15)) },
  });
}

function boldCells(columns: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: { font: { bold: true, size: 14 } } }]]);
  for (let column = 0; column < columns; column += 1) cells.set(`1,${column}`, { style: { font: { bold: true } } });
  return cells;
}

/** A workbook read back: the title, the header and the rows as text. */
export interface NomineeWorkbook {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly NomineeCells[];
  readonly frozenRows: number;
}

/** Reads a list that {@link writeNomineeWorkbook} wrote. */
export async function readWorkbook(bytes: Uint8Array): Promise<NomineeWorkbook> {
  const { sheets } = await readXlsx(bytes);
  const [sheet] = sheets;
  if (sheet === undefined) throw new TypeError('a workbook without a sheet');
  const [titleRow = [], headerRow = [], ...body] = sheet.rows;
  return {
    title: textOf(titleRow[0]),
    header: headerRow.map(textOf),
    rows: body.map(toCells),
    frozenRows: sheet.freezePane?.rows ?? 0,
  };
}

function toCells(row: readonly (CellValue | undefined)[]): NomineeCells {
  const cell = (key: keyof NomineeCells): string =>
    textOf(row[nomineeColumns.findIndex((column) => column.key === key)]);
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

/** Numbers as numbers where a person would type one; an amount in words stays the words. */
function cellOf(key: keyof NomineeCells, text: string): CellValue {
  if (text === '') return null;
  return (isAmount(key) || key === 'number') && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function isAmount(key: keyof NomineeCells): boolean {
  return key === 'amount';
}

function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
