import type { SourceRepository } from '@khuyenhoc/application';
import { RuleSetActRow } from '../entities/rule-set-act.entity.ts';
import { RuleSetVersionRow } from '../entities/rule-set-version.entity.ts';
import { WorkflowTemplateRow } from '../entities/workflow-template.entity.ts';
import { hashesOf } from '../mappers/bytes.ts';
import { ruleSetFromRow, ruleSetToRow, workflowFromRow, workflowToRow } from '../mappers/source.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** Published rule sets and workflow templates through MikroORM. */
export function createSourceRepository({ em, tenantId }: WorkContext): SourceRepository {
  return {
    addRuleSet(ruleSet, actIds) {
      const row = em.create(RuleSetVersionRow, ruleSetToRow(tenantId, ruleSet));
      em.persist(row);
      for (const actId of actIds) em.persist(em.create(RuleSetActRow, { tenantId, actId, hash: row.hash }));
    },
    async findRuleSets(hashes) {
      const rows = await em.find(RuleSetVersionRow, { tenantId, hash: { $in: [...hashesOf(hashes)] } });
      return rows.map(ruleSetFromRow);
    },
    async latestRuleSetVersion(id) {
      const latest = await em.findOne(RuleSetVersionRow, { tenantId, id }, { orderBy: { version: 'desc' } });
      return latest?.version ?? 0;
    },
    async findRuleSetVersion(id, version) {
      const row = await em.findOne(RuleSetVersionRow, { tenantId, id, version });
      return row === null ? null : ruleSetFromRow(row);
    },
    async addWorkflow(workflow) {
      // Named by its hash: whoever published it before published the same.
      await em.upsert(WorkflowTemplateRow, workflowToRow(tenantId, workflow), {
        onConflictFields: ['tenantId', 'hash'],
        onConflictAction: 'ignore',
      });
    },
    async findWorkflowByCode(code) {
      const row = await em.findOne(
        WorkflowTemplateRow,
        { tenantId, code },
        { orderBy: { publishedAt: 'desc', hash: 'asc' } },
      );
      return row === null ? null : workflowFromRow(row);
    },
    async findWorkflows(hashes) {
      const rows = await em.find(WorkflowTemplateRow, { tenantId, hash: { $in: [...hashesOf(hashes)] } });
      return rows.map(workflowFromRow);
    },
  };
}
