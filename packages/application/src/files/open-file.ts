import { subtreeOf } from '@khuyenhoc/domain';
import { assert, err, ok, type FileId, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { Instant } from '@khuyenhoc/kernel';
import type { FileKind, FileType } from '../ports/files.ts';
import type { Reads } from '../ports/reads.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

export interface OpenFileDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly reads: Pick<Reads, 'fileContents'>;
}

/** A file's bytes, readable. */
export interface OpenedFile {
  readonly kind: FileKind;
  readonly type: FileType;
  readonly bytes: Uint8Array;
}

/** The file was there and its content was destroyed. */
export interface FileErased {
  readonly code: 'FILE_ERASED';
  readonly erasedAt: Instant;
}

export type OpenFileRefusal = Forbidden | NotFound | FileErased;

/**
 * Reads a stored file under the reader's role: what lies beyond the mandate's range is not found. Bytes that are not what was
 * stored are never handed out; that is a fault of the store, not of the reader.
 */
export async function openFile(
  { clock, vault, unitOfWork, reads }: OpenFileDeps,
  session: Session,
  id: FileId,
): Promise<Result<OpenedFile, OpenFileRefusal>> {
  const reach = await unitOfWork.run(session.tenantId, ({ mandates }) =>
    authorize(mandates, session, 'file.read', clock.now()),
  );
  if (!reach.ok) return reach;
  const scope = { tenantId: session.tenantId, ...subtreeOf(reach.value.path) };
  const [stored] = await reads.fileContents(scope, [id]);
  if (stored === undefined) return err({ code: 'NOT_FOUND' });
  const { kind, type, sizeBytes, erasedAt, key, content } = stored;
  if (erasedAt !== null) return err({ code: 'FILE_ERASED', erasedAt });
  assert(key !== null && content !== null, 'a file that was not erased has its key and its content');
  const bytes = vault.openFile(key, content);
  assert(bytes.byteLength === sizeBytes, 'a file has the size it was stored with');
  return ok({ kind, type, bytes });
}
