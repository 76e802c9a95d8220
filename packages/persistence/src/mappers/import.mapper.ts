import type { ImportRecord, ImportRowRecord } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import type { AwardId, CampaignId, ImportId, MandateId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { ImportBatchRow } from '../entities/import-batch.entity.ts';
import type { ImportRowRow } from '../entities/import-row.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { instantFrom, momentOf } from './moments.ts';

/** An uploaded list as its row. */
export function importToRow(tenantId: TenantId, batch: ImportRecord) {
  const { key, name, fileHash, createdAt, finishedAt, ...rest } = batch;
  return {
    tenantId,
    ...rest,
    wrappedKey: key,
    fileName: null,
    sealedName: name,
    fileHash: bytesOf(fileHash),
    createdAt: momentOf(createdAt),
    finishedAt: finishedAt === null ? null : momentOf(finishedAt),
  } satisfies RequiredEntityData<ImportBatchRow>;
}

/** An uploaded list from its row. */
export function importFromRow(row: ImportBatchRow): ImportRecord {
  const { finishedAt = null } = row;
  return {
    id: row.id as ImportId,
    campaignId: (row.campaignId ?? null) as CampaignId | null,
    path: parsePath(row.path),
    uploadedBy: row.uploadedBy as PersonId,
    mandateId: row.mandateId as MandateId,
    name: row.sealedName ?? new Uint8Array(),
    fileHash: hex(row.fileHash),
    key: row.wrappedKey,
    content: row.content,
    state: row.state,
    allOrNothing: row.allOrNothing,
    rows: row.rows,
    faultyRows: row.faultyRows,
    doneRows: row.doneRows,
    createdAt: instantFrom(row.createdAt),
    finishedAt: finishedAt === null ? null : instantFrom(finishedAt),
  };
}

/** A row of an uploaded list as its own row. */
export function importRowToRow(tenantId: TenantId, row: ImportRowRecord) {
  const { matchKey, ...rest } = row;
  return {
    tenantId,
    ...rest,
    matchKey: matchKey === null ? null : bytesOf(matchKey),
  } satisfies RequiredEntityData<ImportRowRow>;
}

/** A row of an uploaded list from its row. */
export function importRowFromRow(row: ImportRowRow): ImportRowRecord {
  return {
    importId: row.importId as ImportId,
    rowNumber: row.rowNumber,
    values: row.values,
    faults: row.faults,
    state: row.state,
    awardId: (row.awardId ?? null) as AwardId | null,
    refusal: row.refusal ?? null,
    matchKey: row.matchKey === null || row.matchKey === undefined ? null : hex(row.matchKey),
  };
}
