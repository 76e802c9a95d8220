import { defineEntity, p } from '@mikro-orm/core';
import { hash, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'ImportRowRow',
  tableName: 'import_row',
  indexes: [{ name: 'import_row_match', properties: ['tenantId', 'matchKey'] }],
  rowLevelSecurity: 'force',
  policies: withParent('import_batch', 'parent.id = import_row.import_id'),
  properties: {
    tenantId: tenantKey(),
    importId: uuidKey(),
    rowNumber: p.integer().primary(),
    values: sealedBytes(),
    /** Codes of what is wrong with the row, with the column; no values. */
    faults: p.json<readonly { readonly code: string; readonly column: string }[]>(),
    state: p.enum(['good', 'faulty', 'done', 'refused']).columnType('text'),
    awardId: p.uuid().nullable(),
    refusal: p.text().nullable(),
    /** Blind index of the child that a good row names, so that it is found when that child is erased. */
    matchKey: hash().nullable(),
  },
});

/** One row of an uploaded list: its values encrypted, what is wrong with it, and the award it became. */
export class ImportRowRow extends schema.class {}
schema.setClass(ImportRowRow);
