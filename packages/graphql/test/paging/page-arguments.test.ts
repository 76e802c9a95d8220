import { expect, test } from 'vitest';
import { pageRequest } from '../../src/paging/page-arguments.ts';
import { pageCost } from '../../src/paging/page-cost.ts';
import { errorWithCode } from '../matchers.ts';

test('a page has twenty entries unless said, and goes forwards', () => {
  expect(pageRequest({})).toEqual({ limit: 20, after: null, before: null, backwards: false });
  expect(pageRequest({ first: 5, after: 'x' })).toEqual({ limit: 5, after: 'x', before: null, backwards: false });
  expect(pageRequest({ last: 5, before: 'x' })).toEqual({ limit: 5, after: null, before: 'x', backwards: true });
  expect(pageRequest({ before: 'x' }).backwards).toBe(true);
});

test('a page that asks for too much, for nothing, or both ways at once is refused', () => {
  for (const first of [0, -1, 101, 2_147_483_647])
    expect(() => pageRequest({ first })).toThrow(errorWithCode('PAGE_SIZE_INVALID'));
  for (const args of [
    { first: 1, last: 1 },
    { after: 'a', before: 'b' },
    { first: 1, before: 'b' },
    { last: 1, after: 'a' },
  ]) {
    expect(() => pageRequest(args)).toThrow(errorWithCode('PAGE_INVALID'));
  }
  expect(() => pageRequest({ after: 'x'.repeat(501) })).toThrow(errorWithCode('CURSOR_INVALID'));
});

test('a page costs as many entries as it may hold', () => {
  expect(pageCost({})).toEqual({ field: 1, multiplier: 20 });
  expect(pageCost({ first: 100 }).multiplier).toBe(100);
  expect(pageCost({ last: 1_000_000 }).multiplier).toBe(100);
  expect(pageCost({ first: -5 }).multiplier).toBe(1);
});
