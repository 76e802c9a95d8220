import { expect, test } from 'vitest';
import { assert, AssertionError, err, ok, present } from '../src/index.ts';

test('a broken assumption throws with its own name, so that the edge can tell a bug from a refusal', () => {
  expect(() => assert(false, 'the sum is not zero')).toThrow(new AssertionError('the sum is not zero'));
  expect(new AssertionError('x').name).toBe('AssertionError');
  expect(() => assert(true, 'never said')).not.toThrow();
});

test('present gives back what is there, also when it looks empty', () => {
  expect(present(0, 'zero')).toBe(0);
  expect(present('', 'text')).toBe('');
  expect(present(false, 'answer')).toBe(false);
});

test('present throws on null and undefined and says what is missing', () => {
  expect(() => present(undefined, 'the head of the award')).toThrow('the head of the award is missing');
  expect(() => present(null, 'the head of the award')).toThrow(AssertionError);
});

test('a result is either a value or an error, never both', () => {
  expect(ok(5n)).toEqual({ ok: true, value: 5n });
  expect(err({ code: 'OVER_QUOTA' })).toEqual({ ok: false, error: { code: 'OVER_QUOTA' } });
});
