import { calendarDate, present } from '@khuyenhoc/kernel';
import { parseFacts, type Facts } from '@khuyenhoc/rules';
import { describe, expect, test } from 'vitest';
import type { NomineeCells } from '../../src/imports/nominee-columns.ts';
import { rowFaultCodes } from '../../src/imports/row-fault.ts';
import { aSituation, checked } from './makers.ts';

function faultsOf(cells: Partial<NomineeCells>): readonly string[] {
  return (checked([cells])[0]?.faults ?? []).map(({ code, column }) => `${code} ${column}`);
}

function factsOf(cells: Partial<NomineeCells>, situation = aSituation()): Facts {
  const [row] = checked([cells], situation);
  const parsed = parseFacts(row?.nomination?.facts);
  return present(parsed.ok ? parsed.value : null, `facts of a good row: ${JSON.stringify(row?.faults)}`);
}

const faulty: readonly (readonly [Partial<NomineeCells>, string])[] = [
  [{ fullName: '' }, 'NAME_MISSING fullName'],
  [{ fullName: 'Bùi \u{FFFD}hị Hạnh' }, 'NAME_BROKEN fullName'],
  [{ fullName: '12345' }, 'NAME_BROKEN fullName'],
  [{ birthDate: '30/02/2014' }, 'DATE_INVALID birthDate'],
  [{ birthDate: '' }, 'DATE_INVALID birthDate'],
  [{ birthDate: '05/06/14' }, 'DATE_INVALID birthDate'],
  [{ birthDate: '05/06/2104' }, 'DATE_IN_FUTURE birthDate'],
  [{ sex: 'X' }, 'SEX_UNKNOWN sex'],
  [{ unit: 'Hội Khuyến học xã Tân Phú Thịnh' }, 'UNIT_UNKNOWN unit'],
  [{ parentUnit: 'Hội Khuyến học huyện Chè Hạ' }, 'UNIT_UNKNOWN unit'],
  [{ unit: 'Hội Khuyến học Trường THCS Phong Châu', parentUnit: '' }, 'UNIT_AMBIGUOUS unit'],
  [{ unit: 'Hội Khuyến học xã Son Hung' }, 'UNIT_AMBIGUOUS unit'],
  [{ school: '' }, 'SCHOOL_MISSING school'],
  [{ className: '13A' }, 'GRADE_INVALID className'],
  [{ className: '0' }, 'GRADE_INVALID className'],
  [{ className: 'Lá' }, 'GRADE_INVALID className'],
  [{ circumstance: 'Gia đình văn hóa' }, 'CIRCUMSTANCE_UNKNOWN circumstance'],
  [{ circumstance: '' }, 'CIRCUMSTANCE_UNKNOWN circumstance'],
  [{ certificateYear: '２０２４' }, 'CERTIFICATE_YEAR_INVALID certificateYear'],
  [{ certificateYear: '' }, 'CERTIFICATE_YEAR_INVALID certificateYear'],
  [{ certificateYear: '2104' }, 'CERTIFICATE_YEAR_IN_FUTURE certificateYear'],
  [{ studyResult: '' }, 'STUDY_RESULT_MISSING studyResult'],
  [{ studyResult: 'Khá' }, 'STUDY_RESULT_NOT_ON_SCALE studyResult'],
  [{ className: '9A', studyResult: 'Đạt' }, 'STUDY_RESULT_NOT_ON_SCALE studyResult'],
  [{ conduct: 'Khá' }, 'CONDUCT_NOT_ON_SCALE conduct'],
  [{ amount: '-2000000' }, 'AMOUNT_INVALID amount'],
  [{ amount: '2 triệu' }, 'AMOUNT_INVALID amount'],
  [{ amount: '1.500' }, 'AMOUNT_INVALID amount'],
  [{ amount: '2.000,000' }, 'AMOUNT_INVALID amount'],
  [{ guardian: 'A'.repeat(101) }, 'TEXT_TOO_LONG guardian'],
];

test.each(faulty)('%o is one fault: %s', (cells, fault) => {
  expect(faultsOf(cells)).toEqual([fault]);
});

test('every code that a row can have is shown above or by the child that stands there twice', () => {
  const shown = new Set(faulty.map(([, fault]) => fault.split(' ')[0]));
  expect(rowFaultCodes.filter((code) => !shown.has(code))).toEqual(['CHILD_TWICE']);
});

test('a row tells all its faults at once', () => {
  expect(faultsOf({ fullName: '', className: '', amount: '0' })).toEqual([
    'NAME_MISSING fullName',
    'GRADE_INVALID className',
    'AMOUNT_INVALID amount',
  ]);
});

test('a child that stands there twice is taken once, however its name is accented', () => {
  const rows = checked([{}, { fullName: 'Bùi Thị Hạnh'.normalize('NFD').toUpperCase() }, { birthDate: '06/06/2014' }]);
  expect(rows.map(({ nomination }) => nomination !== null)).toEqual([true, false, true]);
  expect(rows[1]?.faults).toMatchObject([{ code: 'CHILD_TWICE', column: 'fullName', accepted: ['3'] }]);
});

