import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, nameParts, nameSortKey, searchWords } from '../src/index.ts';

const letters = Array.from('aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ');
const aWord = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 5 }).map((word) => word.join(''));
const aName = fc.array(aWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

/** An authority of its own: the collation of CLDR for Vietnamese, which the keys must not need. */
const collator = new Intl.Collator('vi');

function byCollation(left: string, right: string): number {
  const [a, b] = [nameParts(left), nameParts(right)];
  return (
    collator.compare(a.given, b.given) || collator.compare(a.middle, b.middle) || collator.compare(a.family, b.family)
  );
}

describe('the sort key of a name', () => {
  test('puts names in the order of the Vietnamese collation', () => {
    fc.assert(
      fc.property(aName, aName, (left, right) => {
        expect(Math.sign(compareNames(left, right))).toBe(Math.sign(byCollation(left, right)));
      }),
      propertyRuns(100_000),
    );
  });

  test('is decided by the last letter where names differ in nothing else', () => {
    for (const left of letters)
      for (const right of letters)
        expect(Math.sign(compareNames(`Lê ${left}`, `Lê ${right}`)), `${left} ${right}`).toBe(
          Math.sign(collator.compare(left, right)),
        );
  });

  test('is ASCII alone, so that its bytes sort alike everywhere', () => {
    for (const name of ["H'Bia Êban", 'Y Ƀun', 'K’Brôih', 'Nguyễn Văn 2', 'Lê 明', 'Ｌê\u{1F600}', ''])
      expect(nameSortKey(name)).toMatch(/^[ -~]*$/);
  });

  test('puts a shorter middle name before a longer one that begins with it', () => {
    expect(['Lê Thị Thu An', 'Lê Thị An', 'Lê An'].toSorted(compareNames)).toEqual([
      'Lê An',
      'Lê Thị An',
      'Lê Thị Thu An',
    ]);
  });

  test('does not know large letters from small ones', () => {
    expect(nameSortKey('NGUYỄN VĂN ĐỨC')).toBe(nameSortKey('Nguyễn Văn Đức'));
  });
});

test('a name is found by each of its words, without accents, each once', () => {
  expect(searchWords('Nguyễn Thị Hoà')).toEqual(['nguyen', 'thi', 'hoa']);
  expect(searchWords("H'Bia  Êban-Niê")).toEqual(['h', 'bia', 'eban', 'nie']);
  expect(searchWords('Hòa Hoà hoa')).toEqual(['hoa']);
  expect(searchWords(' .,- ')).toEqual([]);
});
