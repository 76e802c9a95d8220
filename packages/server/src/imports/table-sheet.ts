import type { TableSheet } from '@khuyenhoc/application';
import { err } from '@khuyenhoc/kernel';
import { readCsvTable, remarkCsvTable } from './csv-table.ts';
import { readWorkbookTable, remarkWorkbookTable } from './workbook-table.ts';
import { looksZipped } from './zip-directory.ts';

/** The most bytes of one uploaded list, unless the server is told otherwise. */
export const fileLimitBytes = 10 * 1024 * 1024;

/** Lists as workbooks and as text tables. Which of the two a file is, its content says; its name is not asked. */
export function createTableSheet(limitBytes: number = fileLimitBytes): TableSheet {
  return {
    async read(file) {
      if (file.byteLength > limitBytes) return err({ code: 'FILE_TOO_LARGE', limitBytes });
      return looksZipped(file) ? readWorkbookTable(file) : readCsvTable(file);
    },
    async withRemarks(file, remarks) {
      return looksZipped(file) ? remarkWorkbookTable(file, remarks) : remarkCsvTable(file, remarks);
    },
  };
}
