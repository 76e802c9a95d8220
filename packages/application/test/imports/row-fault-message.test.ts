import { expect, test } from 'vitest';
import { rowFault, rowFaultCodes } from '../../src/imports/row-fault.ts';
import { rowFaultMessage } from '../../src/imports/row-fault-message.ts';
import { checked } from './makers.ts';

test('a message names the column, quotes the cell and says what to write instead', () => {
  const [row] = checked([{ studyResult: 'Khá' }]);
  const [fault] = row?.faults ?? [];
  expect(fault === undefined ? null : rowFaultMessage(fault)).toEqual({
    vi: 'Kết quả học tập: "Khá" không có trong thang đánh giá của lớp này. Hãy ghi "Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành" hoặc "Chưa hoàn thành".',
    en: 'Kết quả học tập: "Khá" is not on the scale of this grade. Write "Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành" or "Chưa hoàn thành".',
  });
});

test('an ambiguous unit is offered the associations above that tell it apart', () => {
  const [row] = checked([{ unit: 'Hội Khuyến học Trường THCS Phong Châu', parentUnit: '' }]);
  const [fault] = row?.faults ?? [];
  expect(fault?.accepted).toEqual(['Hội Khuyến học huyện Chè Hạ', 'Hội Khuyến học huyện Chè Thượng']);
});

const aboutEmptyCells = new Set([
  'NAME_MISSING',
  'DATE_INVALID',
  'UNIT_UNKNOWN',
  'SCHOOL_MISSING',
  'GRADE_INVALID',
  'CIRCUMSTANCE_UNKNOWN',
  'CERTIFICATE_YEAR_INVALID',
  'STUDY_RESULT_MISSING',
]);

test.each(rowFaultCodes)('%s has whole sentences in both languages, also where it is about an empty cell', (code) => {
  for (const given of aboutEmptyCells.has(code) ? ['', 'abc'] : ['abc']) {
    const { vi, en } = rowFaultMessage(rowFault(code, 'school', given, ['một', 'hai']));
    expect(vi).toMatch(/^Trường: .+\.$/u);
    expect(en).toMatch(/^Trường: .+\.$/u);
    expect(`${vi}${en}`).not.toMatch(/undefined|""|\s{2}/);
    expect(vi).toMatch(/Hãy|Có: |Có "/);
  }
});
