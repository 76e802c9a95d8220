import { describe, expect, test } from 'vitest';
import { findSuccessors, type Association, type CrossingMapping } from '../../src/index.ts';
import { anAssociation, newTenant, oldTenant } from './makers.ts';

const root = anAssociation(oldTenant, 'r', null, { typeCode: 'PROVINCE', placeCode: '26' });
const district = anAssociation(oldTenant, 'd', root, { typeCode: 'DISTRICT', placeCode: '243' });
const merged = anAssociation(oldTenant, 'm', district, { placeCode: '00001' });
const split = anAssociation(oldTenant, 's', district, { placeCode: '00002' });
const branch = anAssociation(oldTenant, 'b', merged, { typeCode: 'BRANCH', name: 'Chi hội khu 1' });
const old = [root, district, merged, branch];

const newRoot = anAssociation(newTenant, 'r', null, { typeCode: 'PROVINCE', placeCode: '25' });
const left = anAssociation(newTenant, 'x', newRoot, { placeCode: '00001' });
const right = anAssociation(newTenant, 'y', newRoot, { placeCode: '00009' });
const young = [newRoot, left, right];

const places = new Map([
  ['VN 26', ['VN 25']],
  ['VN 243', ['VN 00001', 'VN 00009']],
  ['VN 00001', ['VN 00009']],
  ['VN 00002', ['VN 00001', 'VN 00009']],
]);

const refuse: CrossingMapping = { associations: new Map(), unnamed: 'refuse' };
const parent: CrossingMapping = { associations: new Map(), unnamed: 'parent' };

function successors(
  mapping: CrossingMapping,
  sides: { readonly old?: readonly Association[]; readonly young?: readonly Association[] } = {},
) {
  const found = findSuccessors({ old, young, places, mapping, ...sides });
  if (!found.ok) return found.error;
  return Object.fromEntries(
    found.value.map(({ from, to, ground }) => [from.id.charAt(0), `${to.id.charAt(0)} ${ground}`]),
  );
}

describe('who takes over', () => {
  test('is who is attached to the place that took over, even where the old code lives on with another meaning', () => {
    expect(successors(parent)).toEqual({ r: 'r root', d: 'r parent', m: 'y place', b: 'y parent' });
  });

  test('is who bears the name below the parent’s successor, however it is accented', () => {
    const namesake = anAssociation(newTenant, 'z', right, { typeCode: 'BRANCH', name: 'Chi hội Khu 1' });
    expect(successors(parent, { young: [...young, namesake] })).toMatchObject({ b: 'z name' });
  });

  test('is who the mapping names before all else', () => {
    const mapping: CrossingMapping = { ...parent, associations: new Map([[merged.id, left.id]]) };
    expect(successors(mapping)).toMatchObject({ m: 'x named', b: 'x parent' });
  });

  test('of what was closed before is who takes over from what stands above it', () => {
    const closed = { ...branch, status: 'closed' as const };
    expect(
      successors(
        { ...refuse, associations: new Map([[district.id, newRoot.id]]) },
        { old: [root, district, merged, closed] },
      ),
    ).toMatchObject({ b: 'y parent' });
  });
});

describe('what nobody can follow without being told', () => {
  test('is listed, all of it at once, with who could', () => {
    expect(successors(refuse)).toMatchObject({
      code: 'CROSSING_UNMAPPED',
      unmapped: [
        { association: district, candidates: [left, right] },
        { association: branch, candidates: [] },
      ],
    });
  });

  test('is a unit that split into several of its kind, whatever the mapping says of those it does not name', () => {
    expect(successors(parent, { old: [...old, split] })).toMatchObject({
      code: 'CROSSING_UNMAPPED',
      unmapped: [{ association: split, candidates: [left, right] }],
    });
    const named: CrossingMapping = { ...parent, associations: new Map([[split.id, left.id]]) };
    expect(successors(named, { old: [...old, split] })).toMatchObject({ s: 'x named' });
  });

  test('is not guessed from a closed association of the new network', () => {
    const closed = { ...right, status: 'closed' as const };
    expect(successors(parent, { young: [newRoot, left, closed] })).toMatchObject({ d: 'r parent', m: 'r parent' });
  });
});

test('a mapping that names what is not there is refused with both sides', () => {
  const mapping: CrossingMapping = { ...parent, associations: new Map([[right.id, branch.id]]) };
  expect(successors(mapping)).toEqual({ code: 'MAPPING_UNKNOWN', left: [right.id], right: [branch.id] });
});
