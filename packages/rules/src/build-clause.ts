import type { Clause, ClauseResult } from './clause.ts';
import { resultOfAll, resultOfAny, resultOfNot } from './clause-logic.ts';
import { joinLocalized, type Localized } from './localized.ts';
import { describeNotInForce, type ParameterNotInForce } from './parameters.ts';

/** What an author must say of a clause; the rest is empty unless told. */
export type ClauseParts = Pick<Clause, 'code' | 'title' | 'sentence' | 'result'> & Partial<Clause>;

/** A clause without children, or with children of the author's own making. */
export function clause(parts: ClauseParts): Clause {
  return { inputs: [], parameters: [], children: [], ...parts };
}

/** A clause whose facts are missing. Says what is wanted. */
export function unknownClause(
  parts: Omit<ClauseParts, 'result' | 'sentence'> & { readonly missing: readonly string[]; readonly wanted: Localized },
): Clause {
  const { wanted, ...rest } = parts;
  return clause({
    ...rest,
    result: 'unknown',
    sentence: { vi: `Chưa xét được vì còn thiếu: ${wanted.vi}.`, en: `Cannot be judged yet; missing: ${wanted.en}.` },
  });
}

/** A clause that no document in force lets anybody judge. */
export function blockedClause(code: string, title: Localized, refusal: ParameterNotInForce): Clause {
  return clause({ code, title, result: 'blocked', sentence: describeNotInForce(refusal) });
}

/** What a clause made of others is called, and the others. */
export interface ClauseGroup {
  readonly code: string;
  readonly title: Localized;
  readonly of: readonly Clause[];
}

/** Passes when every child passes; one that fails decides. */
export function allOf({ code, title, of }: ClauseGroup): Clause {
  const result = resultOfAll(of.map((child) => child.result));
  const named = titlesWith(result, of);
  const sentences: { readonly [Result in ClauseResult]: Localized } = {
    pass: { vi: `Đạt tất cả điều kiện: ${named.vi}.`, en: `Every condition is met: ${named.en}.` },
    fail: { vi: `Chưa đạt: ${named.vi}.`, en: `Not met: ${named.en}.` },
    unknown: { vi: `Còn thiếu thông tin về: ${named.vi}.`, en: `Information is missing on: ${named.en}.` },
    blocked: { vi: `Chưa có căn cứ để xét: ${named.vi}.`, en: `No rule in force to judge: ${named.en}.` },
  };
  return clause({ code, title, result, sentence: sentences[result], children: of });
}

/** Passes when one child passes, whatever the others say. */
export function anyOf({ code, title, of }: ClauseGroup): Clause {
  const result = resultOfAny(of.map((child) => child.result));
  const named = titlesWith(result, of);
  const sentences: { readonly [Result in ClauseResult]: Localized } = {
    pass: { vi: `Đạt nhờ: ${named.vi}.`, en: `Met by: ${named.en}.` },
    fail: { vi: `Không đạt điều kiện nào trong: ${named.vi}.`, en: `None of these is met: ${named.en}.` },
    unknown: { vi: `Còn thiếu thông tin về: ${named.vi}.`, en: `Information is missing on: ${named.en}.` },
    blocked: { vi: `Chưa có căn cứ để xét: ${named.vi}.`, en: `No rule in force to judge: ${named.en}.` },
  };
  return clause({ code, title, result, sentence: sentences[result], children: of });
}

/** Passes when the child fails. The child's remedies are dropped, since they would do the opposite. */
export function not({
  code,
  title,
  of,
}: {
  readonly code: string;
  readonly title: Localized;
  readonly of: Clause;
}): Clause {
  return clause({
    code,
    title,
    result: resultOfNot(of.result),
    sentence: of.sentence,
    children: [withoutRemedies(of)],
  });
}

/** The clause and all below it without remedies: what a receipt keeps, and what the far side of a negation may say. */
export function withoutRemedies(full: Clause): Clause {
  const { remedies: _dropped, ...kept } = full;
  return { ...kept, children: full.children.map(withoutRemedies) };
}

function titlesWith(result: ClauseResult, clauses: readonly Clause[]): Localized {
  return joinLocalized(
    clauses.filter((child) => child.result === result).map((child) => child.title),
    '; ',
  );
}
