import { expect, test } from 'vitest';
import { nomineeFaults, nomineeRows, phuThoNetwork, schoolScale, type NomineeCells } from '../src/index.ts';

const rows = nomineeRows(2024);

/** The faulty row of a kind, with the row above it. */
function faultyRow(kind: string): {
  readonly cells: NomineeCells;
  readonly above: NomineeCells;
  readonly grade: number;
} {
  const index = rows.findIndex(({ expectation }) => expectation.outcome === 'FAULTY' && expectation.kind === kind);
  const [above, row] = rows.slice(index - 1, index + 1);
  if (above === undefined || row === undefined) throw new RangeError(`no faulty row: ${kind}`);
  return { cells: row.cells, above: above.cells, grade: row.grade };
}

test('the table of faults: what is wrong, in which cell, and the code to answer with', () => {
  expect(nomineeFaults.map(({ kind, column, code }) => `${kind} · ${column} · ${code}`)).toEqual([
    'empty name · fullName · NAME_MISSING',
    'name with a lost letter · fullName · NAME_BROKEN',
    '30 February · birthDate · DATE_INVALID',
    'born in the future · birthDate · DATE_IN_FUTURE',
    'grade that no school has · className · GRADE_INVALID',
    'unit that does not exist · unit · UNIT_UNKNOWN',
    'unit whose name two districts have · unit · UNIT_AMBIGUOUS',
    'missing marks · studyResult · STUDY_RESULT_MISSING',
    'result of another school level · studyResult · STUDY_RESULT_NOT_ON_SCALE',
    'unknown word for hardship · circumstance · CIRCUMSTANCE_UNKNOWN',
    'certificate of a year to come · certificateYear · CERTIFICATE_YEAR_IN_FUTURE',
    'full-width digits · certificateYear · CERTIFICATE_YEAR_INVALID',
    'negative amount · amount · AMOUNT_INVALID',
    'amount in words · amount · AMOUNT_INVALID',
    'the same child twice · fullName · CHILD_TWICE',
  ]);
});

test.each([
  ['empty name', 'fullName', /^$/],
  ['name with a lost letter', 'fullName', /^\p{L}+ \u{FFFD}/u],
  ['30 February', 'birthDate', /^30\/02\/20[01]\d$/],
  ['born in the future', 'birthDate', /\/2104$/],
  ['grade that no school has', 'className', /^13A$/],
  ['missing marks', 'studyResult', /^$/],
  ['unknown word for hardship', 'circumstance', /^Gia đình văn hóa$/],
  ['certificate of a year to come', 'certificateYear', /^2104$/],
  ['full-width digits', 'certificateYear', /^[０-９]{4}$/],
  ['negative amount', 'amount', /^-2000000$/],
  ['amount in words', 'amount', /^2 triệu$/],
] as const)('%s stands in the cell %s', (kind, column, faulty) => {
  expect(faultyRow(kind).cells[column]).toMatch(faulty);
});

test('the unit that does not exist bears the name of no association, the ambiguous one that of two', () => {
  const named = (unit: string): number => phuThoNetwork().associations.filter(({ name }) => name === unit).length;
  expect(named(faultyRow('unit that does not exist').cells.unit)).toBe(0);
  const ambiguous = faultyRow('unit whose name two districts have').cells;
  expect(named(ambiguous.unit)).toBe(2);
  expect(ambiguous.parentUnit).toBe('');
});

test('the result of another school level is on no scale of the grade', () => {
  const { cells, grade } = faultyRow('result of another school level');
  expect(schoolScale(grade).study).not.toContain(cells.studyResult);
});

test('the child that is there twice differs from the row above in its number alone', () => {
  const { cells, above } = faultyRow('the same child twice');
  expect({ ...cells, number: '' }).toEqual({ ...above, number: '' });
  expect(cells.number).not.toBe(above.number);
});

test('no rule would refuse the commune of a faulty row once it is mended', () => {
  const classes = new Map(phuThoNetwork().associations.map(({ name, areaClass }) => [name, areaClass]));
  const communes = rows.filter(({ expectation }) => expectation.outcome === 'FAULTY').map(({ cells }) => cells.school);
  const found = communes.map((school) => classes.get(school.replace(/^Trường (Tiểu học|THCS)/, 'Hội Khuyến học xã')));
  expect(found).toHaveLength(15);
  expect(new Set(found)).toEqual(new Set(['II', 'III']));
});
