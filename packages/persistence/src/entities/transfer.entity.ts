import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';
import { transferKinds } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'TransferRow',
  tableName: 'transfer',
  checks: [
    { name: 'transfer_quantity', expression: 'quantity > 0' },
    { name: 'transfer_moves', expression: 'debit <> credit' },
    { name: 'transfer_crosses', expression: "(kind = 'CROSSING') = (counterpart_tenant_id is not null)" },
  ],
  rowLevelSecurity: 'force',
  policies: withParent('account', 'parent.id in (transfer.debit, transfer.credit)'),
  properties: {
    tenantId: tenantKey(),
    groupId: uuidKey(),
    /** A crossing of tenants is one group of as many lines as there are accounts. */
    line: p.integer().primary(),
    kind: p.enum(transferKinds).columnType('text'),
    commodity: p.text(),
    debit: p.uuid(),
    credit: p.uuid(),
    quantity: p.bigint('bigint'),
    effectiveOn: day(),
    recordedAt: moment(),
    reversesGroupId: p.uuid().nullable(),
    /** The other tenant of a crossing, which has the same group and line. */
    counterpartTenantId: p.uuid().nullable(),
  },
});

/** A transfer of the ledger, never changed. */
export class TransferRow extends schema.class {}
schema.setClass(TransferRow);
