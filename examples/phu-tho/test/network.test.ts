import { describe, expect, test } from 'vitest';
import { networkCounts, phuThoNetwork, type ExampleAssociation } from '../src/index.ts';

const { root, associations } = phuThoNetwork();
const byRef = new Map(associations.map((association) => [association.ref, association]));

function countOf(matches: (association: ExampleAssociation) => boolean): number {
  return associations.filter(matches).length;
}

describe('the network of Phú Thọ in mid-2024', () => {
  test('has the numbers of the report: 1, 20, 577 and 5,695', () => {
    expect(countOf(({ tier }) => tier === 'PROVINCE')).toBe(1);
    expect(countOf(({ tier }) => tier === 'DIRECT')).toBe(20);
    expect(countOf(({ tier }) => tier === 'GRASS_ROOTS')).toBe(577);
    expect(countOf(({ tier }) => tier === 'BASE')).toBe(5695);
    expect(associations).toHaveLength(1 + 20 + 577 + 5695);
    expect(networkCounts).toEqual({ direct: 20, grassRoots: 577, base: 5695 });
  });

  test('has 13 districts, seven affiliated bodies and the 225 communes of before 2025', () => {
    expect(countOf(({ type }) => type === 'DISTRICT')).toBe(13);
    expect(countOf(({ type, tier }) => type === 'AFFILIATED' && tier === 'DIRECT')).toBe(7);
    expect(countOf(({ type }) => type === 'COMMUNE')).toBe(225);
  });

  test.each([
    ['phu-tho/viet-tri', 22],
    ['phu-tho/phu-tho', 9],
    ['phu-tho/doan-hung', 22],
    ['phu-tho/ha-hoa', 20],
    ['phu-tho/thanh-ba', 19],
    ['phu-tho/phu-ninh', 17],
    ['phu-tho/yen-lap', 17],
    ['phu-tho/cam-khe', 24],
    ['phu-tho/tam-nong', 12],
    ['phu-tho/lam-thao', 12],
    ['phu-tho/thanh-son', 23],
    ['phu-tho/thanh-thuy', 11],
    ['phu-tho/tan-son', 17],
  ])('attaches to %s its %i communes', (districtRef, communes) => {
    expect(countOf(({ type, parentRef }) => type === 'COMMUNE' && parentRef === districtRef)).toBe(communes);
  });

  test('knows places by the codes and names of that time', () => {
    expect(byRef.get('phu-tho/phu-ninh/thi-tran-phong-chau')).toMatchObject({ placeCode: '08230' });
    expect(byRef.get('phu-tho/phu-ninh/xa-phu-ninh')).toMatchObject({ placeCode: '08278' });
    expect(byRef.get('phu-tho/tan-son/xa-tan-son')).toMatchObject({ placeCode: '08578', areaClass: 'II' });
    const codes = associations.flatMap(({ placeCode, tier }) => (tier === 'GRASS_ROOTS' ? (placeCode ?? []) : []));
    expect(codes).toHaveLength(225 - 20);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('reaches the root from every association, over one tier at a time', () => {
    const tierAbove = { DIRECT: 'PROVINCE', GRASS_ROOTS: 'DIRECT', BASE: 'GRASS_ROOTS' } as const;
    const astray = associations.filter(
      ({ tier, parentRef }) => tier !== 'PROVINCE' && byRef.get(parentRef ?? '')?.tier !== tierAbove[tier],
    );
    expect(astray).toEqual([]);
    expect(root.parentRef).toBeNull();
  });

  test('lists parents before children, and founds them no later', () => {
    const place = new Map(associations.map(({ ref }, index) => [ref, index]));
    const early = associations.filter(({ ref, parentRef, foundedOn }) => {
      const parent = parentRef === null ? undefined : byRef.get(parentRef);
      if (parent === undefined) return false;
      return foundedOn < parent.foundedOn || (place.get(parent.ref) ?? Infinity) > (place.get(ref) ?? -1);
    });
    expect(early).toEqual([]);
    expect(associations.filter(({ foundedOn }) => foundedOn >= '2024-07-01')).toEqual([]);
  });

  test('has unique keys, and names in NFC that are unique below one parent even without accents', () => {
    expect(byRef.size).toBe(associations.length);
    const names = associations.map(
      ({ parentRef, name }) => `${parentRef} ${name.normalize('NFD').replaceAll(/\p{M}/gu, '')}`,
    );
    expect(new Set(names).size).toBe(associations.length);
    expect(associations.filter(({ name }) => name !== name.normalize('NFC') || name !== name.trim())).toEqual([]);
  });

  test('gives every commune branches at schools, clan boards and residential areas', () => {
    const namesBelow = Map.groupBy(associations, ({ parentRef }) => parentRef);
    const count = (ref: string, kind: RegExp): number =>
      (namesBelow.get(ref) ?? []).filter(({ name }) => kind.test(name)).length;
    const poor = associations.filter(
      ({ type, ref }) =>
        type === 'COMMUNE' &&
        (count(ref, /^Chi hội Trường/) < 2 || count(ref, /dòng họ/) < 3 || count(ref, /^Chi hội (khu|xóm)/) < 5),
    );
    expect(poor).toEqual([]);
  });

  test('is the same each time it is built', () => {
    expect(phuThoNetwork()).toEqual({ root, associations });
  });
});
