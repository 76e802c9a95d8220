import type { Association } from '@khuyenhoc/domain';
import { present } from '@khuyenhoc/kernel';
import { evaluateRuleSet, failedClauseCodes, parseFacts, type Digest } from '@khuyenhoc/rules';
import { withCampaignFacts } from '../awards/judge-nominee.ts';
import type { CampaignPlan } from '../ports/campaign-plans.ts';
import type { CheckedRow } from './check-row.ts';

/** What the rules say of a list's good rows, counted. */
export interface OutcomeForecast {
  readonly eligible: number;
  readonly ineligible: number;
  readonly undecidable: number;
  readonly blocked: number;
  /** Rows by the clause that stands in their way, most frequent first; a row may count under several. */
  readonly byClause: readonly ClauseCount[];
}

export interface ClauseCount {
  readonly clause: string;
  readonly rows: number;
}

/** Other requests get their turn after so many rows. */
const rowsAtATime = 50;

/** Judges the good rows as a nomination would, without keeping anything. */
export async function forecastOutcomes(
  digest: Digest,
  plan: CampaignPlan,
  rows: readonly CheckedRow[],
  associations: readonly Association[],
): Promise<OutcomeForecast> {
  const byId = new Map(associations.map((one) => [one.id, one]));
  const counts = { eligible: 0, ineligible: 0, undecidable: 0, blocked: 0 };
  const clauses = new Map<string, number>();
  let judged = 0;
  for (const { nomination } of rows) {
    if (nomination === null) continue;
    const unit = present(byId.get(nomination.associationId), 'the unit of a row');
    const parsed = parseFacts(nomination.facts);
    const facts = present(parsed.ok ? parsed.value : null, 'the facts of a checked row');
    const receipt = evaluateRuleSet({
      ruleSet: plan.ruleSet,
      facts: withCampaignFacts(facts, plan, unit.path, byId),
      referenceDate: plan.referenceDate,
      digest,
    });
    counts[receipt.outcome] += 1;
    for (const code of failedClauseCodes(receipt)) clauses.set(code, (clauses.get(code) ?? 0) + 1);
    judged += 1;
    if (judged % rowsAtATime === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const byClause = [...clauses]
    .map(([clause, count]) => ({ clause, rows: count }))
    .toSorted((left, right) => right.rows - left.rows);
  return { ...counts, byClause };
}
