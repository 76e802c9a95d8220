import { err, ok, present, type CampaignId, type Result, type TenantId } from '@khuyenhoc/kernel';
import type { RuleModuleRegistry } from '@khuyenhoc/rules';
import type { CampaignPlan, CampaignPlans, RuleSetUnusable } from '../ports/campaign-plans.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { readRuleSetNamed } from '../rules/publish-rule-set.ts';
import { forgetOldest } from './forget-oldest.ts';
import { readWorkflow } from './load-workflow.ts';

type FoundPlan = Result<CampaignPlan, RuleSetUnusable>;

/** Loads plans through the unit of work and keeps them, since a campaign's plan is fixed from its draft on. Bounded: the oldest go first. */
export function createCampaignPlanCache(
  deps: { readonly unitOfWork: UnitOfWork; readonly modules: RuleModuleRegistry },
  limit: number,
): CampaignPlans {
  const kept = new Map<string, FoundPlan>();
  return {
    async load(tenantId, ids) {
      const missing = ids.filter((id) => !kept.has(`${tenantId} ${id}`));
      if (missing.length > 0) {
        for (const [id, plan] of await readPlans(deps, tenantId, missing)) kept.set(`${tenantId} ${id}`, plan);
      }
      const found = new Map<CampaignId, FoundPlan>();
      for (const id of ids) {
        const plan = kept.get(`${tenantId} ${id}`);
        if (plan !== undefined) found.set(id, plan);
      }
      forgetOldest(kept, limit);
      return found;
    },
  };
}

async function readPlans(
  deps: { readonly unitOfWork: UnitOfWork; readonly modules: RuleModuleRegistry },
  tenantId: TenantId,
  ids: readonly CampaignId[],
): Promise<ReadonlyMap<CampaignId, FoundPlan>> {
  return deps.unitOfWork.run(tenantId, async ({ campaigns, sources }) => {
    const found = await campaigns.findByIds(ids);
    const ruleSets = await sources.findRuleSets([...new Set(found.map((one) => one.ruleSetHash))]);
    const workflows = await sources.findWorkflows([...new Set(found.map((one) => one.workflowHash))]);
    return new Map(
      found.map(({ id, ruleSetHash: hash, workflowHash, schoolYear, referenceDate }): [CampaignId, FoundPlan] => {
        const record = present(
          ruleSets.find((one) => one.hash === hash),
          'the rule set of a campaign',
        );
        const workflow = present(
          workflows.find((one) => one.hash === workflowHash),
          'the workflow of a campaign',
        );
        const ruleSet = readRuleSetNamed(tenantId, hash, record.source, deps.modules);
        if (!ruleSet.ok) return [id, err({ code: 'RULE_SET_UNUSABLE', hash })];
        const plan = { campaignId: id, schoolYear, referenceDate, workflow: readWorkflow(workflow.source) };
        return [id, ok({ ...plan, ruleSet: ruleSet.value })];
      }),
    );
  });
}
