import type { PublicationProfile } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'PublicationProfileRow',
  tableName: 'publication_profile',
  rowLevelSecurity: 'force',
  policies: withParent('campaign', 'parent.id = publication_profile.campaign_id'),
  properties: {
    tenantId: tenantKey(),
    campaignId: uuidKey(),
    version: p.integer().primary(),
    fields: p.json<PublicationProfile>(),
    setAt: moment(),
    setBy: p.uuid(),
  },
});

/** What a campaign shows of its children, version by version; the last one holds. */
export class PublicationProfileRow extends schema.class {}
schema.setClass(PublicationProfileRow);
