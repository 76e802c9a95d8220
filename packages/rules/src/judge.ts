import type { CalendarDate } from '@khuyenhoc/kernel';
import type { z } from 'zod';
import { allocationAnswerSchema, awardAnswerSchema, clauseSchema, renewalAnswerSchema } from './answer-schemas.ts';
import { clause } from './build-clause.ts';
import type { Clause, ClauseResult } from './clause.ts';
import { resultOfAll } from './clause-logic.ts';
import type { DecisionReceipt, Outcome } from './decision-receipt.ts';
import type { Facts } from './facts.ts';
import { legalBasisClause } from './legal-basis.ts';
import type { Localized } from './localized.ts';
import type { CheckedRuleSet } from './rule-set.ts';

/** A first award, or one more year of an award that runs. */
export type Purpose = 'new' | 'renewal';

/** Told of a module that threw or answered nonsense, so that somebody can repair it. The receipt only says which module it was. */
export type OnFault = (fault: { readonly moduleId: string; readonly error: unknown }) => void;

/** A case as it is put to the modules of a rule set. */
export interface Case {
  readonly ruleSet: CheckedRuleSet;
  readonly facts: Facts;
  readonly referenceDate: CalendarDate;
  readonly purpose: Purpose;
  readonly onFault: OnFault;
}

/** What came out of a case, before it is sealed into a receipt. Its clauses still carry their remedies. */
export type Judgement = Pick<DecisionReceipt, 'outcome' | 'clauses' | 'items' | 'place' | 'steps' | 'missing'> &
  Partial<Pick<DecisionReceipt, 'goods' | 'rank' | 'renewal'>>;

/**
 * Puts a case to every module of its rule set and joins the answers. All of them are asked even when one has refused, so
 * that a nominee learns every reason at once.
 */
export function judge(subject: Case): Judgement {
  const { ruleSet, facts, referenceDate, purpose } = subject;
  const legal = legalBasisClause(ruleSet.ruleSet.legalBasis, referenceDate);
  if (legal.result === 'blocked') return withoutAward('blocked', [legal]);

  const question = { facts, referenceDate };
  const renewal = purpose === 'new' ? null : renewalOf(subject);
  const entry =
    renewal === null
      ? ruleSet.eligibility.map((rule) =>
          ask(
            subject,
            rule,
            () => rule.answer(question),
            clauseSchema,
            (answer) => answer,
          ),
        )
      : [renewal];
  const award = ask(subject, ruleSet.award, () => ruleSet.award.answer(question), awardAnswerSchema, clauseOf);
  // A renewed award keeps the place it has.
  const { allocation } = ruleSet;
  const place =
    allocation === null || purpose === 'renewal'
      ? null
      : ask(subject, allocation, () => allocation.answer(question), allocationAnswerSchema, clauseOf);

  const asked = [...entry, award, ...(place === null ? [] : [place])];
  const clauses = [legal, ...asked.map((one) => one.clause)];
  // A fault outweighs even a clear no: nobody is refused by a broken rule.
  const outcome = asked.some((one) => one.answer === null)
    ? 'undecidable'
    : outcomeOf(resultOfAll(clauses.map(resultOf)));
  const verdict =
    renewal?.answer === undefined || renewal.answer === null ? {} : { renewal: { verdict: renewal.answer.verdict } };
  if (outcome !== 'eligible' || award.answer === null) return { ...withoutAward(outcome, clauses), ...verdict };

  const { items, goods, steps } = award.answer;
  const { pool = null, poolTitle } = place?.answer ?? {};
  const rank = place?.answer?.rank;
  return {
    outcome,
    clauses,
    items,
    ...(goods === undefined ? {} : { goods }),
    place: pool === null ? null : { pool, ...(poolTitle === undefined ? {} : { title: poolTitle }) },
    ...(rank === undefined ? {} : { rank }),
    ...verdict,
    steps,
    missing: [],
  };
}

/** A module's answer once it was checked; null when the module threw or answered nonsense. */
interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly clause: Clause;
}

interface Module {
  readonly moduleId: string;
  readonly title: Localized;
}

function ask<Answer>(
  { onFault }: Case,
  { moduleId, title }: Module,
  answer: () => Answer,
  schema: z.ZodType<Answer>,
  clauseIn: (answer: Answer) => Clause,
): Asked<Answer> {
  try {
    const checked = schema.parse(answer());
    return { answer: checked, clause: clauseIn(checked) };
  } catch (error) {
    onFault({ moduleId, error });
    return { answer: null, clause: manualReviewClause(moduleId, title) };
  }
}

function renewalOf(subject: Case) {
  const { renewal } = subject.ruleSet;
  if (renewal === null) return { answer: undefined, clause: notRenewable };
  const { facts, referenceDate } = subject;
  return ask(subject, renewal, () => renewal.answer({ facts, referenceDate }), renewalAnswerSchema, clauseOf);
}

function withoutAward(outcome: Outcome, clauses: readonly Clause[]): Judgement {
  const missing = outcome === 'undecidable' ? [...new Set(clauses.flatMap(missingIn))].toSorted() : [];
  return { outcome, clauses, items: [], place: null, steps: [], missing };
}

/** Below a clause that is settled nothing is wanted any more, even where a part of it is unknown. */
function missingIn(clause: Clause): readonly string[] {
  if (clause.result !== 'unknown') return [];
  return [...(clause.missing ?? []), ...clause.children.flatMap(missingIn)];
}

function outcomeOf(result: ClauseResult): Outcome {
  const outcomes = { pass: 'eligible', fail: 'ineligible', unknown: 'undecidable', blocked: 'blocked' } as const;
  return outcomes[result];
}

function clauseOf(answer: { readonly clause: Clause }): Clause {
  return answer.clause;
}

function resultOf(clause: Clause): ClauseResult {
  return clause.result;
}

function manualReviewClause(moduleId: string, title: Localized): Clause {
  return clause({
    code: 'MANUAL_REVIEW',
    title,
    result: 'unknown',
    sentence: {
      vi: `Quy tắc "${moduleId}" không cho kết quả hợp lệ. Hồ sơ được chuyển cho người có thẩm quyền xem xét.`,
      en: `The rule "${moduleId}" gave no valid answer. The case goes to a person for review.`,
    },
  });
}

const notRenewable = clause({
  code: 'RENEWAL_NOT_PROVIDED',
  title: { vi: 'Xét cấp tiếp', en: 'Renewal' },
  result: 'fail',
  sentence: {
    vi: 'Bộ quy tắc này chỉ cấp một lần, không xét cấp tiếp.',
    en: 'This rule set gives once and does not renew.',
  },
});
