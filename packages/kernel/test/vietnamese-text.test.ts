import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, compareNames, foldText, maskName, nameParts } from '../src/index.ts';

const letters = Array.from('aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ');
const aWord = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((word) => word.join(''));
const aName = fc.array(aWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('clean text', () => {
  test('is one form, whether it was typed composed or decomposed', () => {
    const composed = 'Nguyễn Thị Hằng';
    expect(composed.normalize('NFD')).not.toBe(composed);
    expect(cleanText(composed.normalize('NFD'))).toBe(composed);
  });

  test('has no outer blanks, and single inner ones, also where Excel left no-break spaces', () => {
    expect(cleanText('  Trần \t Văn\u00A0\u00A0Bình\n')).toBe('Trần Văn Bình');
    expect(cleanText(' \u00A0 ')).toBe('');
  });

  test('stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      propertyRuns(10_000),
    );
  });
});

describe('search without accents', () => {
  test('finds Hòa and Hoà by hoa, the two places a tone mark is put', () => {
    expect('Hòa').not.toBe('Hoà');
    for (const name of ['Hòa', 'Hoà', 'HOÀ', 'hoa', 'Hòa'.normalize('NFD')]) expect(foldText(name)).toBe('hoa');
  });

  test('finds Đào by dao, since đ is a letter and not an accented d', () => {
    expect(foldText('Đào')).toBe('dao');
    expect(foldText('ĐẶNG ĐỨC ĐÔ')).toBe('dang duc do');
  });

  test('takes every Vietnamese letter to one of ASCII', () => {
    for (const letter of letters) {
      expect(foldText(letter)).toMatch(/^[a-z]$/);
      expect(foldText(letter.toUpperCase())).toBe(foldText(letter));
      expect(foldText(letter.normalize('NFD'))).toBe(foldText(letter));
    }
    expect(letters).toHaveLength(89);
  });
});

describe('the parts of a name', () => {
  test('go by position: family name first, given name last', () => {
    expect(nameParts('Nguyễn Thị Minh Khai')).toEqual({ family: 'Nguyễn', middle: 'Thị Minh', given: 'Khai' });
    expect(nameParts('Lê Lợi')).toEqual({ family: 'Lê', middle: '', given: 'Lợi' });
  });

  test('of one word are a given name, and of nothing are empty', () => {
    expect(nameParts('Siu')).toEqual({ family: '', middle: '', given: 'Siu' });
    expect(nameParts('   ')).toEqual({ family: '', middle: '', given: '' });
  });

  test('put together again are the clean name', () => {
    fc.assert(
      fc.property(aName, (name) => {
        const { family, middle, given } = nameParts(`  ${name} `);
        expect([family, middle, given].filter((part) => part !== '').join(' ')).toBe(cleanText(name));
      }),
      propertyRuns(10_000),
    );
  });
});

describe('the order of names', () => {
  const sorted = (names: readonly string[]) => names.toSorted(compareNames);

  test('knows ă, â, đ, ê, ô, ơ and ư as letters of their own, after the plain ones', () => {
    const inOrder = 'An Ánh Ăn Ân Dung Đào En Ê Ha Ngọc Oanh Ông Ơn Phúc Phương Thảo Trang Tú Uyên Ưng'.split(' ');
    expect(sorted(inOrder.toReversed())).toEqual(inOrder);
  });

  test('takes tones last, in the order level, grave, hook, tilde, acute, dot', () => {
    const inOrder = ['Ha', 'Hà', 'Hả', 'Hã', 'Há', 'Hạ'];
    expect(sorted(inOrder.toReversed())).toEqual(inOrder);
    // The letters decide before any tone does.
    expect(sorted(['Hàng', 'Hạ', 'Han'])).toEqual(['Hạ', 'Han', 'Hàng']);
  });

  test('looks at the given name first, then the middle, then the family name', () => {
    const inOrder = [
      'Vũ Văn An',
      'Lê Thị Ánh',
      'Đinh Thị Dung',
      'Phạm Thị Dung',
      'Bùi Văn Dung',
      'Trần Anh Đào',
      'Cao Hà',
    ];
    expect(sorted(inOrder.toReversed())).toEqual(inOrder);
  });

  test('is the same for composed and decomposed text', () => {
    expect(compareNames('Trần Thị Hằng', 'Trần Thị Hằng'.normalize('NFD'))).toBe(0);
  });

  test('is a total order: it never turns round, and never runs in a circle', () => {
    fc.assert(
      fc.property(aName, aName, aName, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(0 - Math.sign(compareNames(b, a)));
        const [first, second, third] = [a, b, c].toSorted(compareNames);
        expect(compareNames(first ?? '', third ?? '')).toBeLessThanOrEqual(0);
        expect(compareNames(first ?? '', second ?? '')).toBeLessThanOrEqual(0);
      }),
      propertyRuns(10_000),
    );
  });
});

describe('a masked name', () => {
  test('shows initials and one letter of the given name', () => {
    expect(maskName('Nguyễn Văn An')).toBe('N. V. A***');
    expect(maskName('Nguyễn Thị Minh Khai')).toBe('N. T. M. K***');
    expect(maskName('Đặng Ánh')).toBe('Đ. Á***');
    expect(maskName('Siu')).toBe('S***');
    expect(maskName('')).toBe('***');
  });

  test('does not tell how long the given name is', () => {
    expect(maskName('Lê Văn Tú')).toBe(maskName('Lê Văn Trường'));
  });

  test('is the same for decomposed text, so that an initial keeps its accent', () => {
    expect(maskName('Ấu Ân'.normalize('NFD'))).toBe('Ấ. Â***');
  });

  test('never holds two letters of a word in a row', () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(maskName(name)).not.toMatch(/\p{L}\p{L}/u);
      }),
      propertyRuns(10_000),
    );
  });
});
