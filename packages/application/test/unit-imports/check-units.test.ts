import { expect, test } from 'vitest';
import { unitRowFaultMessage } from '../../src/unit-imports/unit-row-fault-message.ts';
import { unitRowFaultCodes } from '../../src/unit-imports/unit-row-fault.ts';
import { aBranch, aCommune, checked, type UnitCells } from './makers.ts';

type Case = readonly [title: string, rows: readonly UnitCells[], faults: readonly string[]];

const twin = { ...aCommune, code: 'X2' };

const cases: readonly Case[] = [
  ['a name is missing', [{ ...aCommune, name: '' }], ['2 name CELL_MISSING']],
  ['a type is missing', [{ ...aCommune, type: '' }], ['2 type CELL_MISSING']],
  ['a unit above is missing', [{ ...aCommune, parent: '' }], ['2 parent CELL_MISSING']],
  ['a founding day is missing', [{ ...aCommune, foundedOn: '' }], ['2 foundedOn CELL_MISSING']],
  ['a name is too long', [{ ...aCommune, name: 'a'.repeat(201) }], ['2 name TEXT_TOO_LONG']],
  ['a type is unknown', [{ ...aCommune, type: 'Câu lạc bộ' }], ['2 type TYPE_UNKNOWN']],
  ['a place code lost its zero', [{ ...aCommune, placeCode: '8230' }], ['2 placeCode PLACE_CODE_INVALID']],
  ['an area is unknown', [{ ...aCommune, areaClass: 'IV' }], ['2 areaClass AREA_CLASS_UNKNOWN']],
  ['a day is not in the calendar', [{ ...aCommune, foundedOn: '31/06/2025' }], ['2 foundedOn DATE_INVALID']],
  ['a day is to come', [{ ...aCommune, foundedOn: '02/08/2025' }], ['2 foundedOn DATE_IN_FUTURE']],
  [
    'a unit is older than a row above',
    [aCommune, { ...aBranch, foundedOn: '30/06/2025' }],
    ['3 foundedOn DATE_BEFORE_PARENT'],
  ],
  [
    'a unit is older than the network above',
    [{ ...aCommune, foundedOn: '31/12/2019' }],
    ['2 foundedOn DATE_BEFORE_PARENT'],
  ],
  [
    'nobody has the name of the unit above',
    [{ ...aCommune, parent: 'Hội Khuyến học tỉnh Khác' }],
    ['2 parent PARENT_UNKNOWN'],
  ],
  [
    'a row and the network have the name of the unit above',
    [
      { ...aCommune, name: 'Hội Khuyến học xã Rừng Cọ', parent: '0000000002' },
      { ...aBranch, parent: 'Hội Khuyến học xã Rừng Cọ' },
    ],
    ['3 parent PARENT_AMBIGUOUS'],
  ],
  ['a unit stands below itself', [{ ...aCommune, parent: 'X1' }], ['2 parent CYCLE']],
  [
    'two rows stand below each other, and a third below them',
    [{ ...aCommune, parent: 'C1' }, aBranch, { ...aBranch, code: 'C2', name: 'Chi hội khu 2' }],
    ['2 parent CYCLE', '3 parent CYCLE'],
  ],
  [
    'a code is there twice',
    [aCommune, { ...aCommune, code: 'x1', name: 'Hội Khuyến học xã Khác' }],
    ['3 code CODE_TWICE'],
  ],
  [
    'a name is twice below one unit',
    [aCommune, { ...twin, name: 'HỘI khuyến học xã  Suối Mơ' }],
    ['3 name NAME_TWICE'],
  ],
  ['a name is in the network already', [{ ...aCommune, name: 'Hội Khuyến học xã Đồi Chè' }], ['2 name NAME_THERE']],
];

test.each(cases)('%s', (_, rows, faults) => {
  expect(checked(rows).faults.map(({ rowNumber, column, code }) => `${rowNumber} ${column} ${code}`)).toEqual(faults);
});

test('each code a row can have is shown by a case, and says in both languages what to write', () => {
  const shown = cases.flatMap(([, rows]) => checked(rows).faults);
  expect(new Set(shown.map(({ code }) => code))).toEqual(new Set(unitRowFaultCodes));
  for (const fault of shown) {
    const { vi, en } = unitRowFaultMessage(fault);
    for (const text of [vi, en]) expect(text).toMatch(/^[^:]+: .+\.$/u);
    expect(vi).not.toBe(en);
    expect(`${vi}${en}`).not.toMatch(/undefined|""/);
  }
});

test('every row is told everything that is wrong with it, in the order of the rows', () => {
  const { faults } = checked([
    { ...aCommune, type: 'x', areaClass: 'x' },
    { ...aBranch, foundedOn: 'x' },
  ]);
  expect(faults.map(({ rowNumber }) => rowNumber)).toEqual([2, 2, 3]);
});

test('a unit above is found by code, by id or by name, in the list or in the network, in any order of the rows', () => {
  const rows = [
    aBranch,
    aCommune,
    { ...aBranch, code: '', name: 'Chi hội khu 2', parent: 'hoi khuyen hoc xa suoi mo' },
    { ...aBranch, code: '', name: 'Chi hội khu 3', parent: '0000000002' },
  ];
  const { units, faults } = checked(rows);
  expect(faults).toEqual([]);
  expect(units.map(({ parent }) => (parent.kind === 'LISTED' ? parent.unit.rowNumber : parent.association.id))).toEqual(
    [3, '0000000001', 3, '0000000002'],
  );
});

test('names that accents alone tell apart are told apart, as the network does', () => {
  const rows = [
    aCommune,
    { ...twin, name: 'Hội Khuyến học xã Suối Mở' },
    { ...aBranch, parent: 'hội khuyến học xã Suối Mở' },
  ];
  const { units, faults } = checked(rows);
  expect(faults).toEqual([]);
  expect(units[2]?.parent).toMatchObject({ kind: 'LISTED', unit: { code: 'X2' } });
});

test('words of types and areas become codes; a type of the network is taken as it is', () => {
  const rows = [
    { ...aCommune, type: 'phuong', areaClass: 'Khu vực III' },
    { ...aBranch, type: 'BRANCH', areaClass: '1' },
  ];
  expect(checked(rows).units.map(({ unit: { typeCode, areaClass } }) => [typeCode, areaClass])).toEqual([
    ['COMMUNE', 'region-iii'],
    ['BRANCH', 'region-i'],
  ]);
});

test('a whole province is checked in a moment', () => {
  const communes = Array.from({ length: 577 }, (_, index) => ({
    ...aCommune,
    code: `X${index}`,
    name: `Hội xã ${index}`,
  }));
  const branches = Array.from({ length: 5_695 }, (_, index) => ({
    ...aBranch,
    code: `C${index}`,
    name: `Chi hội ${index}`,
    parent: `Hội xã ${index % 577}`,
  }));
  expect(checked([...branches, ...communes])).toMatchObject({ faults: [], units: { length: 6_272 } });
});
