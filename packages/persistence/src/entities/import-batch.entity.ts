import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, path, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'ImportBatchRow',
  tableName: 'import_batch',
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    campaignId: p.uuid().nullable(),
    path: path(),
    uploadedBy: p.uuid(),
    mandateId: p.uuid(),
    /** In clear only in rows of an older version, until they are sealed when this one is installed. */
    fileName: p.text().nullable(),
    /** The name of the file, encrypted: it often says whose list it is. */
    sealedName: sealedBytes().nullable(),
    /** SHA-256 of the file's bytes. */
    fileHash: hash(),
    wrappedKey: sealedBytes(),
    /** The file as uploaded, encrypted. */
    content: sealedBytes(),
    state: p.enum(['uploaded', 'previewed', 'confirmed', 'running', 'done', 'refused']).columnType('text'),
    allOrNothing: p.boolean(),
    rows: p.integer(),
    faultyRows: p.integer(),
    doneRows: p.integer(),
    createdAt: moment(),
    finishedAt: moment().nullable(),
  },
});

/** An uploaded list of nominees on its way: previewed, confirmed, then taken in by one job. */
export class ImportBatchRow extends schema.class {}
schema.setClass(ImportBatchRow);
