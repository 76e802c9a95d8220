import { cleanText } from '@khuyenhoc/kernel';
import type { BirthTold } from './person-traits.ts';

/** What the twelve digits of a personal number say. They were given at birth registration and stay for ever, also where the province is no more. */
export interface IdentityNumber {
  readonly digits: string;
  /** The province, or country, in which the birth was registered: a code of its own time, such as 017 for Hòa Bình. */
  readonly origin: string;
  readonly sex: 'female' | 'male';
  readonly birthYear: number;
}

/** Reads a personal number (số định danh cá nhân): three digits of origin, one of century and sex, two of the year, six random. It has no check digit. */
export function readIdentityNumber(text: string): IdentityNumber | null {
  const digits = cleanText(text).replaceAll(/[ .-]/g, '');
  if (!/^\d{12}$/.test(digits)) return null;
  const centuryAndSex = Number(digits.charAt(3));
  const century = 19 + Math.floor(centuryAndSex / 2);
  return {
    digits,
    origin: digits.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: century * 100 + Number(digits.slice(4, 6)),
  };
}

/** Where a personal number says something else than the record. A warning and never a refusal: either may be the one that is wrong. */
export type IdentityNumberWarning =
  | { readonly code: 'NUMBER_YEAR_DIFFERS'; readonly numberSays: number; readonly recordSays: number }
  | {
      readonly code: 'NUMBER_SEX_DIFFERS';
      readonly numberSays: 'female' | 'male';
      readonly recordSays: 'female' | 'male';
    };

/** Compares a personal number with what else is on record. */
export function identityNumberWarnings(
  number: IdentityNumber,
  known: { readonly birth: BirthTold | null; readonly sex: 'female' | 'male' | null },
): readonly IdentityNumberWarning[] {
  const warnings: IdentityNumberWarning[] = [];
  if (known.birth !== null && known.birth.year !== number.birthYear)
    warnings.push({ code: 'NUMBER_YEAR_DIFFERS', numberSays: number.birthYear, recordSays: known.birth.year });
  if (known.sex !== null && known.sex !== number.sex)
    warnings.push({ code: 'NUMBER_SEX_DIFFERS', numberSays: number.sex, recordSays: known.sex });
  return warnings;
}
