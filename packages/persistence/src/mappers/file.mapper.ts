import type { FileEvidence, FileRecord } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import type { AssociationId, FileId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { FileEvidenceRow } from '../entities/file-evidence.entity.ts';
import type { StoredFileRow } from '../entities/stored-file.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { instantFrom, momentOf } from './moments.ts';

/** A file as its row, with its encrypted content. */
export function fileToRow(
  tenantId: TenantId,
  { key, commitment, recordedAt, erasedAt, ...rest }: FileRecord,
  content: Uint8Array,
): RequiredEntityData<StoredFileRow> {
  return {
    tenantId,
    ...rest,
    wrappedKey: key,
    commitment: commitment === null ? null : bytesOf(commitment),
    content,
    recordedAt: momentOf(recordedAt),
    erasedAt: erasedAt === null ? null : momentOf(erasedAt),
  };
}

/** A file from its row, without its content. */
export function fileFromRow(row: Omit<StoredFileRow, 'content'>): FileRecord {
  const { personId = null, wrappedKey = null, commitment = null, erasedAt = null } = row;
  return {
    id: row.id as FileId,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    kind: row.kind,
    personId: personId as PersonId | null,
    key: wrappedKey,
    commitment: commitment === null ? null : hex(commitment),
    type: row.type,
    sizeBytes: row.sizeBytes,
    recordedAt: instantFrom(row.recordedAt),
    recordedBy: row.recordedBy as PersonId,
    erasedAt: erasedAt === null ? null : instantFrom(erasedAt),
  };
}

/** Evidence as its row. */
export function evidenceToRow(
  tenantId: TenantId,
  { attachedAt, ...rest }: FileEvidence,
): RequiredEntityData<FileEvidenceRow> {
  return { tenantId, ...rest, attachedAt: momentOf(attachedAt) };
}
