import { placeOn, placeTree, predecessorsOn, successorsOn, type Place, type PlaceSuccession } from '@khuyenhoc/domain';
import { addDays, calendarDate, present } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlace, aSuccession } from './makers.ts';

const day = calendarDate;

describe('a code given again with another meaning', () => {
  // The township 08230 grew into a commune that took its code, while the old commune of that name had 08278.
  const tree = placeTree(
    [
      aPlace('08230', null, '2025-06-30', { name: 'Thị trấn Phong Châu' }),
      aPlace('08278', null, '2025-06-30', { name: 'Xã Phù Ninh' }),
      aPlace('08230', '2025-07-01', null, { name: 'Xã Phù Ninh' }),
    ],
    [aSuccession('08230', '08230', '2025-07-01'), aSuccession('08278', '08230', '2025-07-01')],
  );
  const named = (code: string, on: string) => placeOn(tree, 'TEST', code, day(on))?.name;

  test('names a place only with a day', () => {
    expect(named('08230', '2024-05-01')).toBe('Thị trấn Phong Châu');
    expect(named('08230', '2025-06-30')).toBe('Thị trấn Phong Châu');
    expect(named('08230', '2025-07-01')).toBe('Xã Phù Ninh');
    expect(named('08278', '2025-06-30')).toBe('Xã Phù Ninh');
    expect(named('08278', '2025-07-01')).toBeUndefined();
    expect(placeOn(tree, 'OTHER', '08230', day('2024-05-01'))).toBeNull();
  });

  test('leads to what it became and back to what it was made of', () => {
    const old = present(placeOn(tree, 'TEST', '08278', day('2024-05-01')), 'the old commune');
    const [now] = successorsOn(tree, old, day('2026-01-01'));
    expect(now).toMatchObject({ place: { code: '08230', name: 'Xã Phù Ninh' }, share: { parts: 1, whole: 1 } });
    const before = predecessorsOn(tree, present(now, 'its successor').place, day('2024-05-01'));
    expect(before.map(({ place }) => place.name)).toEqual(['Thị trấn Phong Châu', 'Xã Phù Ninh']);
  });

  test('leads nowhere before its beginning, and to itself while it stands', () => {
    const now = present(placeOn(tree, 'TEST', '08230', day('2026-01-01')), 'the new commune');
    expect(successorsOn(tree, now, day('2024-05-01'))).toEqual([]);
    expect(successorsOn(tree, now, day('2025-07-01'))).toEqual([{ place: now, share: { parts: 1, whole: 1 } }]);
    expect(predecessorsOn(tree, now, day('2030-01-01'))).toEqual([{ place: now, share: { parts: 1, whole: 1 } }]);
  });
});

test('shares multiply along a chain and add up where its ways meet again', () => {
  const tree = placeTree(
    [
      aPlace('a', null, '2019-12-31'),
      aPlace('b', '2020-01-01', '2024-12-31'),
      aPlace('c', '2020-01-01', '2024-12-31'),
      aPlace('d', '2025-01-01', null),
      aPlace('e', '2025-01-01', null),
    ],
    [
      aSuccession('a', 'b', '2020-01-01', { parts: 1, whole: 3 }),
      aSuccession('a', 'c', '2020-01-01', { parts: 2, whole: 3 }),
      aSuccession('b', 'd', '2025-01-01'),
      aSuccession('c', 'd', '2025-01-01', { parts: 1, whole: 2 }),
      aSuccession('c', 'e', '2025-01-01', { parts: 1, whole: 2 }),
    ],
  );
  const first = present(placeOn(tree, 'TEST', 'a', day('2010-01-01')), 'the first place');
  const ends = successorsOn(tree, first, day('2026-01-01')).map(({ place, share }) => [place.code, share]);
  expect(ends).toEqual([
    ['d', { parts: 2, whole: 3 }],
    ['e', { parts: 1, whole: 3 }],
  ]);
});

test('one share that nobody measured makes all that hangs on it unknown', () => {
  const tree = placeTree(
    [aPlace('a', null, '2019-12-31'), aPlace('b', '2020-01-01', '2024-12-31'), aPlace('c', '2025-01-01', null)],
    [aSuccession('a', 'b', '2020-01-01', null), aSuccession('b', 'c', '2025-01-01')],
  );
  const first = present(placeOn(tree, 'TEST', 'a', day('2010-01-01')), 'the first place');
  expect(successorsOn(tree, first, day('2026-01-01'))).toMatchObject([{ place: { code: 'c' }, share: null }]);
});

test('whatever is merged and split over the years, the shares of each place sum to one, forwards; and both ways agree', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      (plan) => {
        const { places, successions } = history(plan);
        const tree = placeTree(places, successions);
        const [start, end] = [day('2000-06-01'), addDays(day('2000-06-01'), plan.length * 365)];
        for (const place of places.filter((one) => one.validFrom === null)) {
          const ends = successorsOn(tree, place, end);
          const sum = ends.reduce(
            (total, { share }) => total + (share === null ? Number.NaN : share.parts / share.whole),
            0,
          );
          expect(sum).toBeCloseTo(1, 9);
          for (const { place: now, share } of ends) {
            const back = predecessorsOn(tree, now, start).find((one) => one.place === place);
            expect(back?.share).toEqual(share);
          }
        }
      },
    ),
    propertyRuns(5_000),
  );
});

/** Three places, reorganised once a year: the i-th goes in two halves into those that the plan names, of three new ones. */
function history(plan: readonly (readonly number[])[]): {
  readonly places: readonly Place[];
  readonly successions: readonly PlaceSuccession[];
} {
  const codes = ['a', 'b', 'c'];
  const begins = (year: number) => addDays(day('2000-07-01'), year * 365);
  const places = [...plan, null].flatMap((_, year) =>
    codes.map((code) =>
      aPlace(code, year === 0 ? null : begins(year - 1), year === plan.length ? null : addDays(begins(year), -1)),
    ),
  );
  const successions = plan.flatMap((targets, year) =>
    codes.flatMap((code, index) => {
      const target = targets[index] ?? 0;
      const [first, second] = [codes[target % 3] ?? 'a', codes[(target + 1 + Math.floor(target / 3)) % 3] ?? 'a'];
      if (first === second) return [aSuccession(code, first, begins(year))];
      return [
        aSuccession(code, first, begins(year), { parts: 1, whole: 2 }),
        aSuccession(code, second, begins(year), { parts: 1, whole: 2 }),
      ];
    }),
  );
  return { places, successions };
}
