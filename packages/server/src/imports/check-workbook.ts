import type { SheetRefusal } from '@khuyenhoc/application';
import { readZipDirectory, unpackedBytes } from './zip-directory.ts';

/** What a workbook may take unpacked: a list of 5,000 rows with all columns takes about a fifth of it. */
export const unpackedLimitBytes = 32 * 1024 * 1024;

/**
 * Looks at a zipped file before any library unpacks it; null when it is a workbook without macros and of honest size. What the
 * archive declares is added up first; then each part is unpacked with its own declaration as the limit, so that a part that
 * declares less than it holds is found out as well.
 */
export async function checkWorkbook(file: Uint8Array): Promise<SheetRefusal | null> {
  const entries = readZipDirectory(file);
  if (entries === null) return { code: 'FILE_BROKEN' };
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('xl/workbook.xml') || !names.has('[Content_Types].xml')) return { code: 'FILE_TYPE_UNKNOWN' };
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return { code: 'FILE_HAS_MACROS' };
  const declared = entries.reduce((sum, { declaredBytes }) => sum + declaredBytes, 0);
  if (declared > unpackedLimitBytes) return { code: 'FILE_UNPACKS_TOO_LARGE', limitBytes: unpackedLimitBytes };
  // Of two parts of one name, one reader takes the first and another the last.
  if (names.size !== entries.length) return { code: 'FILE_BROKEN' };
  for (const entry of entries) {
    if ((await unpackedBytes(file, entry)) === null) return { code: 'FILE_BROKEN' };
  }
  return null;
}
