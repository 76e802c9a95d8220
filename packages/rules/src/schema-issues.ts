import type { z } from 'zod';
import type { Localized } from './localized.ts';

/** One thing that is wrong with data from outside: where it stands, what is wrong and what to write instead. */
export interface DataProblem {
  readonly path: string;
  readonly message: Localized;
}

/** Turns a schema's issues into problems in both languages. */
export function describeIssues(error: z.ZodError): readonly DataProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: describeIssue(issue) }));
}

const typeNames: { readonly [type: string]: Localized | undefined } = {
  string: { vi: 'một chuỗi ký tự trong ngoặc kép', en: 'a text in quotes' },
  number: { vi: 'một số nguyên', en: 'a whole number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm trường', en: 'a group of fields' },
  record: { vi: 'một nhóm trường', en: 'a group of fields' },
};

function describeIssue(issue: z.core.$ZodIssue): Localized {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? { vi: issue.expected, en: issue.expected };
      return {
        vi: `Cần ${wanted.vi}; hãy điền hoặc sửa trường này.`,
        en: `Expected ${wanted.en}; fill in or correct this field.`,
      };
    }
    case 'unrecognized_keys':
      return {
        vi: `Không có trường nào tên là ${issue.keys.join(', ')}; hãy bỏ đi hoặc sửa lại tên.`,
        en: `There is no field named ${issue.keys.join(', ')}; remove it or correct its name.`,
      };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { vi: `Chỉ nhận một trong các giá trị: ${values}.`, en: `Use one of: ${values}.` };
    }
    case 'too_small':
      return {
        vi: `Quá nhỏ hoặc quá ngắn; tối thiểu là ${issue.minimum}.`,
        en: `Too small or too short; the least is ${issue.minimum}.`,
      };
    case 'too_big':
      return {
        vi: `Quá lớn hoặc quá dài; tối đa là ${issue.maximum}.`,
        en: `Too large or too long; the most is ${issue.maximum}.`,
      };
    case 'custom': {
      const vi: unknown = issue.params?.['vi'];
      return { vi: typeof vi === 'string' ? vi : 'Giá trị không hợp lệ; hãy sửa lại.', en: issue.message };
    }
    default:
      return {
        vi: 'Giá trị không đúng dạng; hãy sửa lại theo mẫu.',
        en: `The form is not right (${issue.message}); correct it.`,
      };
  }
}
