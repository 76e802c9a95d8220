import { describe, expect, test } from 'vitest';
import { AllotmentPlan, parsePath, pathBelow, place } from '../../src/index.ts';
import { anAllotment, commune, province, school, schoolPath } from '../makers.ts';

const places = (first: number, associationId: typeof province, code = 'primary') =>
  anAllotment(first, { commodity: place, code, associationId });

describe('the money of a source', () => {
  test('is found by its code, for the whole campaign', () => {
    const fund = anAllotment(10);
    const sponsor = anAllotment(20, { code: 'sponsor' });
    const plan = new AllotmentPlan([fund, sponsor]);
    expect(plan.ofSource('common')).toBe(fund);
    expect(plan.ofSource('sponsor')).toBe(sponsor);
    expect(plan.ofSource('another')).toBeUndefined();
  });

  test('is never taken from places of the same code', () => {
    expect(new AllotmentPlan([places(10, commune, 'common')]).ofSource('common')).toBeUndefined();
  });
});

describe('the places that count for a unit', () => {
  test('are its own when it has some', () => {
    const own = places(10, school);
    const plan = new AllotmentPlan([places(20, province), places(30, commune), own]);
    expect(plan.ofPool(schoolPath, 'primary')).toBe(own);
  });

  test('are otherwise those of the nearest unit above that has some', () => {
    const nearest = places(10, commune);
    const farthest = places(20, province);
    expect(new AllotmentPlan([farthest, nearest]).ofPool(schoolPath, 'primary')).toBe(nearest);
    expect(new AllotmentPlan([farthest]).ofPool(schoolPath, 'primary')).toBe(farthest);
  });

  test('are never those of a unit below, beside, or of another pool', () => {
    const beside = parsePath(`/${province}/dddddddddd/`);
    const plan = new AllotmentPlan([places(10, commune), places(20, province, 'secondary')]);
    expect(plan.ofPool(pathBelow(null, province), 'primary')).toBeUndefined();
    expect(plan.ofPool(beside, 'primary')).toBeUndefined();
    expect(plan.ofPool(schoolPath, 'kindergarten')).toBeUndefined();
  });

  test('of a nearer unit but another pool do not hide those of a farther one', () => {
    const farther = places(10, province);
    expect(new AllotmentPlan([places(20, commune, 'secondary'), farther]).ofPool(schoolPath, 'primary')).toBe(farther);
  });
});

test('a plan remembers all that it was given, in the order given', () => {
  const all = [places(20, commune), anAllotment(10)];
  expect(new AllotmentPlan(all).allotments).toEqual(all);
});
