import { assertScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { errorWithCode } from '../matchers.ts';

const schema = createSchema();
const read = (scalar: string, given: unknown): unknown =>
  assertScalarType(schema.getType(scalar)).coerceInputValue(given);
const refused = (scalar: string, values: readonly unknown[]): void => {
  for (const [index, value] of values.entries()) {
    expect(() => read(scalar, value), `${scalar}, value ${index}`).toThrow(errorWithCode('VALUE_INVALID'));
  }
};

test('an amount is a string of digits above zero, exact beyond 2^53', () => {
  expect(read('Vnd', '999999999999999')).toBe(999_999_999_999_999n);
  refused('Vnd', [1_000_000, '0', '-1', '1e6', '1.000', '１００', '', '1000000000000001', null]);
  expect(assertScalarType(schema.getType('Vnd')).coerceOutputValue(9_007_199_254_740_993n)).toBe('9007199254740993');
});

test('a date is a day that exists', () => {
  expect(read('Date', '2024-02-29')).toBe('2024-02-29');
  refused('Date', ['2023-02-29', '2024-2-9', '29/02/2024', 20_240_229, '2024-02-29T00:00:00Z']);
  expect(read('DateTime', '2024-02-29T01:02:03.004Z')).toBe('2024-02-29T01:02:03.004Z');
  refused('DateTime', ['2024-02-30T01:02:03.004Z', '2024-02-29', '2024-02-29T01:02:03.004+07:00']);
});

test('text is one line in NFC with single blanks, without characters that no store keeps', () => {
  expect(read('ShortText', '  Nguyễn   Văn A ')).toBe('Nguyễn Văn A'.normalize('NFC'));
  refused('ShortText', ['', '   ', 'a\u0000b', 'a\ud800', 'x'.repeat(201), 5]);
  expect(read('LongText', 'dòng một\ndòng hai')).toBe('dòng một\ndòng hai');
  refused('LongText', ['a\u0000b', '\udc00', 'x'.repeat(4_001)]);
});

test('an idempotency key is plain and long enough not to be met by chance', () => {
  expect(read('IdempotencyKey', 'pay:2024-09:0001')).toBe('pay:2024-09:0001');
  refused('IdempotencyKey', ['short', 'với dấu cách', 'x'.repeat(101), "' or 1=1 --", 12_345_678]);
  refused('Hash', ['a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)]);
});

test('JSON goes a bounded way down and holds whole characters only', () => {
  const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);
  expect(read('JSON', { claims: [{ value: true }] })).toEqual({ claims: [{ value: true }] });
  expect(read('JSON', nested(20))).toBeDefined();
  refused('JSON', [nested(21), nested(50_000), { a: '\ud800' }, { '\udc00': 1 }]);
});
