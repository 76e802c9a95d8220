import { AllotmentPlan } from '@khuyenhoc/domain';
import type { CampaignId } from '@khuyenhoc/kernel';
import type { WriterPlan, WriterPlans } from '../ports/campaign-plans.ts';
import type { StoredPlan } from '../ports/award-batches.ts';
import { forgetOldest } from './forget-oldest.ts';
import { readWorkflow } from './load-workflow.ts';

/**
 * Keeps what the writer needs of campaigns, each at the version it was read at: the batch holds the campaign's row while it asks,
 * so what is of the row's version is of now. The rules are no part of it: whoever pays does not wait for a module that is missing
 * here. Bounded: the oldest go first.
 */
export function createWriterPlanCache(limit: number): WriterPlans {
  const kept = new Map<string, WriterPlan>();
  return {
    async load(tenantId, campaigns, batch) {
      const keyOf = (id: CampaignId) => `${tenantId} ${id} ${campaigns.get(id)?.version}`;
      const missing = [...campaigns.keys()].filter((id) => !kept.has(keyOf(id)));
      if (missing.length > 0) {
        for (const stored of await batch.readPlans(missing)) kept.set(keyOf(stored.campaignId), planOf(stored));
      }
      const found = [...campaigns.keys()].flatMap((id) => kept.get(keyOf(id)) ?? []);
      forgetOldest(kept, limit);
      return new Map(found.map((plan) => [plan.campaignId, plan]));
    },
  };
}

function planOf({ campaignId, workflowHash, workflowSource, allotments }: StoredPlan): WriterPlan {
  return {
    campaignId,
    workflow: readWorkflow(workflowSource),
    workflowHash,
    allotments: new AllotmentPlan(allotments),
  };
}
