import { defineEntity, p } from '@mikro-orm/core';
import { day, path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'AllotmentRow',
  tableName: 'allotment',
  indexes: [{ name: 'allotment_campaign', properties: ['tenantId', 'campaignId'] }],
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    campaignId: p.uuid(),
    path: path(),
    commodity: p.text(),
    code: p.text(),
    associationId: p.text().nullable(),
    /** What it was given at publication. */
    allotted: p.bigint('bigint'),
    /** Where that comes from: the fund's account for money, the outside account for places. */
    fromAccountId: p.uuid(),
    availableAccountId: p.uuid(),
    reservedAccountId: p.uuid(),
    spentAccountId: p.uuid(),
    /** The day its unit's successor took over what nobody was promised; it counts for no nomination any more. */
    handedOverOn: day().nullable(),
  },
});

/** What a campaign was given of one commodity from one source, or for one unit. */
export class AllotmentRow extends schema.class {}
schema.setClass(AllotmentRow);
