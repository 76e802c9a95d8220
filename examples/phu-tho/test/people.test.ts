import { describe, expect, test } from 'vitest';
import { examplePersonas, nomineeRows, phuThoNetwork, type ExamplePersona } from '../src/index.ts';
import { birthDateForGrade, inventName } from '../src/names.ts';
import { createRandom } from '../src/random.ts';

// Written here again on purpose: a list that only the maker of names knows would be true by construction.
const wellKnown = ['Lê Công Vinh', 'Đặng Văn Lâm', 'Phan Văn Giang', 'Trần Văn Sơn', 'Nguyễn Thị Oanh', 'Trần Thu Hà'];

const personas = examplePersonas();
const refs = new Set(phuThoNetwork().associations.map(({ ref }) => ref));

function holding(role: ExamplePersona['role']): readonly ExamplePersona[] {
  return personas.filter((persona) => persona.role === role);
}

describe('invented names', () => {
  test('are never those of well-known people, in sixty thousand draws that would make them', () => {
    const random = createRandom(5);
    const drawn = Array.from({ length: 60_000 }, (_, index) =>
      inventName(random, { sex: index % 3 === 0 ? 'FEMALE' : 'MALE', people: 'KINH' }),
    );
    expect(drawn.filter((name) => wellKnown.includes(name))).toEqual([]);
    expect(new Set(drawn).size).toBeGreaterThan(15_000);
    expect(drawn.filter((name) => name !== name.normalize('NFC') || name.split(' ').length < 3)).toEqual([]);
  });

  test('of children and guardians are none of the well-known either, and none of the demo’s people', () => {
    const taken = new Set([
      ...wellKnown,
      ...personas.filter(({ role }) => role !== 'verifier').map(({ fullName }) => fullName),
    ]);
    const names = nomineeRows(2024).flatMap(({ cells }) => [cells.fullName, cells.guardian]);
    expect(names.filter((name) => taken.has(name.normalize('NFC')))).toEqual([]);
  });

  test('of a father’s side keep the family name', () => {
    expect(inventName(createRandom(1), { sex: 'MALE', people: 'DAO', family: 'Bàn' })).toMatch(/^Bàn /);
  });

  test('come with birth dates that fit the grade', () => {
    const random = createRandom(3);
    const years = Array.from({ length: 300 }, () => birthDateForGrade(random, 7, 2023).slice(0, 4));
    expect(new Set(years)).toEqual(new Set(['2010', '2011']));
  });
});

describe('the people of the demo', () => {
  test('hold mandates at associations that exist, one subject each', () => {
    expect(personas.filter(({ associationRef }) => !refs.has(associationRef))).toEqual([]);
    expect(new Set(personas.map(({ key }) => key)).size).toBe(personas.length);
    expect(new Set(personas.map(({ subject }) => subject)).size).toBe(personas.length);
  });

  test('fill every role, approvals with two', () => {
    for (const role of ['officer', 'treasurer', 'auditor'] as const) expect(holding(role)).toHaveLength(1);
    expect(holding('approver')).toHaveLength(2);
    expect(holding('nominator').length).toBeGreaterThanOrEqual(4);
  });

  test('may nominate and verify every child of the list', () => {
    const communes = new Set(nomineeRows(2024).flatMap(({ associationRef }) => associationRef ?? []));
    const verifiable = new Set(holding('verifier').map(({ associationRef }) => associationRef));
    expect([...communes].filter((ref) => !verifiable.has(ref))).toEqual([]);
    const above = holding('nominator').filter(({ associationRef }) => associationRef.split('/').length === 2);
    expect([...communes].filter((ref) => !above.some((one) => ref.startsWith(`${one.associationRef}/`)))).toEqual([]);
  });
});
