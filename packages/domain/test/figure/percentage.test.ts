import { percentageOf, type Figure } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

function members(
  denominator: Figure['denominator'],
  value = 579_134n,
  precision: Figure['precision'] = 'EXACT',
): Figure {
  return {
    associationId: '0123456789' as AssociationId,
    indicator: 'members',
    asOf: calendarDate('2023-12-28'),
    value,
    precision,
    unit: 'PERSONS',
    denominator,
    source: 'Đại hội 2023',
  };
}

const population = { indicator: 'population', value: 1_402_262n, precision: 'ABOUT', source: 'báo cáo' } as const;
const adults = { indicator: 'adults', value: 1_034_168n, precision: 'ABOUT', source: 'báo' } as const;

test('one membership makes two percentages of two wholes, and each names its own', () => {
  expect(percentageOf(members(population))).toEqual({
    percent: '41.3',
    precision: 'ABOUT',
    of: population,
    isOverWhole: false,
  });
  expect(percentageOf(members(adults))).toMatchObject({ percent: '56.0', of: { indicator: 'adults' } });
});

test('without a denominator there is no percentage', () => {
  expect(percentageOf(members(null))).toBeNull();
});

test('what was told as "over" stays over, and an inexact whole makes it about', () => {
  const whole = { ...population, precision: 'EXACT' } as const;
  expect(percentageOf(members(whole, 530_000n, 'OVER'))).toMatchObject({ percent: '37.8', precision: 'OVER' });
  expect(percentageOf(members(population, 530_000n, 'OVER'))).toMatchObject({ precision: 'ABOUT' });
});

test('more than the whole is told as what it is, not hidden', () => {
  const communities = { indicator: 'communities', value: 74n, precision: 'EXACT', source: 'báo' } as const;
  expect(percentageOf(members(communities, 91n))).toMatchObject({ percent: '123.0', isOverWhole: true });
});

test('a percentage is off by at most half of its last digit', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), fc.bigInt(1n, 10n ** 15n), (value, whole) => {
      const shown = percentageOf(members({ ...population, value: whole }, value))?.percent ?? '';
      expect(shown).toMatch(/^\d+\.\d$/);
      const tenths = BigInt(shown.replace('.', ''));
      const difference = tenths * whole - value * 1_000n;
      expect(difference * 2n <= whole && -difference * 2n <= whole).toBe(true);
    }),
    propertyRuns(5_000),
  );
});
