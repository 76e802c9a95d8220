import { formatDate, type CalendarDate } from '@khuyenhoc/kernel';
import { clause, unknownClause } from './build-clause.ts';
import { canonicalData } from './canonical-data.ts';
import { categoryTitle } from './category-title.ts';
import type { Clause, Remedy } from './clause.ts';
import { inputsOf, listedFacts, type ListedFact } from './fact-input.ts';
import type { CategoryClaim, Facts } from './facts.ts';
import { joinLocalized, type Localized } from './localized.ts';

/** Which categories count, on which day the nominee must belong to one of them, and whether only a paper proves it. */
export interface ClaimRequirement {
  readonly code: string;
  readonly title: Localized;
  readonly facts: Facts;
  readonly categories: readonly string[];
  readonly on: CalendarDate;
  readonly certificate: 'required' | 'optional';
  /** Whether a nominee without such a paper is told that one would help: of poverty yes, of misfortune no. "proposed" unless told. */
  readonly newPapers?: 'proposed' | 'never';
}

/** Passes when the nominee or the household belongs to one of the categories on the day; unknown while a category is stated and its paper is missing. */
export function claimClause(requirement: ClaimRequirement): Clause {
  const { code, title, facts, categories, on, certificate, newPapers: mode = 'proposed' } = requirement;
  const wanted = joinLocalized(categories.map(categoryTitle), ', ');
  const newPapers = mode === 'never' ? [] : categories.map((category) => newPaper(category, on));
  if (facts.claims === undefined)
    return unknownClause({ code, title, missing: ['claims'], wanted, remedies: newPapers });

  const claims = listedFacts('claims', facts.claims, ({ category }) => categories.includes(category));
  const holding = claims.filter(({ value }) => value.from <= on && (value.to === null || on <= value.to));
  const proven = holding.find(({ value }) => certificate === 'optional' || value.certificate !== undefined);
  if (proven !== undefined) {
    return clause({ code, title, result: 'pass', sentence: proved(proven.value, on), inputs: inputsOf([proven]) });
  }
  const remedies = [...claims.map((claim) => correctedPaper(claim, on)), ...newPapers];
  const [unproven] = holding;
  if (unproven !== undefined) {
    // Stated but not shown: the paper may exist, so this is no "no" yet.
    const missing = [`${unproven.path}.certificate`];
    const sentence = paperWanted(unproven.value);
    return clause({ code, title, result: 'unknown', sentence, inputs: inputsOf(claims), missing, remedies });
  }
  const sentence = refused(claims[0]?.value, wanted, on);
  return clause({ code, title, result: 'fail', sentence, inputs: inputsOf(claims), remedies });
}

function proved({ category, certificate, from, to }: CategoryClaim, on: CalendarDate): Localized {
  const { vi, en } = categoryTitle(category);
  const paper =
    certificate?.number === undefined
      ? { vi: '', en: '' }
      : { vi: ` số ${certificate.number}`, en: ` no. ${certificate.number}` };
  const end = to === null ? { vi: '', en: '' } : { vi: ` đến ${formatDate(to)}`, en: ` to ${formatDate(to)}` };
  return {
    vi: `Thuộc diện ${vi} vào ngày ${formatDate(on)} (giấy tờ${paper.vi}, hiệu lực từ ${formatDate(from)}${end.vi}).`,
    en: `Counts as ${en} on ${formatDate(on)} (paper${paper.en}, valid from ${formatDate(from)}${end.en}).`,
  };
}

function refused(lapsed: CategoryClaim | undefined, wanted: Localized, on: CalendarDate): Localized {
  const day = formatDate(on);
  if (lapsed === undefined) {
    return {
      vi: `Không có giấy tờ nào cho thấy thuộc diện: ${wanted.vi}.`,
      en: `No paper shows any of these: ${wanted.en}.`,
    };
  }
  const { vi, en } = categoryTitle(lapsed.category);
  const from = formatDate(lapsed.from);
  const to = lapsed.to === null ? null : formatDate(lapsed.to);
  return {
    vi: `Giấy tờ diện ${vi} có hiệu lực từ ${from}${to === null ? '' : ` đến ${to}`}, không bao gồm ngày xét ${day}.`,
    en: `The paper for ${en} is valid from ${from}${to === null ? '' : ` to ${to}`}, which does not include ${day}.`,
  };
}

function paperWanted({ category }: CategoryClaim): Localized {
  const { vi, en } = categoryTitle(category);
  return {
    vi: `Có khai diện ${vi} nhưng chưa có giấy chứng nhận hoặc xác nhận của xã, phường.`,
    en: `${en} is stated, but there is no certificate or confirmation by the commune.`,
  };
}

/** The paper at hand with its period and certificate put right, where a date was copied wrongly or the paper was left out. */
function correctedPaper({ path, value }: ListedFact<CategoryClaim>, on: CalendarDate): Remedy {
  const from = value.from <= on ? value.from : on;
  const to = value.to === null || on <= value.to ? value.to : on;
  const certificate = value.certificate ?? { issuer: 'UBND', issuedOn: from };
  const { vi, en } = categoryTitle(value.category);
  return {
    kind: value.certificate === undefined ? 'paper' : 'date',
    path,
    to: canonicalData({ ...value, certificate, from, to }),
    sentence: {
      vi: `Nếu giấy tờ diện ${vi} ghi sai ngày hoặc chưa kèm bản chứng nhận: đính chính để giấy có hiệu lực vào ngày ${formatDate(on)}.`,
      en: `If the paper for ${en} bears a wrong date or lacks its certificate: correct it so that it is valid on ${formatDate(on)}.`,
    },
  };
}

function newPaper(category: string, on: CalendarDate): Remedy {
  const { vi, en } = categoryTitle(category);
  return {
    kind: 'paper',
    path: 'claims.+',
    to: { category, certificate: { issuer: 'UBND', issuedOn: on }, from: on, to: on },
    sentence: {
      vi: `Nộp giấy chứng nhận hoặc xác nhận của xã, phường về diện ${vi} còn hiệu lực vào ngày ${formatDate(on)}.`,
      en: `Hand in a certificate or a confirmation by the commune of ${en}, valid on ${formatDate(on)}.`,
    },
  };
}
