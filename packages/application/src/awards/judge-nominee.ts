import type { Association, AwardDecision, Path, SealedValue } from '@khuyenhoc/domain';
import { nearestFirst } from '@khuyenhoc/domain';
import { canonicalJson, type AssociationId } from '@khuyenhoc/kernel';
import {
  evaluateRuleSet,
  factsToCanonical,
  failedClauseCodes,
  receiptToCanonical,
  type CampaignFacts,
  type DecisionReceipt,
  type Digest,
  type Fact,
  type Facts,
} from '@khuyenhoc/rules';
import type { CampaignPlan } from '../ports/campaign-plans.ts';
import type { Vault, WrappedKey } from '../ports/vault.ts';

/** A nominee's decision, ready for a command: short and impersonal for the event, whole and sealed beside it. */
export interface Judgement {
  readonly receipt: DecisionReceipt;
  readonly decision: AwardDecision;
  readonly sealed: readonly SealedValue[];
}

/** Judges facts by a campaign's rules and seals what is personal. Done before a command is queued, never under a lock. */
export function judgeNominee(
  deps: { readonly vault: Vault; readonly digest: Digest },
  plan: CampaignPlan,
  facts: Facts,
  key: WrappedKey,
): Judgement {
  const receipt = evaluateRuleSet({
    ruleSet: plan.ruleSet,
    facts,
    referenceDate: plan.referenceDate,
    digest: deps.digest,
  });
  const sealedFacts = deps.vault.seal(key, 'facts', canonicalJson(factsToCanonical(facts)));
  const sealedReceipt = deps.vault.seal(key, 'receipt', canonicalJson(receiptToCanonical(receipt)));
  return {
    receipt,
    decision: {
      ruleSetHash: plan.ruleSet.hash,
      outcome: receipt.outcome,
      failedClauses: failedClauseCodes(receipt),
      items: receipt.items
        .map((item) => ({ ...item, quantity: BigInt(item.quantity) }))
        .map(({ source, commodity, quantity }) => ({ source, commodity, quantity })),
      pool: receipt.place?.pool ?? null,
      factsCommitment: sealedFacts.commitment,
      receiptCommitment: sealedReceipt.commitment,
    },
    sealed: [sealedFacts, sealedReceipt],
  };
}

/**
 * The facts with what the campaign and the register know: the school year, and the classes of the nominee's unit or of the
 * nearest unit above it that has one. These are never taken from a nomination.
 */
export function withCampaignFacts(
  facts: Facts,
  plan: CampaignPlan,
  unit: Path,
  associations: ReadonlyMap<AssociationId, Association>,
): Facts {
  const above = nearestFirst(unit).flatMap((id) => associations.get(id) ?? []);
  const classed = above.find((one) => one.areaClass !== null);
  const unitClass = above.find((one) => one.unitClass !== null)?.unitClass ?? null;
  const campaign: CampaignFacts = {
    schoolYear: known(plan.schoolYear),
    ...(unitClass === null ? {} : { unitClass: known(unitClass) }),
    areaClasses:
      classed?.areaClass === undefined || classed.areaClass === null
        ? []
        : [known({ areaClass: classed.areaClass, from: classed.foundedOn, to: null })],
  };
  return { ...facts, campaign };
}

function known<Value>(value: Value): Fact<Value> {
  return { value, provenance: { source: 'register' } };
}
