import type { AssociationId, AwardId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nearestFirst,
  parsePath,
  publishedUnits,
  smallestGroup,
  type AwardToPublish,
  type Path,
} from '../../src/index.ts';

const [province, district, north, south] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd'] as AssociationId[];
const provincePath = parsePath(`/${province}/`);
const districtPath = parsePath(`/${province}/${district}/`);
const northPath = parsePath(`/${province}/${district}/${north}/`);
const southPath = parsePath(`/${province}/${district}/${south}/`);

/** Awards of units, as many as are said of each. */
function awardsAt(...units: readonly (readonly [path: Path, count: number])[]): readonly AwardToPublish[] {
  return units
    .flatMap(([path, count]) => Array.from({ length: count }, () => path))
    .map((path, index) => ({ id: `award ${index}` as AwardId, path }));
}

/** How many awards each name stands for. */
function shown(awards: readonly AwardToPublish[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const unit of publishedUnits(awards).values()) counts[unit] = (counts[unit] ?? 0) + 1;
  return counts;
}

describe('the public sees', () => {
  test('a unit by its name when it has five awards', () => {
    expect(shown(awardsAt([northPath, 5], [southPath, 6]))).toEqual({ [`${north}`]: 5, [`${south}`]: 6 });
  });

  test('units with few awards together, under the name of the unit above', () => {
    expect(shown(awardsAt([northPath, 4], [southPath, 1]))).toEqual({ [`${district}`]: 5 });
  });

  test('no few awards alone under a name above, whatever stands under the names below', () => {
    // Eight below the district, but five of them are told already: the other three would be all of its name.
    expect(shown(awardsAt([northPath, 5], [southPath, 3]))).toEqual({ [`${north}`]: 5 });
    expect(shown(awardsAt([northPath, 5], [southPath, 3], [provincePath, 2]))).toEqual({
      [`${north}`]: 5,
      [`${province}`]: 5,
    });
  });

  test('what is passed up beside what stands there itself', () => {
    expect(shown(awardsAt([northPath, 2], [districtPath, 3]))).toEqual({ [`${district}`]: 5 });
  });

  test('no name at all for a handful of awards in the whole campaign', () => {
    expect(shown(awardsAt([northPath, 2], [provincePath, 2]))).toEqual({});
    expect(shown([])).toEqual({});
  });
});

/** Every place of a tree three levels deep, three units below each. */
const places: readonly Path[] = ['', 'b', 'c', 'd', 'bb', 'bc', 'cb', 'cc', 'bbb', 'bbc', 'bcb', 'ccc'].map((below) =>
  parsePath(
    `/${['a', ...below]
      .map((_, depth, all) =>
        all
          .slice(0, depth + 1)
          .join('')
          .padEnd(10, '0'),
      )
      .join('/')}/`,
  ),
);
const someAwards = fc
  .array(fc.tuple(fc.constantFrom(...places), fc.nat(7)), { maxLength: 12 })
  .map((units) => awardsAt(...units));

test('whatever was awarded, each name stands for a group that no other name explains, and only a few are under none', () => {
  fc.assert(
    fc.property(someAwards, (awards) => {
      const units = publishedUnits(awards);
      for (const [id, unit] of units) {
        const award = awards.find((one) => one.id === id);
        expect(award && nearestFirst(award.path)).toContain(unit);
      }
      for (const count of Object.values(shown(awards))) expect(count).toBeGreaterThanOrEqual(smallestGroup);
      const unnamed = awards.filter(({ id }) => !units.has(id));
      expect(unnamed.length).toBeLessThan(smallestGroup);
      expect(units.size + unnamed.length).toBe(awards.length);
      // Nobody is passed over: a unit below the one named had too few that were not named deeper.
      for (const path of new Set(awards.map((award) => award.path))) {
        for (const unit of nearestFirst(path)) {
          const passed = awards.filter((award) => {
            const above = nearestFirst(award.path);
            const given = units.get(award.id);
            return above.includes(unit) && (given === undefined || above.indexOf(given) > above.indexOf(unit));
          });
          expect(passed.length).toBeLessThan(smallestGroup);
        }
      }
    }),
    propertyRuns(5_000),
  );
});
