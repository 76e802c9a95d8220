import { matchTexts, personTraitsOf } from '@khuyenhoc/domain';
import { calendarDate, canonicalJson, cleanText, present, type CalendarDate } from '@khuyenhoc/kernel';

/** What is known of a person as a person. It is stored sealed and nowhere else; a name is kept as it is written. */
export interface PersonProfile {
  readonly fullName: string;
  readonly birthDate: CalendarDate | null;
  readonly school: string | null;
  readonly grade: string | null;
  readonly guardianName: string | null;
  readonly guardianRelation: string | null;
}

/** A profile as the text that is sealed. */
export function profileToText(profile: PersonProfile): string {
  return canonicalJson({ ...profile });
}

/** Reads a profile from its sealed text. */
export function profileFromText(text: string): PersonProfile {
  const value: unknown = JSON.parse(text);
  const field = (name: string): string | null => {
    const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
    return typeof member === 'string' ? member : null;
  };
  const birthDate = field('birthDate');
  return {
    fullName: field('fullName') ?? '',
    birthDate: birthDate === null ? null : calendarDate(birthDate),
    school: field('school'),
    grade: field('grade'),
    guardianName: field('guardianName'),
    guardianRelation: field('guardianRelation'),
  };
}

/** The profile with every text in NFC and single blanks, as it is stored. */
export function cleanProfile(profile: PersonProfile): PersonProfile {
  const clean = (text: string | null) => (text === null ? null : cleanText(text));
  return {
    fullName: cleanText(profile.fullName),
    birthDate: profile.birthDate,
    school: clean(profile.school),
    grade: clean(profile.grade),
    guardianName: clean(profile.guardianName),
    guardianRelation: clean(profile.guardianRelation),
  };
}

/**
 * What two records of one child have in common: the folded name, the birth date and the school, however it is written. "Trường THCS
 * Trung Sơn", "THCS Trung Sơn" and "trung học cơ sở xã Trung Sơn" are one school.
 */
export function matchText(profile: PersonProfile): string {
  const exact = matchTexts(personTraitsOf(profile, null)).find(({ kind }) => kind === 'EXACT');
  return present(exact, 'the exact match text of a person').text;
}
