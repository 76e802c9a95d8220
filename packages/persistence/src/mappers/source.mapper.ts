import type { RuleSetRecord, WorkflowRecord } from '@khuyenhoc/application';
import type { AssociationId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { RuleSetVersionRow } from '../entities/rule-set-version.entity.ts';
import type { WorkflowTemplateRow } from '../entities/workflow-template.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { instantFrom, momentOf } from './moments.ts';

/** A published rule set as its row. */
export function ruleSetToRow(tenantId: TenantId, ruleSet: RuleSetRecord): RequiredEntityData<RuleSetVersionRow> {
  return { tenantId, ...ruleSet, hash: bytesOf(ruleSet.hash), publishedAt: momentOf(ruleSet.publishedAt) };
}

/** A published rule set from its row. */
export function ruleSetFromRow(row: RuleSetVersionRow): RuleSetRecord {
  return {
    hash: hex(row.hash),
    id: row.id,
    version: row.version,
    associationId: row.associationId as AssociationId,
    source: row.source,
    publishedAt: instantFrom(row.publishedAt),
    publishedBy: row.publishedBy as PersonId,
  };
}

/** A published workflow template as its row. */
export function workflowToRow(tenantId: TenantId, workflow: WorkflowRecord): RequiredEntityData<WorkflowTemplateRow> {
  return { tenantId, ...workflow, hash: bytesOf(workflow.hash), publishedAt: momentOf(workflow.publishedAt) };
}

/** A published workflow template from its row. */
export function workflowFromRow(row: WorkflowTemplateRow): WorkflowRecord {
  return { hash: hex(row.hash), code: row.code, source: row.source, publishedAt: instantFrom(row.publishedAt) };
}
