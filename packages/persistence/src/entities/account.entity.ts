import { defineEntity, p } from '@mikro-orm/core';
import { path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';
import { accountKinds } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'AccountRow',
  tableName: 'account',
  checks: [{ name: 'account_not_below_zero', expression: 'balance >= 0 or may_go_below_zero' }],
  indexes: [{ name: 'account_owner', properties: ['tenantId', 'owner'] }],
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    path: path(),
    commodity: p.text(),
    kind: p.enum(accountKinds).columnType('text'),
    owner: p.text(),
    balance: p.bigint('bigint').default(0n as never),
    mayGoBelowZero: p.boolean(),
  },
});

/** An account of the ledger: what it holds of one commodity. */
export class AccountRow extends schema.class {}
schema.setClass(AccountRow);
