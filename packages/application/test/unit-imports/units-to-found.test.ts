import { createHash } from 'node:crypto';
import type { ActId } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import { associationToFound } from '../../src/associations/unit-to-found.ts';
import { unitsToFound } from '../../src/unit-imports/units-to-found.ts';
import { aBranch, aCommune, checked, province } from './makers.ts';

const key = {
  tenantId: province.tenantId,
  actId: '01980000-0000-7000-8000-000000000002' as ActId,
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
};

test('units are founded below the ids that the same founding gives the units above, whatever the order of the rows', () => {
  const [commune, branch] = unitsToFound(key, checked([aBranch, aCommune]).units);
  expect(commune).toMatchObject({
    name: aCommune.name,
    parentId: province.id,
    placeCode: '08230',
    placeCodeSystem: 'VN-GSO',
  });
  expect(commune === undefined ? null : associationToFound(key, commune).id).toBe(branch?.parentId);
  expect(branch).toMatchObject({ name: aBranch.name, placeCode: null, placeCodeSystem: null, status: 'active' });
});

test('the order of the rows changes no id', () => {
  const idsOf = (rows: Parameters<typeof checked>[0]) =>
    unitsToFound(key, checked(rows).units)
      .map((unit) => associationToFound(key, unit).id)
      .toSorted();
  expect(idsOf([aBranch, aCommune])).toEqual(idsOf([aCommune, aBranch]));
});
