import type { PublishedChild } from '@khuyenhoc/domain';
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
    /** The child as its campaign's profile and its consents allow; null in what was published before there were profiles. */
    child: p.json<PublishedChild>().nullable(),
  },
});

/** What the public may read of an award: the unit, the amount, and of the child what is masked or was agreed to. */
export class PublishedAwardRow extends schema.class {}
schema.setClass(PublishedAwardRow);
