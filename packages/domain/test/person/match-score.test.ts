import { calendarDate, type PersonId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedPeople, matchTexts, personTraitsOf, scoreMatch, type ToldOfPerson } from '../../src/index.ts';

const told = (fullName: string, birthDate: string | null, school: string | null): ToldOfPerson => ({
  fullName,
  birthDate: birthDate === null ? null : calendarDate(birthDate),
  school,
});
const score = (left: ToldOfPerson, right: ToldOfPerson) =>
  scoreMatch(personTraitsOf(left, null), personTraitsOf(right, null));

const hoa = told('Nguyễn Thị Hòa', '2012-09-05', 'Trường THCS Trung Sơn');

describe('how sure it is that two records are of one person', () => {
  test.each([
    ['the same, with the tone put elsewhere', told('Nguyễn Thị Hoà', '2012-09-05', 'THCS xã Trung Sơn'), 100, 'SAME'],
    ['another school', told('Nguyễn Thị Hòa', '2012-09-05', 'THCS Mẫu'), 85, 'PROBABLE'],
    ['the words in another order', told('Hòa Nguyễn Thị', '2012-09-05', 'THCS Trung Sơn'), 95, 'PROBABLE'],
    ['day and month turned', told('Nguyễn Thị Hòa', '2012-05-09', 'THCS Trung Sơn'), 85, 'PROBABLE'],
    ['a mistyped year', told('Nguyễn Thị Hòa', '2011-09-05', 'THCS Trung Sơn'), 75, 'POSSIBLE'],
    ['no middle name', told('Nguyễn Hòa', '2012-09-05', 'THCS Trung Sơn'), 75, 'POSSIBLE'],
    ['a namesake of the school', told('Nguyễn Thị Hòa', '2009-01-31', 'THCS Trung Sơn'), 60, 'NONE'],
    ['a twin', told('Nguyễn Thị Bình', '2012-09-05', 'THCS Trung Sơn'), 55, 'NONE'],
    ['nobody', told('Trần Văn Bình', '2010-01-31', 'THCS Mẫu'), 0, 'NONE'],
  ] as const)('is told for %s', (_, other, points, band) => {
    expect(score(hoa, other)).toMatchObject({ score: points, band });
  });

  test('is decided by the personal number alone where both have one', () => {
    const mine = personTraitsOf(hoa, 'a');
    expect(scoreMatch(mine, personTraitsOf(told('Trần Văn Bình', null, null), 'a'))).toMatchObject({ band: 'SAME' });
    expect(scoreMatch(mine, personTraitsOf(hoa, 'b'))).toMatchObject({ score: 0, reasons: ['OTHER_NUMBER'] });
  });

  const aTold = fc.record({
    fullName: fc
      .array(fc.constantFrom('An', 'Bình', 'Hòa', 'Thị', 'Nguyễn'), { minLength: 1, maxLength: 3 })
      .map((words) => words.join(' ')),
    birthDate: fc.constantFrom(
      null,
      ...['2012-09-05', '2012-05-09', '2011-09-05', '2012-09-06', '2010-01-31'].map(calendarDate),
    ),
    school: fc.constantFrom(null, 'THCS Mẫu', 'THCS Trung Sơn'),
  });

  test('is the same from either side, and full of whoever is compared with himself and told whole', () => {
    fc.assert(
      fc.property(aTold, aTold, (left, right) => {
        expect(score(left, right)).toEqual(score(right, left));
        if (left.birthDate !== null && left.school !== null) expect(score(left, left).score).toBe(100);
      }),
      propertyRuns(100_000),
    );
  });

  test('never falls when one more thing agrees', () => {
    fc.assert(
      fc.property(aTold, aTold, fc.constantFrom('fullName', 'birthDate', 'school'), (left, right, agreed) => {
        const closer = { ...right, [agreed]: left[agreed] };
        expect(score(left, closer).score).toBeGreaterThanOrEqual(score(left, right).score);
      }),
      propertyRuns(100_000),
    );
  });

  test('is asked of everybody who could be the same: whoever scores shares a key', () => {
    fc.assert(
      fc.property(aTold, aTold, (left, right) => {
        if (score(left, right).band === 'NONE') return;
        const keys = (of: ToldOfPerson) => matchTexts(personTraitsOf(of, null)).map(({ text }) => text);
        expect(keys(left).some((key) => keys(right).includes(key))).toBe(true);
      }),
      propertyRuns(100_000),
    );
  });
});

test('who is joined is the one registered first, in whatever order it was found out, and nobody else', () => {
  const ids = Array.from({ length: 8 }, (_, index) => `p${index}` as PersonId);
  const aPair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a < b);
  fc.assert(
    fc.property(fc.array(aPair, { maxLength: 10 }), (pairs) => {
      const same = pairs.map(([leftId, rightId]) => ({ leftId, rightId }));
      const joined = joinedPeople(same);
      expect(joinedPeople(same.toReversed())).toEqual(new Map(joined));
      for (const { leftId, rightId } of same) expect(joined.get(leftId)).toBe(joined.get(rightId));
      for (const [id, first] of joined) expect(first <= id).toBe(true);
      expect(new Set(joined.keys())).toEqual(new Set(pairs.flat()));
    }),
    propertyRuns(10_000),
  );
});
