import { erasureReasons } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { moment, tenantKey, uuidKey } from './columns.ts';
import { ofWriter } from './policies.ts';

const schema = defineEntity({
  name: 'ErasureRow',
  tableName: 'erasure',
  rowLevelSecurity: 'force',
  policies: ofWriter,
  properties: {
    tenantId: tenantKey(),
    personId: uuidKey(),
    reason: p.enum(erasureReasons).columnType('text'),
    actId: p.uuid().nullable(),
    erasedAt: moment(),
    /** Null when it was applied again to a restored backup, by who runs the server. */
    erasedBy: p.uuid().nullable(),
  },
});

/** That a person was erased: an opaque id, to be erased again when an older backup is restored. */
export class ErasureRow extends schema.class {}
schema.setClass(ErasureRow);
