import { CursorInvalid } from '@khuyenhoc/application';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorOf, keyOfCursor } from '../src/reads/cursor.ts';

test('every key that a list can have comes back from its cursor', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
  const ms = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2100-01-01') });
  fc.assert(
    fc.property(text, fc.uuid(), ms, fc.integer(), (name, id, moment, row) => {
      const cursor = cursorOf([name, id, moment, row]);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      const key = keyOfCursor(cursor, ['text', 'uuid', 'moment', 'int']);
      expect(key).toEqual([name, id, new Date(moment).toISOString(), String(row)]);
    }),
  );
});

test('no text that is not a cursor gets through to the database', () => {
  // Any code point, halves of pairs too. The library's own "binary" takes seconds of computing before the first text.
  const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      expect(() => keyOfCursor(text, ['day', 'uuid'])).toThrow(CursorInvalid);
    }),
  );
});

test.each([
  ['uuid', ['01990000-0000-7000-8000-00000000000G']],
  ['moment', ['2025-01-01']],
  ['moment', [8.5]],
  ['moment', [1e300]],
  ['int', [2_147_483_648]],
  ['int', [-2_147_483_649]],
  ['day', ['2025-13-01']],
  ['text', [5]],
] as const)('a part that is no %s is refused: %j', (type, key) => {
  expect(() => keyOfCursor(cursorOf(key), [type])).toThrow(CursorInvalid);
});
