import { defineEntity } from '@mikro-orm/core';
import { day, tenantKey } from './columns.ts';
import { ofTenant } from './policies.ts';

const schema = defineEntity({
  name: 'BookRow',
  tableName: 'book',
  rowLevelSecurity: 'force',
  policies: ofTenant,
  properties: {
    tenantId: tenantKey(),
    closedThrough: day().nullable(),
  },
});

/** The books of a tenant: the last day of the last closed period. */
export class BookRow extends schema.class {}
schema.setClass(BookRow);
