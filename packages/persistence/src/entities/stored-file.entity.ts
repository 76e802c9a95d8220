import { fileKinds, fileTypes } from '@khuyenhoc/application';
import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, path, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withinRangeOrAboveUnlessAbout } from './policies.ts';

const schema = defineEntity({
  name: 'StoredFileRow',
  tableName: 'stored_file',
  indexes: [{ name: 'stored_file_person', properties: ['tenantId', 'personId'] }],
  // The same bytes of one kind about one subject are one file. An erased file has no commitment and stands in nobody's way.
  uniques: [{ name: 'stored_file_once', properties: ['tenantId', 'associationId', 'kind', 'commitment'] }],
  rowLevelSecurity: 'force',
  policies: withinRangeOrAboveUnlessAbout('person_id'),
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    associationId: p.text(),
    path: path(),
    kind: p.enum(fileKinds).columnType('text'),
    personId: p.uuid().nullable(),
    /** The file's own key; null when it lies under the person's, or was erased. */
    wrappedKey: sealedBytes().nullable(),
    commitment: hash().nullable(),
    type: p.enum(fileTypes).columnType('text'),
    sizeBytes: p.integer(),
    /** Encrypted, whole, at most 1 GB, which is what PostgreSQL keeps in one value; the server's own limit lies far below. */
    content: sealedBytes().nullable().lazy(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
    erasedAt: moment().nullable(),
  },
});

/** A file, encrypted. Only its erasure ever changes it. */
export class StoredFileRow extends schema.class {}
schema.setClass(StoredFileRow);
