import { cleanText, err, ok, type ImportId, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { TableSheet, SheetRefusal } from '../ports/table-sheet.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { fileToText } from './file-text.ts';
import { readNomineeTable } from './nominee-table.ts';
import type { TableRefusal } from './titled-table.ts';

export interface UploadNomineesDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly sheet: TableSheet;
  /** SHA-256 of bytes, in lower-case hex. */
  readonly digestBytes: (bytes: Uint8Array) => string;
}

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface UploadedNominees {
  readonly importId: ImportId;
  readonly fileName: string;
  readonly rows: number;
}

export type UploadNomineesRefusal = Forbidden | NotFound | SheetRefusal | TableRefusal;

/** Takes in a list of nominees, sealed under a key of its own. Nothing is nominated by it; a file that is no such list is refused whole. */
export async function uploadNominees(
  deps: UploadNomineesDeps,
  session: Session,
  file: UploadedFile,
): Promise<Result<UploadedNominees, UploadNomineesRefusal>> {
  const createdAt = deps.clock.now();
  // Asked before the file is unpacked, so that only who may import makes the server work for it.
  const allowed = await deps.unitOfWork.run(session.tenantId, ({ mandates }) =>
    authorize(mandates, session, 'nomination.import', createdAt),
  );
  if (!allowed.ok) return allowed;
  const table = await deps.sheet.read(file.bytes);
  if (!table.ok) return table;
  const nominees = readNomineeTable(table.value);
  if (!nominees.ok) return err(nominees.error);

  const importId = deps.ids.uuid() as ImportId;
  const fileName = baseName(file.fileName);
  const rows = nominees.value.rows.length;
  const key = deps.vault.newSubject();
  return deps.unitOfWork.run(session.tenantId, async ({ imports }) => {
    imports.add({
      id: importId,
      campaignId: null,
      path: allowed.value.path,
      uploadedBy: session.personId,
      mandateId: session.mandate.id,
      name: deps.vault.encrypt(key, fileName),
      fileHash: deps.digestBytes(file.bytes),
      key,
      content: deps.vault.encrypt(key, fileToText(file.bytes)),
      state: 'uploaded',
      allOrNothing: false,
      rows,
      faultyRows: 0,
      doneRows: 0,
      createdAt,
      finishedAt: null,
    });
    return ok({ importId, fileName, rows });
  });
}

/** The name without folders and control characters: it goes into a header when the file comes back. */
function baseName(fileName: string): string {
  const name = cleanText(
    fileName
      .replaceAll(/\p{Cc}/gu, ' ')
      .split(/[/\\]/)
      .at(-1) ?? '',
  );
  return name === '' ? 'danh-sach.xlsx' : [...name].slice(-120).join('');
}
