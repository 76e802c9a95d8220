import { err, ok, type ImportId, type Result } from '@khuyenhoc/kernel';
import type { Language } from '@khuyenhoc/rules';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { TableSheet } from '../ports/table-sheet.ts';
import type { ImportRecord, ImportRowRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { fileFromText } from './file-text.ts';
import { isFileErased, type ImportFileErased } from './import-file-erased.ts';
import { refuseState, type ImportStateRefusal } from './import-state-refusal.ts';
import { remarkTitle } from './column-titles.ts';
import { readNomineeTable, rowLimit } from './nominee-table.ts';
import { rowFaultMessage } from './row-fault-message.ts';
import { rowRefusalMessage } from './row-refusal-message.ts';
import { openRow } from './stored-row.ts';

export interface CorrectedFileDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly sheet: TableSheet;
}

export interface CorrectedFileInput {
  readonly importId: ImportId;
  /** The rows to be mended alone, so that the file can be sent in again, or the whole list. */
  readonly rows: 'to-mend' | 'all';
  readonly language: Language;
}

export interface CorrectedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly rowsToMend: number;
}

export type CorrectedFileRefusal = Forbidden | NotFound | ImportFileErased | ImportStateRefusal;

/** The list as it was sent, with a column that says of each row that was not taken what to do. */
export async function correctedFile(
  deps: CorrectedFileDeps,
  session: Session,
  input: CorrectedFileInput,
): Promise<Result<CorrectedFile, CorrectedFileRefusal>> {
  const found = await deps.unitOfWork.run(session.tenantId, async ({ mandates, imports }) => {
    const reach = await authorize(mandates, session, 'import.correct', deps.clock.now());
    if (!reach.ok) return reach;
    const batch = reached((await imports.lock(input.importId)) ?? undefined, reach.value);
    if (!batch.ok) return batch;
    const refusal = refuseState(batch.value.state, ['previewed', 'confirmed', 'running', 'done', 'refused']);
    if (refusal !== null) return err(refusal);
    return ok({ batch: batch.value, rows: await imports.rows(input.importId, 'any', 0, rowLimit) });
  });
  if (!found.ok) return found;
  const { batch, rows } = found.value;
  const remarkByRow = new Map(rows.flatMap((row) => remarkOf(deps.vault, batch, row, input.language)));
  if (isFileErased(batch)) return err({ code: 'IMPORT_FILE_ERASED' });
  const file = fileFromText(deps.vault.open(batch.key, batch.content));
  const bytes = await deps.sheet.withRemarks(file, {
    headerRow: await headerRowOf(deps.sheet, file),
    title: remarkTitle,
    remarkByRow,
    onlyRemarked: input.rows === 'to-mend',
  });
  return ok({ fileName: nameOf(deps.vault, batch), bytes, rowsToMend: remarkByRow.size });
}

/** The name as it was sent; a list of before names were sealed may have lost its own. */
function nameOf(vault: Vault, { key, name }: ImportRecord): string {
  return name.length === 0 ? 'danh-sach.xlsx' : vault.open(key, name);
}

function remarkOf(
  vault: Vault,
  batch: ImportRecord,
  row: ImportRowRecord,
  language: Language,
): readonly [number, string][] {
  if (row.state === 'refused') return [[row.rowNumber, rowRefusalMessage(row.refusal ?? '')[language]]];
  if (row.state !== 'faulty') return [];
  const sentences = openRow(vault, batch.key, row).faults.map((fault) => rowFaultMessage(fault)[language]);
  return [[row.rowNumber, sentences.join('\n')]];
}

/** The file was read when it came, so it can be read again. */
async function headerRowOf(sheet: TableSheet, file: Uint8Array): Promise<number> {
  const table = await sheet.read(file);
  const nominees = table.ok ? readNomineeTable(table.value) : table;
  if (!nominees.ok) throw new Error(`a list that was taken in cannot be read again: ${nominees.error.code}`);
  return nominees.value.headerRow;
}
