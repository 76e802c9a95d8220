import { defineEntity, p } from '@mikro-orm/core';
import { moment, tenantKey } from './columns.ts';
import { ofTenantAndAtTheGate } from './policies.ts';

const schema = defineEntity({
  name: 'TenantRow',
  tableName: 'tenant',
  rowLevelSecurity: 'force',
  policies: ofTenantAndAtTheGate,
  properties: {
    tenantId: tenantKey(),
    name: p.text(),
    createdAt: moment(),
  },
});

/** A network with one ledger and one log. The key that wraps its blind indexes is derived, never stored. */
export class TenantRow extends schema.class {}
schema.setClass(TenantRow);
