import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'RuleSetVersionRow',
  tableName: 'rule_set_version',
  uniques: [{ name: 'rule_set_version_number', properties: ['tenantId', 'id', 'version'] }],
  rowLevelSecurity: 'force',
  policies: withParent('association', 'parent.id = rule_set_version.association_id'),
  properties: {
    tenantId: tenantKey(),
    hash: hash().primary(),
    id: p.text(),
    version: p.integer(),
    /** Whose rule set it is; whoever sees the association sees it. Without one nobody does. */
    associationId: p.text().default(''),
    /** Canonical JSON. */
    source: p.text(),
    publishedAt: moment(),
    publishedBy: p.uuid(),
  },
});

/** A published version of a rule set, named by its hash and never changed. */
export class RuleSetVersionRow extends schema.class {}
schema.setClass(RuleSetVersionRow);
