import { defineEntity, p } from '@mikro-orm/core';
import { tenantKey } from './columns.ts';
import { withParentInRange } from './policies.ts';
import { awardStates } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'AwardTotalRow',
  tableName: 'award_total',
  rowLevelSecurity: 'force',
  policies: withParentInRange('association', 'parent.id = award_total.association_id'),
  properties: {
    tenantId: tenantKey(),
    campaignId: p.uuid().primary(),
    associationId: p.text().collation('C').primary(),
    state: p.enum(awardStates).columnType('text').primary(),
    outcome: p.text().primary(),
    awards: p.integer(),
    amountVnd: p.bigint('bigint'),
  },
});

/**
 * How many awards of an association stand in a state of a campaign, and their đồng. Kept by whatever writes awards, as differences;
 * it names the association and no path, so that a reform rewrites nothing here.
 */
export class AwardTotalRow extends schema.class {}
schema.setClass(AwardTotalRow);
