import type { SheetRefusal, SheetRemarks, TableRow } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { detectDelimiter, parseCsv, writeCsv } from 'hucre/csv';

/**
 * Lists saved as text tables: UTF-8, with or without the mark that Excel puts first, cells parted by commas, semicolons or tabs.
 * What would be a formula in Excel is written with an apostrophe before it, and read without.
 */
const mostRows = 20_000;

/** Reads a text table; a file that is no text in UTF-8 is no such table. */
export function readCsvTable(file: Uint8Array): Result<readonly TableRow[], SheetRefusal> {
  const text = utf8Text(file);
  if (text === undefined) return err({ code: 'FILE_TYPE_UNKNOWN' });
  const rows = parse(text);
  if (rows.length > mostRows) return err({ code: 'TOO_MANY_ROWS', limit: mostRows });
  return ok(rows.map((cells, index): TableRow => ({ rowNumber: index + 1, cells })));
}

/** Writes remarks into a text table that was read before, with the delimiter it came with. */
export function remarkCsvTable(file: Uint8Array, remarks: SheetRemarks): Uint8Array {
  const { headerRow, title, remarkByRow, onlyRemarked } = remarks;
  const text = utf8Text(file) ?? '';
  const rows = parse(text);
  const header = rows[headerRow - 1] ?? [];
  const existing = header.findIndex((cell) => cell.normalize('NFC').trim() === title);
  const column = existing === -1 ? Math.max(0, ...rows.map((row) => row.length)) : existing;
  const remarked = rows.flatMap((row, index): readonly (readonly string[])[] => {
    const rowNumber = index + 1;
    const remark = rowNumber === headerRow ? title : remarkByRow.get(rowNumber);
    if (remark === undefined && onlyRemarked && rowNumber > headerRow) return [];
    const padded = Array.from({ length: Math.max(row.length, column) }, (_, place) => row[place] ?? '');
    return [padded.toSpliced(column, 1, remark ?? '')];
  });
  const written = writeCsv(
    remarked.map((row) => [...row]),
    { delimiter: detectDelimiter(text), bom: true, escapeFormulae: true, lineSeparator: '\r\n' },
  );
  return new TextEncoder().encode(written);
}

function parse(text: string): readonly (readonly string[])[] {
  const options = { delimiter: detectDelimiter(text), unescapeFormulae: true, maxRows: mostRows + 1 };
  return parseCsv(text, options).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

function utf8Text(file: Uint8Array): string | undefined {
  if (file.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
