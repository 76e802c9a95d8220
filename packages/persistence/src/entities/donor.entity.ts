import { defineEntity, p } from '@mikro-orm/core';
import { path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'DonorRow',
  tableName: 'donor',
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    path: path(),
    displayName: p.text().nullable(),
  },
});

/** Who gives. An anonymous donor has no name anywhere. */
export class DonorRow extends schema.class {}
schema.setClass(DonorRow);
