import { err, ok, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import type { AllocationUnit, PlannedQuota } from './allocation-rule.ts';
import { plannedQuotasSchema } from './answer-schemas.ts';
import type { OnFault } from './judge.ts';
import { isInForce } from './legal-basis.ts';
import type { ParameterNotInForce } from './parameters.ts';
import type { CheckedRuleSet } from './rule-set.ts';

/** Why places could not be shared out. */
export type PlanRefusal =
  | { readonly code: 'LEGAL_BASIS_NOT_IN_FORCE'; readonly on: CalendarDate }
  | ParameterNotInForce
  | { readonly code: 'UNIT_REPEATED'; readonly associationId: string }
  | { readonly code: 'QUOTA_PLAN_FAULT'; readonly moduleId: string };

/** The units of a campaign, and the day on which their classes are read. */
export interface QuotaPlan {
  readonly ruleSet: CheckedRuleSet;
  readonly units: readonly AllocationUnit[];
  readonly referenceDate: CalendarDate;
  readonly onFault?: OnFault;
}

/** Shares out a campaign's places over its units by the rule set's allocation. Without an allocation there is no quota, and the list is empty. */
export function planQuota(input: QuotaPlan): Result<readonly PlannedQuota[], PlanRefusal> {
  const { ruleSet, units, referenceDate, onFault } = input;
  const inForce = ruleSet.ruleSet.legalBasis.some((document) => isInForce(document, referenceDate));
  if (!inForce) return err({ code: 'LEGAL_BASIS_NOT_IN_FORCE', on: referenceDate });
  const ids = units.map(({ associationId }) => associationId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) return err({ code: 'UNIT_REPEATED', associationId: repeated });
  const { allocation } = ruleSet;
  if (allocation === null) return ok([]);

  try {
    const answer = allocation.plan({ units, referenceDate });
    if (!answer.ok) return answer;
    const planned = plannedQuotasSchema.parse(answer.value);
    const known = new Set(ids);
    const pools = new Set(planned.map(({ associationId, pool }) => `${associationId} ${pool}`));
    if (pools.size === planned.length && planned.every(({ associationId }) => known.has(associationId)))
      return ok(planned);
    onFault?.({
      moduleId: allocation.moduleId,
      error: new RangeError('a pool planned twice, or for a unit nobody asked about'),
    });
  } catch (error) {
    onFault?.({ moduleId: allocation.moduleId, error });
  }
  return err({ code: 'QUOTA_PLAN_FAULT', moduleId: allocation.moduleId });
}
