import type { PublicationProfile } from '@khuyenhoc/domain';
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
    /** How its children are shown, as it was when it was published. */
    profile: p.json<PublicationProfile>().nullable(),
    profileVersion: p.integer().default(0),
  },
});

/** What the public may read of a campaign. */
export class PublishedCampaignRow extends schema.class {}
schema.setClass(PublishedCampaignRow);
