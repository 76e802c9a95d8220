import type { NomineeSheet } from '@khuyenhoc/application';
import { err } from '@khuyenhoc/kernel';
import { readNomineeCsv, remarkNomineeCsv } from './nominee-csv.ts';
import { readNomineeWorkbook, remarkNomineeWorkbook } from './nominee-workbook.ts';
import { looksZipped } from './zip-directory.ts';

/** The most bytes of one uploaded list, unless the server is told otherwise. */
export const fileLimitBytes = 10 * 1024 * 1024;

/** Lists of nominees as workbooks and as text tables. Which of the two a file is, its content says; its name is not asked. */
export function createNomineeSheet(limitBytes: number = fileLimitBytes): NomineeSheet {
  return {
    async read(file) {
      if (file.byteLength > limitBytes) return err({ code: 'FILE_TOO_LARGE', limitBytes });
      return looksZipped(file) ? readNomineeWorkbook(file) : readNomineeCsv(file);
    },
    async withRemarks(file, remarks) {
      return looksZipped(file) ? remarkNomineeWorkbook(file, remarks) : remarkNomineeCsv(file, remarks);
    },
  };
}
