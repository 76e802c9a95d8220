import type { Digest } from '@khuyenhoc/audit';
import { canonicalJson } from '@khuyenhoc/kernel';
import type { AwardDecision } from './award.ts';

/** A decision as it stands in an event: amounts as digits, short keys. */
export function decisionToCanonical(decision: AwardDecision) {
  return {
    ruleSet: decision.ruleSetHash,
    outcome: decision.outcome,
    failedClauses: [...decision.failedClauses],
    items: decision.items.map((item) => ({ ...item, quantity: item.quantity.toString() })),
    pool: decision.pool,
    facts: decision.factsCommitment,
    receipt: decision.receiptCommitment,
  };
}

/** What an approval binds to: any change of facts, receipt, items or rules gives another hash. */
export function contentHashOf(decision: AwardDecision, digest: Digest): string {
  return digest(canonicalJson(decisionToCanonical(decision)));
}
