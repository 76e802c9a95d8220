import { defineEntity, p } from '@mikro-orm/core';
import { day, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'DonationRow',
  tableName: 'donation',
  indexes: [{ name: 'donation_fund', properties: ['tenantId', 'fundId', 'receivedOn', 'id'] }],
  uniques: [{ name: 'donation_receipt', properties: ['tenantId', 'fundId', 'receiptNumber'] }],
  checks: [{ name: 'donation_amount', expression: 'amount_vnd > 0' }],
  rowLevelSecurity: 'force',
  policies: withParent('fund', 'parent.id = donation.fund_id'),
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    fundId: p.uuid(),
    donorId: p.uuid(),
    amountVnd: p.bigint('bigint'),
    receivedOn: day(),
    receiptNumber: p.text(),
    earmark: p.text().nullable(),
    groupId: p.uuid(),
  },
});

/** A donation received. Its money is in the transfer group it names. */
export class DonationRow extends schema.class {}
schema.setClass(DonationRow);
