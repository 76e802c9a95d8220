import { addDays, type CalendarDate } from '@khuyenhoc/kernel';
import { birthdayOf, consentAges, consentAgesOn } from './consent-ages.ts';
import { standsOn, type Consent, type ConsentGiver, type ConsentPurpose } from './consent.ts';

/**
 * Who must agree, and who has not. That publishing what is private of a child from full 7 takes the child and its
 * representative, and that below 7 the representative speaks alone, is the law of {@link consentAges}. Our own choices, all to
 * the strict side: the same is asked for every purpose and not for publishing alone; who is 16 decides alone; a child whose
 * birth date is unknown, and a day that no known document speaks of, take both.
 */
export function neededConsents(birthDate: CalendarDate | null, on: CalendarDate): readonly ConsentGiver[] {
  const ages = consentAgesOn(on);
  if (birthDate === null || ages === null) return both;
  if (on < birthdayOf(birthDate, ages.askedFromAge)) return ['REPRESENTATIVE'];
  return on < birthdayOf(birthDate, ages.childBelowAge) ? both : ['PERSON'];
}

const both = ['PERSON', 'REPRESENTATIVE'] as const;

/** Whose consents a purpose still lacks on a day; none when it may be done. */
export function missingConsents(
  purpose: ConsentPurpose,
  birthDate: CalendarDate | null,
  consents: readonly Consent[],
  on: CalendarDate,
): readonly ConsentGiver[] {
  const standing = consents.filter((one) => one.purpose === purpose && standsOn(one, on) && isOfAge(one, birthDate));
  return neededConsents(birthDate, on).filter((giver) => standing.every((one) => one.giver !== giver));
}

/** What a child said before it was of an age to be asked is no consent of its own. */
export function isOfAge(
  { giver, givenOn }: Pick<Consent, 'giver' | 'givenOn'>,
  birthDate: CalendarDate | null,
): boolean {
  const ages = consentAgesOn(givenOn);
  if (giver === 'REPRESENTATIVE' || birthDate === null || ages === null) return true;
  return birthdayOf(birthDate, ages.askedFromAge) <= givenOn;
}

/**
 * The last day through which a purpose is agreed to, from a day on: that day's eve when it is not, null when no end is in
 * sight. A child that turns 7 must be asked itself, and at 16 alone: what its parents agreed to ends on that birthday.
 */
export function agreedThrough(
  purpose: ConsentPurpose,
  birthDate: CalendarDate | null,
  consents: readonly Consent[],
  from: CalendarDate,
): CalendarDate | null {
  const lacks = (on: CalendarDate) => missingConsents(purpose, birthDate, consents, on).length > 0;
  if (lacks(from)) return addDays(from, -1);
  const turns = turningDays(birthDate, consents).filter((on) => on > from);
  const end = turns.toSorted().find(lacks);
  return end === undefined ? null : addDays(end, -1);
}

/** The days on which an answer may change: another law, a birthday, a withdrawal. */
function turningDays(birthDate: CalendarDate | null, consents: readonly Consent[]): readonly CalendarDate[] {
  const laws = consentAges.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  const birthdays =
    birthDate === null
      ? []
      : consentAges.flatMap((ages) => [
          birthdayOf(birthDate, ages.askedFromAge),
          birthdayOf(birthDate, ages.childBelowAge),
        ]);
  return [...laws, ...birthdays, ...consents.flatMap(({ withdrawnOn }) => withdrawnOn ?? [])];
}
