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
  ],
  rowLevelSecurity: 'force',
  policies: withParent('account', 'parent.id in (transfer.debit, transfer.credit)'),
  properties: {
    tenantId: tenantKey(),
    groupId: uuidKey(),
    line: p.smallint().primary(),
    kind: p.enum(transferKinds).columnType('text'),
    commodity: p.text(),
    debit: p.uuid(),
    credit: p.uuid(),
    quantity: p.bigint('bigint'),
    effectiveOn: day(),
    recordedAt: moment(),
    reversesGroupId: p.uuid().nullable(),
  },
});

/** A transfer of the ledger, never changed. */
export class TransferRow extends schema.class {}
schema.setClass(TransferRow);
