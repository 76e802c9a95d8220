import { canonicalJson } from '@khuyenhoc/kernel';
import { changedFacts, factsWithout } from './change-facts.ts';
import type { Clause } from './clause.ts';
import type { DecisionReceipt, Flip, Outcome } from './decision-receipt.ts';
import type { Facts } from './facts.ts';
import { judge, type Case, type Judgement } from './judge.ts';
import type { Localized } from './localized.ts';
import { isCorrectable } from './protected-facts.ts';

/** So many proposals are looked at, and so many changed at once: beyond that a change is not small, and cost stays bounded. */
const mostProposals = 8;
const mostChanges = 3;

/**
 * Finds the smallest change of facts that flips an outcome, by trying: single changes first, then two together, then
 * three, each judged by the whole rule set. What is told is therefore true, and nothing smaller would do among what the
 * rules propose. For an eligible nominee it finds the facts on which the outcome rests.
 */
export function smallestChange(subject: Case, judgement: Judgement): Pick<DecisionReceipt, 'flip' | 'flipNote'> {
  if (judgement.outcome === 'blocked') return { flip: [], flipNote: notes.blocked };
  if (judgement.clauses.some(({ code }) => code === 'MANUAL_REVIEW')) return { flip: [], flipNote: notes.manualReview };

  const quiet = { ...subject, onFault: () => undefined };
  if (judgement.outcome === 'eligible') {
    const flip = firstThat(supportsOf(subject.facts, judgement), (support) => {
      const facts = factsWithout(subject.facts, new Set(support.map(({ path }) => path)));
      return facts !== null && outcomeWith(quiet, facts) !== 'eligible';
    });
    return { flip, flipNote: flip.length === 0 ? notes.restsOnNothing : null };
  }
  const flip = firstThat(proposalsOf(subject.facts, judgement), (changes) => {
    const facts = changedFacts(subject.facts, changes);
    return facts !== null && outcomeWith(quiet, facts) === 'eligible';
  });
  if (flip.length > 0) return { flip, flipNote: null };
  return { flip, flipNote: judgement.missing.length > 0 ? notes.supplyMissing : notes.nothingToSupply };
}

function outcomeWith(subject: Case, facts: Facts): Outcome {
  return judge({ ...subject, facts }).outcome;
}

/** What the clauses that did not pass propose, each once. Below a clause that passed nothing is wanted. */
function proposalsOf(facts: Facts, { clauses }: Judgement): readonly Flip[] {
  const proposals = clauses
    .flatMap(openClauses)
    .flatMap(({ code, remedies = [] }) =>
      remedies
        .filter(({ path, to }) => isCorrectable(facts, path, to))
        .map(({ kind, path, to, sentence }): Flip => ({ kind, path, to, clause: code, sentence })),
    );
  return distinct(proposals);
}

function openClauses(clause: Clause): readonly Clause[] {
  return clause.result === 'pass' ? [] : [clause, ...clause.children.flatMap(openClauses)];
}

/** The facts that clauses passed by, each once, as if they were withdrawn. */
function supportsOf(facts: Facts, { clauses }: Judgement): readonly Flip[] {
  const supports = clauses.flatMap(passedClauses).flatMap(({ code, title, inputs }) =>
    inputs
      .filter(({ path, value }) => isCorrectable(facts, path, value))
      .map(({ path }): Flip => ({
        kind: 'withdrawn',
        path,
        to: null,
        clause: code,
        sentence: withdrawnSentence(title),
      })),
  );
  return distinct(supports);
}

function passedClauses(clause: Clause): readonly Clause[] {
  return clause.result === 'pass' ? [clause, ...clause.children.flatMap(passedClauses)] : [];
}

function withdrawnSentence(title: Localized): Localized {
  return {
    vi: `Kết luận dựa vào điều kiện "${title.vi}"; nếu giấy tờ hoặc kết quả này không còn thì kết luận sẽ khác.`,
    en: `The outcome rests on "${title.en}"; without this paper or result it would be another.`,
  };
}

function distinct(flips: readonly Flip[]): readonly Flip[] {
  const seen = new Map(flips.toReversed().map((flip) => [`${flip.path} ${canonicalJson(flip.to)}`, flip]));
  return [...seen.values()].toReversed().slice(0, mostProposals);
}

/** The first group of changes, smaller groups before larger ones, that satisfies the test; none gives an empty list. */
function firstThat(changes: readonly Flip[], holds: (group: readonly Flip[]) => boolean): readonly Flip[] {
  for (let size = 1; size <= Math.min(mostChanges, changes.length); size += 1) {
    const group = groupsOf(size, changes).find(holds);
    if (group !== undefined) return group;
  }
  return [];
}

function groupsOf(size: number, changes: readonly Flip[]): readonly (readonly Flip[])[] {
  if (size === 0) return [[]];
  return changes.flatMap((change, index) =>
    groupsOf(size - 1, changes.slice(index + 1)).map((others) => [change, ...others]),
  );
}

const notes = {
  blocked: {
    vi: 'Người được đề cử không phải bổ sung gì: hội cần có căn cứ pháp lý còn hiệu lực trước khi xét.',
    en: 'The nominee has nothing to supply: the association needs a legal basis in force before it can decide.',
  },
  manualReview: {
    vi: 'Người được đề cử không phải bổ sung gì: hồ sơ chờ người có thẩm quyền xem xét.',
    en: 'The nominee has nothing to supply: the case waits for a person to review it.',
  },
  nothingToSupply: {
    vi: 'Không có giấy tờ, ngày tháng hay kết quả nào mà gia đình hoặc nhà trường bổ sung, đính chính được để kết luận thay đổi.',
    en: 'There is no paper, date or result that the family or the school could supply or correct to change this outcome.',
  },
  supplyMissing: {
    vi: 'Trước hết cần bổ sung các thông tin còn thiếu đã nêu; chưa thể nói điều gì sẽ làm kết luận thay đổi.',
    en: 'Supply the missing information named above first; until then nobody can say what would change the outcome.',
  },
  restsOnNothing: {
    vi: 'Kết luận không dựa vào riêng một giấy tờ hay kết quả nào.',
    en: 'The outcome does not rest on any single paper or result.',
  },
} satisfies { readonly [note: string]: Localized };