test('a child whose first row is faulty is taken from its second', () => {
  const rows = checked([{ amount: '?' }, {}]);
  expect(rows.map(({ faults }) => faults.map(({ code }) => code))).toEqual([['AMOUNT_INVALID'], []]);
});

describe('a unit', () => {
  const unitOf = (cells: Partial<NomineeCells>) => checked([cells])[0]?.nomination?.associationId;

  test('is found by its name without regard to where the tone stands', () => {
    expect(unitOf({ unit: 'hội khuyến học xã minh hoà', parentUnit: '' })).toBe('hoa0000000');
  });

  test('of a name that two districts have is told by the association above', () => {
    const unit = 'Hội Khuyến học Trường THCS Phong Châu';
    expect(unitOf({ unit, parentUnit: 'Hội Khuyến học huyện Chè Hạ' })).toBe('tw20000000');
  });

  test('whose name differs from another by accents alone is told by its spelling', () => {
    expect(unitOf({ unit: 'Hội Khuyến học xã Sơn Hưng' })).toBe('hunw000000');
    expect(unitOf({ unit: 'Hội Khuyến học xã Sơn Hùng' })).toBe('hung000000');
  });
});

describe('the facts of a row', () => {
  test('say where they came from, and hold what the rules ask for', () => {
    const facts = factsOf({});
    expect(facts.person?.birthDate).toEqual({
      value: '2014-06-05',
      provenance: { source: 'import', reference: 'dòng 3' },
    });
    expect(facts.person?.sex?.value).toBe('female');
    expect(facts.claims?.map(({ value }) => value)).toEqual([
      {
        category: 'poor',
        certificate: { number: '0007/GCN-HN', issuer: 'UBND cấp xã', issuedOn: '2024-01-01' },
        from: '2024-01-01',
        to: '2024-12-31',
      },
    ]);
    expect(facts.enrolments?.map(({ value }) => value)).toEqual([
      { schoolYear: '2023-2024', level: 'primary', grade: 4, school: 'Trường Tiểu học Minh Hòa', active: true },
    ]);
    expect(facts.requested?.value).toEqual({ form: 'cash', amountVnd: '2000000' });
  });

  test.each([
    ['4A', 'Hoàn thành tốt', { scale: 'circular-27-2020', values: { level: 'hoan-thanh-tot' }, grade: 4 }],
    ['4A', 'HTXS', { scale: 'circular-27-2020', values: { level: 'hoan-thanh-xuat-sac' }, grade: 4 }],
    ['Lớp 7B', 'khá', { scale: 'circular-22-2021', values: { level: 'kha' }, grade: 7 }],
    ['9C', 'TB', { scale: 'circular-58-2011', values: { level: 'trung-binh' }, grade: 9 }],
    ['10 chuyên Toán', 'Tốt', { scale: 'circular-22-2021', values: { level: 'tot' }, grade: 10 }],
  ])('put the result of class %s, "%s", on the scale of the grade and the year', (className, studyResult, expected) => {
    const [result] = factsOf({ className, studyResult }).studyResults ?? [];
    expect(result?.value).toEqual({ schoolYear: '2023-2024', period: 'year', ...expected });
  });

  test('give results of the year before while this school year is not over', () => {
    const autumn = aSituation({ referenceDate: calendarDate('2023-11-15') });
    const [result] =
      factsOf({ className: '6A', studyResult: 'Hoàn thành tốt', conduct: 'Tốt', certificateYear: '2023' }, autumn)
        .studyResults ?? [];
    expect(result?.value).toMatchObject({ schoolYear: '2022-2023', grade: 5, scale: 'circular-27-2020' });
    const beginner = factsOf({ className: '1A', studyResult: '', conduct: '' }, autumn);
    expect(beginner.studyResults).toBeUndefined();
  });

  test('hold an empty list of hardships for a child without any, and none for what the list did not ask', () => {
    const facts = factsOf({
      circumstance: '',
      certificateNumber: '',
      certificateYear: '',
      amount: '',
      sex: '',
      conduct: '',
    });
    expect(facts.claims).toEqual([]);
    expect(Object.keys(facts).toSorted()).toEqual(['claims', 'enrolments', 'person', 'studyResults']);
  });

  test('hold a hardship without a paper as a claim without a certificate', () => {
    const [claim] = factsOf({ certificateNumber: '', certificateYear: '' }).claims ?? [];
    expect(claim?.value).toEqual({ category: 'poor', from: '2024-01-01', to: '2024-12-31' });
    const [orphan] = factsOf({ circumstance: 'Mồ côi', certificateNumber: '', certificateYear: '' }).claims ?? [];
    expect(orphan?.value).toEqual({ category: 'orphan-half', from: '2024-01-01', to: null });
  });

  test.each([
    ['2.000.000', '2000000'],
    ['2,000,000 đ', '2000000'],
    ['2000000 đồng', '2000000'],
  ])('read the amount %s, which can mean one thing only', (amount, expected) => {
    expect(factsOf({ amount }).requested?.value.amountVnd).toBe(expected);
  });
});
