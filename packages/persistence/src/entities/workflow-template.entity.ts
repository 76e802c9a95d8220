import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey } from './columns.ts';
import { ofTenant } from './policies.ts';

const schema = defineEntity({
  name: 'WorkflowTemplateRow',
  tableName: 'workflow_template',
  rowLevelSecurity: 'force',
  policies: ofTenant,
  properties: {
    tenantId: tenantKey(),
    hash: hash().primary(),
    code: p.text(),
    /** Canonical JSON. */
    source: p.text(),
    publishedAt: moment(),
  },
});

/** A published workflow template, named by its hash and never changed. */
export class WorkflowTemplateRow extends schema.class {}
schema.setClass(WorkflowTemplateRow);
