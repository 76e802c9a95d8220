import { AllotmentPlan } from '@khuyenhoc/domain';
import { present, type CampaignId, type TenantId } from '@khuyenhoc/kernel';
import type { RuleModuleRegistry } from '@khuyenhoc/rules';
import type { CampaignPlan, CampaignPlans } from '../ports/campaign-plans.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { readRuleSetNamed } from '../rules/publish-rule-set.ts';
import { readWorkflow } from './load-workflow.ts';

/** A campaign that stopped making sense here: its rule set was published with modules that this server does not have. */
export class PlanUnusable extends Error {
  override readonly name = 'PlanUnusable';
}

/** Loads plans through the unit of work and keeps them, since a campaign's plan is fixed from its draft on. Bounded: the oldest go first. */
export function createCampaignPlanCache(
  deps: { readonly unitOfWork: UnitOfWork; readonly modules: RuleModuleRegistry },
  limit: number,
): CampaignPlans {
  const kept = new Map<string, CampaignPlan>();
  return {
    async load(tenantId, ids) {
      const missing = ids.filter((id) => !kept.has(`${tenantId} ${id}`));
      if (missing.length > 0) {
        for (const plan of await readPlans(deps, tenantId, missing)) kept.set(`${tenantId} ${plan.campaignId}`, plan);
      }
      const found = ids.flatMap((id) => kept.get(`${tenantId} ${id}`) ?? []);
      for (const key of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(key);
      }
      return new Map(found.map((plan) => [plan.campaignId, plan]));
    },
  };
}

async function readPlans(
  deps: { readonly unitOfWork: UnitOfWork; readonly modules: RuleModuleRegistry },
  tenantId: TenantId,
  ids: readonly CampaignId[],
): Promise<readonly CampaignPlan[]> {
  return deps.unitOfWork.run(tenantId, async ({ campaigns, sources }) => {
    const found = await campaigns.findByIds(ids);
    const ruleSets = await sources.findRuleSets([...new Set(found.map((one) => one.ruleSetHash))]);
    const workflows = await sources.findWorkflows([...new Set(found.map((one) => one.workflowHash))]);
    const allotments = Map.groupBy(await campaigns.allotmentsOf(ids), (one) => one.campaignId);
    return found.map((campaign): CampaignPlan => {
      const record = present(
        ruleSets.find((one) => one.hash === campaign.ruleSetHash),
        'the rule set of a campaign',
      );
      const workflow = present(
        workflows.find((one) => one.hash === campaign.workflowHash),
        'the workflow of a campaign',
      );
      const ruleSet = readRuleSetNamed(tenantId, record.hash, record.source, deps.modules);
      if (!ruleSet.ok) throw new PlanUnusable(`rule set ${record.hash} cannot be read: ${ruleSet.error.code}`);
      return {
        campaignId: campaign.id,
        schoolYear: campaign.schoolYear,
        referenceDate: campaign.referenceDate,
        workflow: readWorkflow(workflow.source),
        workflowHash: workflow.hash,
        ruleSet: ruleSet.value,
        allotments: new AllotmentPlan(allotments.get(campaign.id) ?? []),
      };
    });
  });
}
