import type { MatchBand, MatchReason } from './match-score.ts';
import type { Path } from '../association/path.ts';
import type { Instant, MatchCaseId, PersonId } from '@khuyenhoc/kernel';

/** What somebody decided about two people, or that nobody has yet. */
export const matchStates = ['OPEN', 'SAME', 'DIFFERENT'] as const;
export type MatchState = (typeof matchStates)[number];

/** Two people who may be one. The one with the smaller id is the left one, so that a pair has one case. */
export interface MatchCase {
  readonly id: MatchCaseId;
  readonly leftId: PersonId;
  readonly rightId: PersonId;
  /** The nearest place from which both are in sight: who decides must see both. */
  readonly path: Path;
  readonly score: number;
  readonly band: MatchBand;
  readonly reasons: readonly MatchReason[];
  readonly state: MatchState;
  readonly version: number;
  readonly createdAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedBy: PersonId | null;
}

/** The nearest place above two others, or one of them when the other lies below it; null when they share no root. */
export function nearestAbove(left: Path, right: Path): Path | null {
  const [a, b] = [left.split('/'), right.split('/')];
  const differs = a.findIndex((id, index) => id !== b[index]);
  const shared = differs === -1 ? a.slice(0, -1) : a.slice(0, differs);
  return shared.length < 2 ? null : (`${shared.join('/')}/` as Path);
}

/**
 * Who is whom, by the pairs that were decided to be the same: each person with the one of his group that was registered first
 * (ids grow with time). Somebody who is joined with nobody is not in it. A pair taken away again leaves no trace.
 */
export function joinedPeople(
  same: readonly { readonly leftId: PersonId; readonly rightId: PersonId }[],
): ReadonlyMap<PersonId, PersonId> {
  const parent = new Map<PersonId, PersonId>();
  const rootOf = (id: PersonId): PersonId => {
    let root = id;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root)) root = above;
    return root;
  };
  for (const { leftId, rightId } of same) {
    const [a, b] = [rootOf(leftId), rootOf(rightId)];
    const [first, later] = a < b ? [a, b] : [b, a];
    parent.set(first, first);
    parent.set(later, first);
  }
  return new Map([...parent.keys()].map((id) => [id, rootOf(id)]));
}
