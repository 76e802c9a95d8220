import { defineEntity, p } from '@mikro-orm/core';
import { moment, tenantKey, uuidKey } from './columns.ts';
import { published } from './policies.ts';

const schema = defineEntity({
  name: 'PublishedCampaignRow',
  tableName: 'published_campaign',
  rowLevelSecurity: 'force',
  policies: published,
  properties: {
    tenantId: tenantKey(),
    campaignId: uuidKey(),
    title: p.text(),
    schoolYear: p.text(),
    awards: p.integer(),
    amountVnd: p.bigint('bigint'),
    publishedAt: moment(),
  },
});

/** What the public may read of a campaign. */
export class PublishedCampaignRow extends schema.class {}
schema.setClass(PublishedCampaignRow);
