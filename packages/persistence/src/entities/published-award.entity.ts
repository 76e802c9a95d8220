import { defineEntity, p } from '@mikro-orm/core';
import { tenantKey, uuidKey } from './columns.ts';
import { published } from './policies.ts';

const schema = defineEntity({
  name: 'PublishedAwardRow',
  tableName: 'published_award',
  rowLevelSecurity: 'force',
  policies: published,
  properties: {
    tenantId: tenantKey(),
    campaignId: uuidKey(),
    awardId: uuidKey(),
    associationName: p.text(),
    amountVnd: p.bigint('bigint'),
    state: p.text(),
  },
});

/** What the public may read of an award: no name, no reason, no school. */
export class PublishedAwardRow extends schema.class {}
schema.setClass(PublishedAwardRow);
