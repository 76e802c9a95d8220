import { propertyRuns } from '@khuyenhoc/test-scale';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AssertionError, canonicalJson, type CanonicalValue } from '../src/index.ts';

/** What only untyped code can hand over: the compiler refuses these, so the test has to go round it. */
const smuggled = (value: unknown) => value as CanonicalValue;

const wellFormed = fc.string({ unit: 'binary' });
const { value: plainData } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((whole) => (whole === 0 ? 0 : whole)),
    wellFormed,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(wellFormed, fc.constantFrom('__proto__', 'constructor', 'toString', '')), tie('value'), {
      maxKeys: 5,
    }),
  ),
}));

describe('the published vectors of RFC 8785', () => {
  test('sort keys by UTF-16 code units (3.2.3)', () => {
    const given: CanonicalValue = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const values = [...canonicalJson(given).matchAll(/:"([^"]*)"/g)].map(([, value]) => value);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('escape in strings only what must be, in the shortest form (3.2.2.2)', () => {
    const given: unknown = JSON.parse(
      '{"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(smuggled(given))).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('give the bytes of "weird.json" of the reference suite', () => {
    const given: CanonicalValue = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\u000a': 'Newline',
      '1': 'One',
      '\u0080': 'Control\u007f',
      '\ud83d\ude02': 'Smiley',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '</script>': 'Browser Challenge',
    };
    expect(Buffer.from(canonicalJson(given)).toString('hex')).toBe(
      '7b225c6e223a224e65776c696e65222c225c72223a2243617272696167652052657475726e222c2231223a224f6e65222c223c2f73637269' +
        '70743e223a2242726f77736572204368616c6c656e6765222c22c280223a22436f6e74726f6c7f222c22c3b6223a224c6174696e20536d61' +
        '6c6c204c6574746572204f205769746820446961657265736973222c22e282ac223a224575726f205369676e222c22f09f9882223a22536d' +
        '696c6579222c22efacb3223a22486562726577204c65747465722044616c6574205769746820446167657368227d',
    );
  });

  test('keep lists in order and sort objects inside them ("arrays", "structures")', () => {
    expect(canonicalJson([56, { d: true, '10': null, '1': [] }])).toBe('[56,{"1":[],"10":null,"d":true}]');
    expect(
      canonicalJson({
        '1': { f: { f: 'hi', F: 5 }, '\n': 56 },
        '10': {},
        '': 'empty',
        a: {},
        '111': [{ e: 'yes', E: 'no' }],
        A: {},
      }),
    ).toBe('{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}');
  });

  test('ignore every locale ("french") and do not normalise ("unicode")', () => {
    expect(canonicalJson({ peach: 1, péché: 2, pêche: 3, sin: 4 })).toBe('{"peach":1,"péché":2,"pêche":3,"sin":4}');
    expect(canonicalJson({ 'Unnormalized Unicode': 'A\u030a' })).toBe('{"Unnormalized Unicode":"A\u030a"}');
  });
});

describe('the same value', () => {
  test('gives the bytes that another implementation of the RFC gives', () => {
    fc.assert(
      fc.property(plainData, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      propertyRuns(200_000),
    );
  });

  test('gives the same bytes after it was read back from them', () => {
    fc.assert(
      fc.property(plainData, (value) => {
        const bytes = canonicalJson(value);
        expect(canonicalJson(smuggled(JSON.parse(bytes)))).toBe(bytes);
      }),
      propertyRuns(100_000),
    );
  });

  test('gives the same bytes in whatever order its keys were set', () => {
    const forwards = { a: 1, b: 2, z: { y: 3, x: 4 } };
    const backwards = { z: { x: 4, y: 3 }, b: 2, a: 1 };
    expect(canonicalJson(forwards)).toBe(canonicalJson(backwards));
  });

  test('leaves out keys whose value is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1, c: undefined })).toBe('{"b":1}');
    expect(canonicalJson({ a: undefined })).toBe('{}');
  });

  test('may have no prototype, or a key of the name of one', () => {
    expect(canonicalJson(smuggled(Object.assign(Object.create(null), { b: 1, a: 2 })))).toBe('{"a":2,"b":1}');
    expect(canonicalJson(smuggled(JSON.parse('{"b":1,"__proto__":{"a":2}}')))).toBe('{"__proto__":{"a":2},"b":1}');
  });
});

describe('what JSON would drop or bend in silence throws', () => {
  test.each<[string, unknown]>([
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['minus zero', -0],
    ['a fraction', 0.5],
    ['2^53', 2 ** 53],
    ['-(2^53)', -(2 ** 53)],
    ['a bigint', 1n],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\ude02a'],
    ['surrogates in the wrong order', '\ude02\ud83d'],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['an instance of a class', new URL('https://example.org')],
    ['an object that inherits', Object.create({ a: 1 })],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['undefined', undefined],
  ])('%s, alone, in a list, and in an object', (_what, value) => {
    expect(() => canonicalJson(smuggled(value))).toThrow(AssertionError);
    expect(() => canonicalJson([1, smuggled(value)])).toThrow(AssertionError);
    if (value !== undefined) expect(() => canonicalJson({ a: { b: smuggled(value) } })).toThrow(AssertionError);
  });

  test('a lone surrogate in a key', () => {
    expect(() => canonicalJson({ '\ud83d': 1 })).toThrow('text with a lone surrogate');
  });

  test('a hole in a list', () => {
    const holed: number[] = [1];
    holed[2] = 3;
    expect(() => canonicalJson(holed)).toThrow(AssertionError);
  });

  test('but not the safe integers at both ends', () => {
    expect(canonicalJson([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0])).toBe(
      '[9007199254740991,-9007199254740991,0]',
    );
  });
});
