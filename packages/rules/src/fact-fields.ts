import { cleanText, parseCalendarDate, parseVnd, type CalendarDate } from '@khuyenhoc/kernel';
import { z } from 'zod';
import { isDecimal } from './decimal.ts';
import type { Localized } from './localized.ts';
import { isSchoolYear } from './school-year.ts';

/**
 * The fields that facts are made of. Each reads one value from outside or says in both languages what to write instead;
 * none guesses, since "1.000" is a thousand to one reader and one to another.
 */
export const dateField = field<CalendarDate>(
  (value) => {
    const parsed = typeof value === 'string' ? parseCalendarDate(value) : undefined;
    return parsed?.ok === true ? parsed.value : undefined;
  },
  {
    vi: 'Ngày phải có trong lịch và viết theo dạng năm-tháng-ngày, ví dụ 2024-09-05.',
    en: 'Write a day of the calendar as year-month-day, for example 2024-09-05.',
  },
);

/** An amount of đồng as digits; the same amount always reads as the same text. */
export const amountField = field<string>(
  (value) => {
    const parsed = typeof value === 'string' ? parseVnd(value) : undefined;
    return parsed?.ok === true ? parsed.value.toString() : undefined;
  },
  {
    vi: 'Số tiền phải là chuỗi chữ số 0-9 trong ngoặc kép, lớn hơn 0, không dấu chấm, ví dụ "1500000".',
    en: 'Write the amount as a quoted text of the digits 0-9, above zero, without separators, for example "1500000".',
  },
);

/** Words of at most `longest` characters, in NFC and with single blanks. */
export function textField(longest: number): z.ZodType<string> {
  return field(
    (value) => {
      if (typeof value !== 'string' || value.length > longest * 4 || !value.isWellFormed()) return undefined;
      const text = cleanText(value);
      return text !== '' && text.length <= longest ? text : undefined;
    },
    {
      vi: `Cần một chuỗi ký tự trong ngoặc kép, không để trống, dài nhất ${longest} ký tự.`,
      en: `Write a quoted text that is not blank, of at most ${longest} characters.`,
    },
  );
}

/** A code such as "near-poor" or "circular-22-2021". */
export const codeField = field<string>((value) => matching(value, /^[a-z0-9]+(-[a-z0-9]+)*$/, 60), {
  vi: 'Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ "ho-ngheo".',
  en: 'Write a code of lower-case letters without accents, digits and hyphens, for example "near-poor".',
});

/** A school year, "2024-2025". */
export const schoolYearField = field<string>(
  (value) => (typeof value === 'string' && isSchoolYear(value) ? value : undefined),
  {
    vi: 'Năm học viết bằng hai năm liền nhau, ví dụ "2024-2025".',
    en: 'Write the school year as two years that follow each other, for example "2024-2025".',
  },
);

/** A result on a scale: a level's code or a decimal number with a point. */
export const resultField = field<string>(
  (value) => (typeof value === 'string' && isDecimal(value) ? value : matching(value, /^[a-z]+(-[a-z]+)*$/, 60)),
  {
    vi: 'Kết quả phải là mã mức (ví dụ "kha") hoặc số thập phân dùng dấu chấm trong ngoặc kép (ví dụ "8.2").',
    en: 'Write the result as the code of a level ("kha") or as a quoted decimal number with a point ("8.2").',
  },
);

/** A whole number within bounds; -0 is not 0 to a hash, so it is refused. */
export function wholeNumberField(least: number, most: number): z.ZodType<number> {
  return field(
    (value) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || Object.is(value, -0)) return undefined;
      return least <= value && value <= most ? value : undefined;
    },
    { vi: `Cần một số nguyên từ ${least} đến ${most}.`, en: `Write a whole number from ${least} to ${most}.` },
  );
}

/** Values by names of the writer's own. A name is a plain word, and "__proto__", which readers of JSON skip in silence, is refused aloud. */
export function recordField<Value>(value: z.ZodType<Value>): z.ZodType<{ readonly [name: string]: Value }> {
  const named = field<object>(
    (given) => {
      if (typeof given !== 'object' || given === null) return undefined;
      return Object.getOwnPropertyNames(given).every((name) => /^[a-z][A-Za-z0-9]{0,39}$/.test(name))
        ? given
        : undefined;
    },
    {
      vi: 'Tên trường bắt đầu bằng chữ thường, chỉ gồm chữ không dấu và chữ số, dài nhất 40 ký tự.',
      en: 'Write each name with letters without accents and digits, beginning in lower case, of at most 40 characters.',
    },
  );
  return named.pipe(z.record(z.string(), value));
}

function matching(value: unknown, pattern: RegExp, longest: number): string | undefined {
  return typeof value === 'string' && value.length <= longest && pattern.test(value) ? value : undefined;
}

function field<Value>(read: (value: unknown) => Value | undefined, message: Localized): z.ZodType<Value> {
  return z.unknown().transform((value, context): Value => {
    const found = read(value);
    if (found !== undefined) return found;
    context.issues.push({ code: 'custom', input: value, message: message.en, params: { vi: message.vi } });
    return z.NEVER;
  });
}
