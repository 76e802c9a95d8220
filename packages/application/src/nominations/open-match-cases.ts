import { nearestAbove, type MatchCase, type MatchScore, type Path } from '@khuyenhoc/domain';
import type { Instant, MatchCaseId, PersonId } from '@khuyenhoc/kernel';
import type { PeopleDeps } from '../people/seal-record.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { FoundAbout } from './find-duplicates.ts';

interface RegisteredNominee {
  readonly index: number;
  readonly about: FoundAbout;
  readonly person: { readonly id: PersonId; readonly path: Path };
}

/**
 * Opens a case for each pair of records that may be of one person, where somebody can see both. It stands until a person decides;
 * a pair that has a case keeps it.
 */
export async function openMatchCases(
  { ids }: Pick<PeopleDeps, 'ids'>,
  { matching }: Repositories,
  createdAt: Instant,
  registered: readonly RegisteredNominee[],
): Promise<void> {
  const byIndex = new Map(registered.map(({ index, person }) => [index, person]));
  const pairs = registered.flatMap(({ about, person }) => [
    ...about.likeness.candidates.map((candidate) => ({ person, other: candidate.person, score: candidate.score })),
    ...about.before.flatMap(({ index, score }) => {
      const other = byIndex.get(index);
      return other === undefined ? [] : [{ person, other, score }];
    }),
  ]);
  const cases = pairs.flatMap(({ person, other, score }) => {
    const opened = caseOf(ids.uuid() as MatchCaseId, person, other, { score, createdAt });
    return opened === null ? [] : [opened];
  });
  const byPair = new Map(cases.map((one) => [`${one.leftId} ${one.rightId}`, one]));
  if (byPair.size > 0) await matching.addCases([...byPair.values()]);
}

/** The open case of two people; null when they are one, or nobody could see both. */
function caseOf(
  id: MatchCaseId,
  person: RegisteredNominee['person'],
  other: RegisteredNominee['person'],
  { score, createdAt }: { readonly score: MatchScore; readonly createdAt: Instant },
): MatchCase | null {
  const path = nearestAbove(person.path, other.path);
  if (person.id === other.id || path === null) return null;
  const [leftId, rightId] = person.id < other.id ? [person.id, other.id] : [other.id, person.id];
  const open = { state: 'OPEN', version: 1, decidedAt: null, decidedBy: null } as const;
  return { id, leftId, rightId, path, ...score, ...open, createdAt };
}
