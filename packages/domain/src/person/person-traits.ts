import { foldText, nameParts, type CalendarDate } from '@khuyenhoc/kernel';

/** What is known of a birth date: the year at least. Old papers have a month or a year alone. */
export interface BirthTold {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** What people are compared by, in the forms that are compared: folded names, a school without its filling words. */
export interface TraitsOfPerson {
  readonly name: string;
  /** The words of the name in alphabetical order, so that a family name written last is no other person. */
  readonly sortedWords: string;
  readonly given: string;
  readonly family: string;
  readonly birth: BirthTold | null;
  readonly school: string | null;
  /** Blind index of the personal number; null when none is known. */
  readonly numberKey: string | null;
}

/** What is told of a person, as it is compared. */
export interface ToldOfPerson {
  readonly fullName: string;
  readonly birthDate: CalendarDate | null;
  readonly school: string | null;
}

/** The traits of what is told. The personal number's blind index is made where the keys are. */
export function personTraitsOf(
  { fullName, birthDate, school }: ToldOfPerson,
  numberKey: string | null,
): TraitsOfPerson {
  const name = foldText(fullName);
  const { given, family } = nameParts(name);
  const sortedWords = name.split(' ').toSorted().join(' ');
  const schoolName = school === null ? '' : schoolKey(school);
  return {
    name,
    sortedWords,
    given,
    family,
    birth: birthDate === null ? null : birthOf(birthDate),
    school: schoolName === '' ? null : schoolName,
    numberKey,
  };
}

function birthOf(date: CalendarDate): BirthTold {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month: month ?? null, day: day ?? null };
}

/** What two records may have in common; each is looked up by a blind index of its own. */
export const matchKeyKinds = ['EXACT', 'NAME_AND_BIRTH', 'NAME_AND_SCHOOL', 'GIVEN_NAME_BIRTH_AND_SCHOOL'] as const;
export type MatchKeyKind = (typeof matchKeyKinds)[number];

/**
 * The texts under which a person is looked for, each to be made a blind index. Whoever scores `POSSIBLE` or more by his traits
 * shares one of them, so nobody is missed.
 */
export function matchTexts(traits: TraitsOfPerson): readonly { readonly kind: MatchKeyKind; readonly text: string }[] {
  const { name, sortedWords, given, birth, school } = traits;
  const day = birth === null ? null : dayEitherWay(birth);
  const keys: { readonly kind: MatchKeyKind; readonly text: string }[] = [
    { kind: 'EXACT', text: [name, birth === null ? '' : isoDay(birth), school ?? ''].join('|') },
  ];
  if (day !== null) keys.push({ kind: 'NAME_AND_BIRTH', text: `name-birth|${sortedWords}|${day}` });
  if (school !== null) keys.push({ kind: 'NAME_AND_SCHOOL', text: `name-school|${sortedWords}|${school}` });
  if (day !== null && school !== null)
    keys.push({ kind: 'GIVEN_NAME_BIRTH_AND_SCHOOL', text: `given-birth-school|${given}|${day}|${school}` });
  return keys;
}

/** The date with day and month in order of size, so that 05/09 and 09/05 of one year meet. */
function dayEitherWay({ year, month, day }: BirthTold): string | null {
  if (month === null || day === null) return null;
  return [year, Math.min(month, day), Math.max(month, day)].join('-');
}

function isoDay({ year, month, day }: BirthTold): string {
  const two = (part: number | null) => String(part ?? 0).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const longForms: readonly (readonly [RegExp, string])[] = [
  [/\btrung hoc co so\b/g, 'thcs'],
  [/\btrung hoc pho thong\b/g, 'thpt'],
  [/\btieu hoc\b/g, 'th'],
];
const emptyWords = /\b(truong|xa|phuong|thi tran|thi xa|huyen)\b/g;

/** One text for one school, however it is written: "Trường THCS Trung Sơn", "trung học cơ sở xã Trung Sơn". */
export function schoolKey(school: string): string {
  const short = longForms.reduce((text, [long, form]) => text.replaceAll(long, form), foldText(school));
  return short
    .replaceAll(emptyWords, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
