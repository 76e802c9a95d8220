import type { Digest } from '@khuyenhoc/audit';
import type { CrossingPlan } from '@khuyenhoc/domain';
import { canonicalJson } from '@khuyenhoc/kernel';
import type { CrossingSummary } from '../ports/tenants.ts';

/** What a plan carries over, in numbers. */
export function summaryOf(plan: CrossingPlan): CrossingSummary {
  const byState = Map.groupBy(plan.awards, ({ from }) => from.state);
  const moved = new Map<string, bigint>();
  for (const { commodity, quantity } of plan.moves) moved.set(commodity, (moved.get(commodity) ?? 0n) + quantity);
  return {
    associations: plan.associations.length,
    funds: plan.funds.length,
    campaigns: plan.campaigns.length,
    awards: Object.fromEntries([...byState].map(([state, awards]) => [state, awards.length])),
    people: plan.people.size,
    mandatesEnded: plan.endedMandates.length,
    moved: Object.fromEntries([...moved].map(([commodity, quantity]) => [commodity, quantity.toString()])),
  };
}

/** Names a summary, so that both sides are seen to keep the same one. */
export function summaryHashOf(summary: CrossingSummary, digest: Digest): string {
  return digest(canonicalJson({ ...summary, awards: { ...summary.awards }, moved: { ...summary.moved } }));
}
