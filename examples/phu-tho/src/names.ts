import { familyNamesByPeople, famousNames, givenNames, middleNames } from './name-lists.ts';
import type { Random } from './random.ts';

export type Sex = 'MALE' | 'FEMALE';
export type People = keyof typeof familyNamesByPeople;

/** What is fixed of a name before it is invented. A child mostly bears the father's family name. */
export interface NameWish {
  readonly sex: Sex;
  readonly people: People;
  readonly family?: string;
}

/** An invented full name: family, middle, given. It never comes from an article, and never is a well-known person's. */
export function inventName(random: Random, { sex, people, family }: NameWish): string {
  // Bounded: a few dozen names of tens of thousands are refused, so a second draw is rare and a tenth is a bug.
  for (let draw = 0; draw < 10; draw += 1) {
    const familyName = family ?? random.pick<string>(familyNamesByPeople[people]);
    const middle = random.pick(middleNames[sex].filter((name) => name !== familyName));
    const given = random.pick(givenNames[sex].filter((name) => name !== familyName && !middle.endsWith(name)));
    const fullName = `${familyName} ${middle} ${given}`;
    if (!famousNames.includes(fullName)) return fullName;
  }
  throw new RangeError('ten invented names in a row were famous ones');
}

/**
 * A birth date (`YYYY-MM-DD`) that fits a grade: grade 1 starts in the year of the sixth birthday. One pupil in twenty is
 * a year older, having started late or repeated a year.
 */
export function birthDateForGrade(random: Random, grade: number, schoolYearStart: number): string {
  const year = schoolYearStart - 5 - grade - (random.chance(5) ? 1 : 0);
  const day = new Date(Date.UTC(year, 0, 1 + random.below(365)));
  return day.toISOString().slice(0, 10);
}
