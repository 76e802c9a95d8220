import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { allOf, anyOf, clause, not, resultOfAll, resultOfAny, resultOfNot, type ClauseResult } from '@khuyenhoc/rules';
import { sentence, title } from './sample-modules.ts';

const results: readonly ClauseResult[] = ['pass', 'fail', 'unknown', 'blocked'];
const anyResults = fc.array(fc.constantFrom(...results), { minLength: 1, maxLength: 6 });

describe('conditions with unknown parts', () => {
  test.each([
    { of: ['pass', 'pass'], all: 'pass', any: 'pass' },
    { of: ['pass', 'fail'], all: 'fail', any: 'pass' },
    { of: ['fail', 'unknown'], all: 'fail', any: 'unknown' },
    { of: ['pass', 'unknown'], all: 'unknown', any: 'pass' },
    { of: ['unknown', 'blocked'], all: 'blocked', any: 'unknown' },
    { of: ['fail', 'blocked'], all: 'fail', any: 'blocked' },
    { of: ['fail', 'fail'], all: 'fail', any: 'fail' },
  ] as const)('$of: all of them is $all, any of them is $any', ({ of, all, any }) => {
    expect(resultOfAll(of)).toBe(all);
    expect(resultOfAny(of)).toBe(any);
  });

  test('a settled answer stays whatever an unknown part turns out to be', () => {
    fc.assert(
      fc.property(anyResults, fc.constantFrom<ClauseResult>('pass', 'fail'), (parts, truth) => {
        const told = parts.map((part) => (part === 'unknown' ? truth : part));
        const before = resultOfAll(parts);
        if (before === 'pass' || before === 'fail') expect(resultOfAll(told)).toBe(before);
        const anyBefore = resultOfAny(parts);
        if (anyBefore === 'pass' || anyBefore === 'fail') expect(resultOfAny(told)).toBe(anyBefore);
      }),
    );
  });

  test('"not any" is "all not" wherever nothing is blocked', () => {
    const settled = fc.array(fc.constantFrom<ClauseResult>('pass', 'fail', 'unknown'), { minLength: 1 });
    fc.assert(
      fc.property(settled, (parts) => {
        expect(resultOfNot(resultOfAny(parts))).toBe(resultOfAll(parts.map(resultOfNot)));
      }),
    );
  });
});

describe('clauses of clauses', () => {
  const passed = clause({ code: 'A', title: { vi: 'Điều A', en: 'Term A' }, sentence, result: 'pass' });
  const failed = clause({
    code: 'B',
    title: { vi: 'Điều B', en: 'Term B' },
    sentence,
    result: 'fail',
    remedies: [{ kind: 'paper', path: 'claims.+', to: null, sentence }],
  });

  test('name the parts that made the result', () => {
    expect(allOf({ code: 'BOTH', title, of: [passed, failed] }).sentence.vi).toBe('Chưa đạt: Điều B.');
    expect(anyOf({ code: 'EITHER', title, of: [passed, failed] }).sentence.en).toBe('Met by: Term A.');
  });

  test('drop the remedies below a negation, since they would do the opposite', () => {
    const negated = not({ code: 'NOT_B', title, of: failed });
    expect(negated.result).toBe('pass');
    expect(negated.children[0]).not.toHaveProperty('remedies');
  });
});
