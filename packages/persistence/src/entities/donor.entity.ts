import { defineEntity, p } from '@mikro-orm/core';
import { path, sealedBytes, tenantKey, uuidKey } from './columns.ts';
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
    /** The name of a donor who wishes to be named to everybody; of no other. */
    displayName: p.text().nullable(),
    /** False beside a name in clear: an older version wrote it, and it is sealed when this one is installed. */
    isNamed: p.boolean().default(false),
    /** Of a donor who gave a name for the receipt alone: a key of its own, and the name under it. */
    wrappedKey: sealedBytes().nullable(),
    sealedName: sealedBytes().nullable(),
  },
});

/** Who gives. An anonymous donor has no name anywhere. */
export class DonorRow extends schema.class {}
schema.setClass(DonorRow);
