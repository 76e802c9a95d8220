import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'CampaignEventRow',
  tableName: 'campaign_event',
  rowLevelSecurity: 'force',
  policies: withParent('campaign', 'parent.id = campaign_event.campaign_id'),
  properties: {
    tenantId: tenantKey(),
    campaignId: uuidKey(),
    seq: p.integer().primary(),
    type: p.text(),
    at: moment(),
    /** RFC 8785 bytes, exactly as hashed. */
    bytes: p.text(),
    hash: hash(),
  },
});

/** An event of a campaign, never changed. */
export class CampaignEventRow extends schema.class {}
schema.setClass(CampaignEventRow);
