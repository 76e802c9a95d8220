import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatVnd, largestVnd, parseVnd } from '../src/index.ts';

const refused = (given: string, problem: string) => ({ ok: false, error: { code: 'AMOUNT_INVALID', given, problem } });

describe('an amount from outside', () => {
  test('is read as an exact bigint', () => {
    expect(parseVnd('1')).toEqual({ ok: true, value: 1n });
    expect(parseVnd('500000')).toEqual({ ok: true, value: 500_000n });
    expect(parseVnd('0500000')).toEqual({ ok: true, value: 500_000n });
    expect(parseVnd('1000000000000000')).toEqual({ ok: true, value: largestVnd });
  });

  test.each(['0', '000', '-1', '-500000', '-0'])('%s is refused because it is not above zero', (text) => {
    expect(parseVnd(text)).toEqual(refused(text, 'NOT_POSITIVE'));
  });

  test.each(['1000000000000001', '9007199254740993', '9223372036854775807', '9223372036854775808', '1'.repeat(39)])(
    '%s is refused because it is too large, not rounded',
    (text) => {
      expect(parseVnd(text)).toEqual(refused(text, 'TOO_LARGE'));
    },
  );

  test.each([
    ['scientific notation', '1e3'],
    ['grouped by dots', '1.000'],
    ['grouped by commas', '1,000'],
    ['a fraction', '1000.0'],
    ['a plus sign', '+1'],
    ['full-width digits', '１０００'],
    ['Arabic-Indic digits', '١٠٠'],
    ['a leading blank', ' 1000'],
    ['a trailing blank', '1000 '],
    ['a trailing line break', '1000\n'],
    ['an inner no-break space', '1\u00A0000'],
    ['a hexadecimal number', '0x10'],
    ['a bigint literal', '1000n'],
    ['a currency sign', '1000₫'],
    ['nothing', ''],
    ['words', 'một triệu'],
  ])('written as %s is refused rather than guessed at', (_how, text) => {
    expect(parseVnd(text)).toEqual(refused(text, 'NOT_AN_INTEGER'));
  });

  test('is told back cut short, so that a refusal cannot carry a flood', () => {
    const parsed = parseVnd('x'.repeat(100_000));
    expect(parsed).toEqual(refused('x'.repeat(40), 'NOT_AN_INTEGER'));
  });

  test('is the very number whose digits were given, whatever it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: largestVnd }), (amount) => {
        expect(parseVnd(amount.toString())).toEqual({ ok: true, value: amount });
      }),
      propertyRuns(10_000),
    );
  });
});

describe('an amount on paper', () => {
  test('has dots between thousands and the sign of the đồng', () => {
    expect(formatVnd(0n)).toBe('0 ₫');
    expect(formatVnd(999n)).toBe('999 ₫');
    expect(formatVnd(1_000n)).toBe('1.000 ₫');
    expect(formatVnd(1_234_567n)).toBe('1.234.567 ₫');
    expect(formatVnd(9_007_199_254_740_993n)).toBe('9.007.199.254.740.993 ₫');
  });

  test('keeps its sign when it is below zero', () => {
    expect(formatVnd(-500_000n)).toBe('-500.000 ₫');
    expect(formatVnd(-1n)).toBe('-1 ₫');
  });

  test('says the same number once the dots are taken out', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (amount) => {
        const text = formatVnd(amount);
        expect(text).toMatch(/^-?\d{1,3}(\.\d{3})* ₫$/);
        expect(BigInt(text.replaceAll(/[.₫ ]/g, ''))).toBe(amount);
      }),
      propertyRuns(10_000),
    );
  });
});
