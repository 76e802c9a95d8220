import { expect, test } from 'vitest';
import { propertyRuns, scale, seed } from '../src/index.ts';
import { readScale } from '../src/read-scale.ts';

test('an ordinary run takes a hundredth, from a seed that never changes', () => {
  expect(readScale({})).toEqual({ share: 0.01, seed: 1 });
});

test('a deep run takes everything, from the seed it was given', () => {
  expect(readScale({ KHUYENHOC_DEEP: '1', KHUYENHOC_SEED: '42' })).toEqual({ share: 1, seed: 42 });
});

test('a seed that no run could have printed is refused', () => {
  for (const given of ['', 'abc', '-1', '1.5', '2147483648']) {
    expect(() => readScale({ KHUYENHOC_SEED: given })).toThrow(RangeError);
  }
});

test('every test does something, whatever the scale', () => {
  expect(scale(1)).toBe(1);
  expect(scale(0)).toBe(1);
});

test('the options of a property are the scaled count and the seed', () => {
  expect(propertyRuns(500)).toEqual({ numRuns: scale(500), seed });
});
