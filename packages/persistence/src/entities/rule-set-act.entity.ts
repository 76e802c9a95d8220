import { defineEntity } from '@mikro-orm/core';
import { hash, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'RuleSetActRow',
  tableName: 'rule_set_act',
  rowLevelSecurity: 'force',
  policies: withParent('rule_set_version', 'parent.hash = rule_set_act.hash'),
  properties: {
    tenantId: tenantKey(),
    actId: uuidKey(),
    hash: hash().primary(),
  },
});

/** An act that a published rule set names as its legal basis: what its canonical text says, found from the act's side. */
export class RuleSetActRow extends schema.class {}
schema.setClass(RuleSetActRow);
