import { canonicalJson, type CalendarDate } from '@khuyenhoc/kernel';
import { withoutRemedies } from './build-clause.ts';
import type { DecisionReceipt } from './decision-receipt.ts';
import type { Digest } from './digest.ts';
import { factsToCanonical, type Facts } from './facts.ts';
import { judge, type OnFault, type Purpose } from './judge.ts';
import type { CheckedRuleSet } from './rule-set.ts';
import { smallestChange } from './smallest-change.ts';

/** A nominee's facts and what they are judged by. */
export interface Evaluation {
  readonly ruleSet: CheckedRuleSet;
  readonly facts: Facts;
  readonly referenceDate: CalendarDate;
  readonly digest: Digest;
  /** "new" unless told. */
  readonly purpose?: Purpose;
  readonly onFault?: OnFault;
}

/**
 * Judges one nominee and writes the receipt. It never throws for data: a module that throws or answers nonsense makes the
 * case undecidable, with a clause that sends it to a person.
 */
export function evaluateRuleSet(evaluation: Evaluation): DecisionReceipt {
  const { ruleSet, facts, referenceDate, digest, purpose = 'new', onFault = () => undefined } = evaluation;
  const subject = { ruleSet, facts, referenceDate, purpose, onFault };
  const judgement = judge(subject);
  const { id, version } = ruleSet.ruleSet;
  return {
    format: 'receipt@1',
    ruleSet: { id, version, hash: ruleSet.hash },
    modules: ruleSet.modules,
    referenceDate,
    factsHash: digest(canonicalJson(factsToCanonical(facts))),
    ...judgement,
    clauses: judgement.clauses.map(withoutRemedies),
    ...smallestChange(subject, judgement),
  };
}
