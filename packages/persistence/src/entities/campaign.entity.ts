import { defineEntity, p } from '@mikro-orm/core';
import { day, hash, moment, path, tenantKey, uuidKey } from './columns.ts';
import { withinRangeOrAbove } from './policies.ts';
import { campaignStates } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'CampaignRow',
  tableName: 'campaign',
  indexes: [{ name: 'campaign_path', properties: ['tenantId', 'path', 'id'] }],
  rowLevelSecurity: 'force',
  policies: withinRangeOrAbove,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    associationId: p.text(),
    path: path(),
    title: p.text(),
    schoolYear: p.text(),
    referenceDate: day(),
    state: p.enum(campaignStates).columnType('text'),
    version: p.integer(),
    head: hash().nullable(),
    ruleSetHash: hash(),
    workflowHash: hash(),
    createdAt: moment(),
  },
});

/** One round of a program in a school year. */
export class CampaignRow extends schema.class {}
schema.setClass(CampaignRow);
