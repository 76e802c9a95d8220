import { checkPlaces } from '@khuyenhoc/domain';
import { expect, test } from 'vitest';
import { aPlace, aSuccession } from './makers.ts';

const old = aPlace('a', null, '2025-06-30');
const other = aPlace('b', null, '2025-06-30');
const merged = aPlace('a', '2025-07-01', null);

test('two places that merge into one that takes the code of the first make a tree', () => {
  const successions = [aSuccession('a', 'a', '2025-07-01'), aSuccession('b', 'a', '2025-07-01')];
  expect(checkPlaces([old, other, merged], successions)).toEqual([]);
});

test('one code names one place on a day', () => {
  const early = aPlace('a', '2025-06-30', null);
  expect(checkPlaces([old, early], [])).toEqual([
    {
      code: 'PLACE_PERIODS_OVERLAP',
      codeSystem: 'TEST',
      placeCode: 'a',
      on: '2025-06-30',
      names: [old.name, early.name],
    },
  ]);
  expect(checkPlaces([aPlace('a', null, null), aPlace('a', null, '2020-01-01')], [])).toMatchObject([
    { code: 'PLACE_PERIODS_OVERLAP', on: null },
  ]);
  // The same code in another system is another place.
  expect(checkPlaces([old, { ...early, codeSystem: 'OTHER' }], [])).toEqual([]);
});

test('a period does not end before it begins', () => {
  expect(checkPlaces([aPlace('a', '2025-07-02', '2025-07-01')], [])).toMatchObject([
    { code: 'PLACE_PERIOD_REVERSED', placeCode: 'a', on: '2025-07-02', validTo: '2025-07-01' },
  ]);
});

test('a place lies in one that exists on every day of its life, perhaps under one code after another of its periods', () => {
  const parents = [aPlace('p', null, '2025-06-30'), aPlace('p', '2025-07-01', null)];
  expect(checkPlaces([...parents, aPlace('a', null, null, { parentCode: 'p' })], [])).toEqual([]);
  const late = aPlace('a', null, '2020-12-31', { parentCode: 'q' });
  const gap = [aPlace('p', null, '2025-05-31'), aPlace('p', '2025-07-01', null), aPlace('q', '2020-01-01', null)];
  expect(checkPlaces([...gap, late, aPlace('b', '2021-01-01', null, { parentCode: 'p' })], [])).toEqual([
    { code: 'PLACE_PARENT_MISSING', codeSystem: 'TEST', placeCode: 'a', on: null, parentCode: 'q' },
    { code: 'PLACE_PARENT_MISSING', codeSystem: 'TEST', placeCode: 'b', on: '2025-06-01', parentCode: 'p' },
  ]);
});

test('no place lies in itself, over however many others', () => {
  const cycle = [
    aPlace('a', '2020-01-01', null, { parentCode: 'b' }),
    aPlace('b', '2020-01-01', null, { parentCode: 'c' }),
    aPlace('c', '2020-01-01', null, { parentCode: 'a' }),
    // It lies in the cycle without being part of it.
    aPlace('d', '2020-01-01', null, { parentCode: 'a' }),
  ];
  expect(checkPlaces(cycle, [])).toMatchObject([
    { code: 'PLACE_CYCLE', placeCode: 'a', on: '2020-01-01', codes: ['a', 'b', 'c'] },
    { code: 'PLACE_CYCLE', placeCode: 'b' },
    { code: 'PLACE_CYCLE', placeCode: 'c' },
  ]);
});

test('a place passes into one that begins as it ends', () => {
  expect(checkPlaces([old, other, merged], [aSuccession('b', 'a', '2025-07-02')])).toMatchObject([
    { code: 'PREDECESSOR_DID_NOT_END', placeCode: 'b', on: '2025-07-02', toCode: 'a' },
    { code: 'SUCCESSOR_DID_NOT_BEGIN', placeCode: 'a', on: '2025-07-02', fromCode: 'b' },
  ]);
  const unchanged = aPlace('c', null, null);
  expect(checkPlaces([other, unchanged], [aSuccession('b', 'c', '2025-07-01')])).toMatchObject([
    { code: 'SUCCESSOR_DID_NOT_BEGIN', placeCode: 'c', on: '2025-07-01', fromCode: 'b' },
  ]);
});

test('what a place passes on is the whole of it, exactly', () => {
  const halves = [merged, aPlace('c', '2025-07-01', null)];
  const split = (first: number, second: number, whole: number) =>
    checkPlaces(
      [old, ...halves],
      [
        aSuccession('a', 'a', '2025-07-01', { parts: first, whole }),
        aSuccession('a', 'c', '2025-07-01', { parts: second, whole }),
      ],
    );
  expect(split(1, 2, 3)).toEqual([]);
  for (const [first, second] of [
    [1, 1],
    [2, 2],
  ] as const) {
    expect(split(first, second, 3)).toEqual([
      {
        code: 'SHARES_NOT_WHOLE',
        codeSystem: 'TEST',
        placeCode: 'a',
        on: '2025-07-01',
        sum: { parts: first + second, whole: 3 },
        toCodes: ['a', 'c'],
      },
    ]);
  }
  expect(split(0, 3, 3)).toMatchObject([{ code: 'SHARES_NOT_WHOLE' }]);
  expect(split(1, 1, 0)).toMatchObject([{ code: 'SHARES_NOT_WHOLE' }]);
});

test('a share that nobody measured leaves room for itself beside those that are known', () => {
  const places = [old, merged, aPlace('c', '2025-07-01', null)];
  const beside = (parts: number) => [
    aSuccession('a', 'a', '2025-07-01', { parts, whole: 4 }),
    aSuccession('a', 'c', '2025-07-01', null),
  ];
  expect(checkPlaces(places, beside(3))).toEqual([]);
  expect(checkPlaces(places, beside(4))).toMatchObject([{ code: 'SHARES_NOT_WHOLE', sum: { parts: 1, whole: 1 } }]);
});

test('a succession is told once', () => {
  const twice = [aSuccession('b', 'a', '2025-07-01', null), aSuccession('b', 'a', '2025-07-01', null)];
  expect(checkPlaces([old, other, merged], twice)).toMatchObject([
    { code: 'SUCCESSION_REPEATED', placeCode: 'b', toCode: 'a' },
  ]);
});
