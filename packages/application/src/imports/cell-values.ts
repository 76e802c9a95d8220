import { foldText, parseCalendarDate, parseVnd, type CalendarDate } from '@khuyenhoc/kernel';

/**
 * What single cells mean. Each gives undefined for what it cannot read: nothing is guessed, since a wrong guess is paid out.
 * Cells come in NFC with single blanks.
 */

const earliestBirthYear = 1900;

/** A date as Vietnamese papers write it, day first with any of `/ - .` between, or as year-month-day. */
export function dateOf(text: string): CalendarDate | undefined {
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = dayFirst ?? [];
  const iso = dayFirst === null ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = parseCalendarDate(iso);
  return parsed.ok && Number(iso.slice(0, 4)) >= earliestBirthYear ? parsed.value : undefined;
}

/** The grade of a class: "7A", "Lớp 7B", "10 chuyên Toán". */
export function gradeOf(className: string): number | undefined {
  const digits = /^(?:lop )?(\d{1,2})(?!\d)/.exec(foldText(className))?.[1];
  const grade = Number(digits);
  return digits !== undefined && grade >= 1 && grade <= 12 ? grade : undefined;
}

/** Four ASCII digits of a year in which there were such papers. */
export function yearOf(text: string): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  return year >= 1990 ? year : undefined;
}

/**
 * An amount of đồng. Digits, or digits grouped by threes with one kind of separator at least twice ("2.000.000"): a single
 * group ("1.500") is fifteen hundred to one reader and one and a half to another, so it is refused.
 */
export function amountOf(text: string): bigint | undefined {
  const bare = text.replace(/\s*(?:đồng|vnđ|vnd|đ|₫)$/iu, '');
  const grouped = /^\d{1,3}([.,\s])\d{3}(?:\1\d{3})+$/.test(bare);
  const parsed = parseVnd(grouped ? bare.replaceAll(/\D/g, '') : bare);
  return parsed.ok ? parsed.value : undefined;
}

export const sexWords = ['Nam', 'Nữ'] as const;

export function sexOf(text: string): 'female' | 'male' | undefined {
  const folded = foldText(text);
  if (folded === 'nu') return 'female';
  return folded === 'nam' ? 'male' : undefined;
}

const longestName = 100;

/** Whether a text can be a name: letters with the marks that names have, nothing lost in a wrong encoding. */
export function isName(text: string): boolean {
  return text.length <= longestName && /^\p{L}[\p{L}\p{M} .'’-]*$/u.test(text);
}
