import type { AssociationId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin, nearestFirst, parsePath, pathBelow, subtreeOf, type Path } from '../../src/index.ts';
import { commune, province, school, schoolPath } from '../makers.ts';

const anId = fc
  .array(fc.constantFrom(...Array.from('0123456789abcdefghijklmnopqrstuv')), { minLength: 10, maxLength: 10 })
  .map((characters) => characters.join('') as AssociationId);
const aPath = fc
  .array(anId, { minLength: 1, maxLength: 5 })
  .map((ids) => ids.reduce<Path | null>((path, id) => pathBelow(path, id), null) ?? pathBelow(null, province));

test('a path is the ids from the root down, each followed by a slash', () => {
  const root = pathBelow(null, province);
  expect(root).toBe('/aaaaaaaaaa/');
  expect(pathBelow(pathBelow(root, commune), school)).toBe('/aaaaaaaaaa/bbbbbbbbbb/cccccccccc/');
  expect(parsePath(schoolPath)).toBe(schoolPath);
});

test.each(['', '/', '//', 'aaaaaaaaaa', '/aaaaaaaaaa', 'aaaaaaaaaa/', '/AAAAAAAAAA/', '/aaaaaaaaa/', '/aaaaaaaaaa//'])(
  '%j is no path',
  (text) => {
    expect(() => parsePath(text)).toThrow(`not a path of associations: ${text}`);
  },
);

test('the associations on a path are told nearest first', () => {
  expect(nearestFirst(schoolPath)).toEqual([school, commune, province]);
});

test('a unit lies within itself and within those above, and nowhere else', () => {
  expect(isWithin(schoolPath, schoolPath)).toBe(true);
  expect(isWithin(schoolPath, pathBelow(null, province))).toBe(true);
  expect(isWithin(pathBelow(null, province), schoolPath)).toBe(false);
  expect(isWithin(schoolPath, pathBelow(null, commune))).toBe(false);
});

test('the range of a subtree ends at the character after the slash, and not one later', () => {
  expect(subtreeOf(pathBelow(null, province))).toEqual({ from: '/aaaaaaaaaa/', to: '/aaaaaaaaaa0' });
});

test('the range of a subtree holds exactly what lies within it, in byte order', () => {
  fc.assert(
    fc.property(aPath, aPath, fc.boolean(), (one, other, below) => {
      const candidate = below ? parsePath(`${one}${other.slice(1)}`) : other;
      const { from, to } = subtreeOf(one);
      expect(from <= candidate && candidate < to).toBe(isWithin(candidate, one));
    }),
    propertyRuns(50_000),
  );
});
