import { defineEntity, p } from '@mikro-orm/core';
import { path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'FundRow',
  tableName: 'fund',
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    associationId: p.text(),
    path: path(),
    name: p.text(),
    legalForm: p.text(),
    /** The account that holds what is not allotted. */
    accountId: p.uuid(),
  },
});

/** Money that an association keeps for study promotion. */
export class FundRow extends schema.class {}
schema.setClass(FundRow);
