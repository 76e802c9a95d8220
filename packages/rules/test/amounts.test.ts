import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { compareDecimals, timesDecimal } from '@khuyenhoc/rules';

describe('amounts times a factor', () => {
  test.each([
    { amount: 2_000_000n, factor: '1.5', mode: 'half-up', unitVnd: 1n, product: 3_000_000n },
    { amount: 10_000_000n, factor: '2.0', mode: 'down', unitVnd: 1n, product: 20_000_000n },
    { amount: 2_340_000n, factor: '0.3', mode: 'down', unitVnd: 1n, product: 702_000n },
    { amount: 1_000_001n, factor: '0.5', mode: 'down', unitVnd: 1n, product: 500_000n },
    { amount: 1_000_001n, factor: '0.5', mode: 'half-up', unitVnd: 1n, product: 500_001n },
    { amount: 1_234_567n, factor: '1', mode: 'half-up', unitVnd: 1000n, product: 1_235_000n },
    { amount: 1_234_400n, factor: '1', mode: 'up', unitVnd: 1000n, product: 1_235_000n },
  ] as const)(
    '$amount × $factor, rounded $mode to $unitVnd, is $product',
    ({ amount, factor, mode, unitVnd, product }) => {
      expect(timesDecimal(amount, factor, { mode, unitVnd })).toBe(product);
    },
  );

  test('rounding moves an amount by less than one unit, in its own direction', () => {
    const cents = fc.bigInt({ min: 1n, max: 10n ** 13n });
    fc.assert(
      fc.property(cents, fc.nat(99_999), fc.constantFrom(1n, 500n, 1000n), (amount, thousandths, unitVnd) => {
        const factor = `${Math.trunc(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
        const exact = amount * BigInt(thousandths);
        const down = timesDecimal(amount, factor, { mode: 'down', unitVnd }) * 1000n;
        const up = timesDecimal(amount, factor, { mode: 'up', unitVnd }) * 1000n;
        expect(down <= exact && exact - down < unitVnd * 1000n).toBe(true);
        expect(up >= exact && up - exact < unitVnd * 1000n).toBe(true);
      }),
    );
  });
});

test('decimals are compared by worth, not by their letters', () => {
  expect(compareDecimals('8', '8.0')).toBe(0);
  expect(compareDecimals('10', '9.5')).toBe(1);
  expect(compareDecimals('7.49', '7.5')).toBe(-1);
  expect(() => compareDecimals('8,5', '8')).toThrow('not a decimal number');
});
