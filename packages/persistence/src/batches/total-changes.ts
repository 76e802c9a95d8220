import { amountOf, type Award, type AwardState, type Outcome } from '@khuyenhoc/domain';
import type { AssociationId, AwardId, CampaignId } from '@khuyenhoc/kernel';

/** By how much a line of the totals changes: below zero where awards leave a state. */
export interface TotalChange {
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly state: AwardState;
  readonly outcome: Outcome;
  readonly awards: number;
  readonly amountVnd: bigint;
}

/** The changes of the totals that come of awards as they stand now, against what they were; null for one that was not there. */
export function totalChanges(
  after: readonly Award[],
  before: ReadonlyMap<AwardId, Award | null>,
): readonly TotalChange[] {
  const lines = new Map<string, TotalChange>();
  const count = (award: Award, sign: 1 | -1): void => {
    const { campaignId, associationId, state, decision } = award;
    const key = `${campaignId} ${associationId} ${state} ${decision.outcome}`;
    const line = lines.get(key);
    lines.set(key, {
      campaignId,
      associationId,
      state,
      outcome: decision.outcome,
      awards: (line?.awards ?? 0) + sign,
      amountVnd: (line?.amountVnd ?? 0n) + BigInt(sign) * amountOf(decision.items),
    });
  };
  for (const award of after) {
    const was = before.get(award.id) ?? null;
    if (was !== null) count(was, -1);
    count(award, 1);
  }
  return [...lines.values()].filter(({ awards, amountVnd }) => awards !== 0 || amountVnd !== 0n);
}
