import type { BirthTold, TraitsOfPerson } from './person-traits.ts';

/** What two records agree or differ in. Codes only: a case never says what the values are. */
export const matchReasons = [
  'SAME_NUMBER',
  'OTHER_NUMBER',
  'SAME_NAME',
  'SAME_WORDS_OTHER_ORDER',
  'SAME_GIVEN_AND_FAMILY_NAME',
  'SAME_GIVEN_NAME',
  'SAME_BIRTH_DATE',
  'DAY_AND_MONTH_TURNED',
  'BIRTH_DATE_ONE_PART_OFF',
  'SAME_BIRTH_YEAR',
  'SAME_SCHOOL',
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** How sure it is that two records are of one person. `SAME` is what equals in all that was told, or in the personal number. */
export const matchBands = ['SAME', 'PROBABLE', 'POSSIBLE', 'NONE'] as const;
export type MatchBand = (typeof matchBands)[number];

export interface MatchScore {
  /** 0 to 100. */
  readonly score: number;
  readonly band: MatchBand;
  readonly reasons: readonly MatchReason[];
}

/**
 * Compares two records of people. Symmetric, and monotone: agreeing in more never scores less. A personal number decides alone, since it is given once and never changes.
 */
export function scoreMatch(left: TraitsOfPerson, right: TraitsOfPerson): MatchScore {
  if (left.numberKey !== null && right.numberKey !== null) {
    return left.numberKey === right.numberKey
      ? { score: 100, band: 'SAME', reasons: ['SAME_NUMBER'] }
      : { score: 0, band: 'NONE', reasons: ['OTHER_NUMBER'] };
  }
  const parts = [compareName(left, right), compareBirth(left.birth, right.birth), compareSchool(left, right)];
  const score = parts.reduce((sum, part) => sum + part.points, 0);
  return {
    score,
    band: bandOf(score),
    reasons: parts.flatMap(({ reason }) => (reason === null ? [] : [reason])),
  };
}

/** The bands by their least score. Two children of one name and class, and twins, stay below `POSSIBLE`. */
const leastScore = { SAME: 100, PROBABLE: 80, POSSIBLE: 65 } as const;

function bandOf(score: number): MatchBand {
  if (score >= leastScore.SAME) return 'SAME';
  if (score >= leastScore.PROBABLE) return 'PROBABLE';
  return score >= leastScore.POSSIBLE ? 'POSSIBLE' : 'NONE';
}

interface Part {
  readonly points: number;
  readonly reason: MatchReason | null;
}

const nothing: Part = { points: 0, reason: null };
/** A birth date that one of the two does not tell counts as much as the same year: it speaks neither for nor against. */
const unknownBirth: Part = { points: 10, reason: null };

function compareName(left: TraitsOfPerson, right: TraitsOfPerson): Part {
  if (left.name === right.name) return { points: 45, reason: 'SAME_NAME' };
  if (left.sortedWords === right.sortedWords) return { points: 40, reason: 'SAME_WORDS_OTHER_ORDER' };
  if (left.given !== right.given) return nothing;
  if (left.family === right.family && left.family !== '') return { points: 20, reason: 'SAME_GIVEN_AND_FAMILY_NAME' };
  return { points: 10, reason: 'SAME_GIVEN_NAME' };
}

function compareBirth(left: BirthTold | null, right: BirthTold | null): Part {
  if (left === null || right === null) return unknownBirth;
  const sameYear = left.year === right.year;
  if (left.month === null || right.month === null || left.day === null || right.day === null)
    return sameYear ? { points: 10, reason: 'SAME_BIRTH_YEAR' } : nothing;
  const off = [sameYear, left.month === right.month, left.day === right.day].filter((same) => !same).length;
  if (off === 0) return { points: 40, reason: 'SAME_BIRTH_DATE' };
  if (sameYear && left.month === right.day && left.day === right.month)
    return { points: 25, reason: 'DAY_AND_MONTH_TURNED' };
  if (off === 1) return { points: 15, reason: 'BIRTH_DATE_ONE_PART_OFF' };
  return sameYear ? { points: 10, reason: 'SAME_BIRTH_YEAR' } : nothing;
}

function compareSchool(left: TraitsOfPerson, right: TraitsOfPerson): Part {
  return left.school !== null && left.school === right.school ? { points: 15, reason: 'SAME_SCHOOL' } : nothing;
}
