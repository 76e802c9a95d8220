import type { Localized } from '@khuyenhoc/rules';
import { columnTitle } from './nominee-columns.ts';
import type { RowFault, RowFaultCode } from './row-fault.ts';

/** Says what is wrong with a cell and what to write instead, for the person who keeps the list. */
export function rowFaultMessage(fault: RowFault): Localized {
  const title = columnTitle(fault.column);
  const { vi, en } = sentences[fault.code](fault);
  return { vi: `${title}: ${vi}`, en: `${title}: ${en}` };
}

const sentences: { readonly [Code in RowFaultCode]: (fault: RowFault) => Localized } = {
  NAME_MISSING: () => ({
    vi: 'chưa có họ tên. Hãy ghi đầy đủ họ và tên của em.',
    en: "the name is missing. Write the child's full name.",
  }),
  NAME_BROKEN: ({ given }) => ({
    vi: `"${given}" có ký tự bị hỏng hoặc không phải chữ. Hãy gõ lại họ tên bằng chữ tiếng Việt (Unicode), dài nhất 100 ký tự.`,
    en: `"${given}" has a broken character or no letters. Type the name again in Unicode, at most 100 characters.`,
  }),
  DATE_INVALID: ({ given }) => ({
    vi: `${shown(given, 'ô trống')} không phải là một ngày có trong lịch. Hãy ghi ngày/tháng/năm, ví dụ 05/06/2013.`,
    en: `${shown(given, 'an empty cell')} is no day of the calendar. Write day/month/year, for example 05/06/2013.`,
  }),
  DATE_IN_FUTURE: ({ given }) => ({
    vi: `"${given}" là ngày chưa tới. Hãy kiểm tra năm sinh.`,
    en: `"${given}" has not come yet. Check the year of birth.`,
  }),
  SEX_UNKNOWN: ({ given, accepted }) => ({
    vi: `"${given}" không đọc được. Hãy ghi ${listed(accepted, 'hoặc')}, hoặc để trống.`,
    en: `"${given}" cannot be read. Write ${listed(accepted, 'or')}, or leave it empty.`,
  }),
  UNIT_UNKNOWN: ({ given, accepted }) => ({
    vi: `không tìm thấy ${shown(given, 'đơn vị')} trong phạm vi của ông/bà${accepted.length === 0 ? '. Hãy ghi đúng tên hội như trong hệ thống.' : ` với hội cấp trên đã ghi. Có: ${listed(accepted, 'hoặc')}.`}`,
    en: `${shown(given, 'the association')} is not within your reach${accepted.length === 0 ? '. Write the name of the association as the system has it.' : ` under the association above that was written. There is ${listed(accepted, 'or')}.`}`,
  }),
  UNIT_AMBIGUOUS: ({ given, accepted }) => ({
    vi: `có nhiều hội tên "${given}". Hãy ghi cột Hội cấp trên là ${listed(accepted, 'hoặc')}.`,
    en: `several associations are called "${given}". Write in the column Hội cấp trên ${listed(accepted, 'or')}.`,
  }),
  SCHOOL_MISSING: () => ({
    vi: 'chưa có tên trường. Hãy ghi tên trường em đang học.',
    en: "the school is missing. Write the name of the child's school.",
  }),
  GRADE_INVALID: ({ given }) => ({
    vi: `${shown(given, 'ô trống')} không phải là lớp. Hãy ghi khối từ 1 đến 12 rồi tên lớp, ví dụ 7A.`,
    en: `${shown(given, 'an empty cell')} is no class. Write the grade from 1 to 12 and then the class, for example 7A.`,
  }),
  CIRCUMSTANCE_UNKNOWN: ({ given, accepted }) => ({
    vi: `${shown(given, 'ô trống trong khi có giấy chứng nhận')} không có trong danh mục. Hãy ghi ${listed(accepted, 'hoặc')}, hoặc để trống nếu em không thuộc diện nào.`,
    en: `${shown(given, 'an empty cell beside a certificate')} is not on the list. Write ${listed(accepted, 'or')}, or leave it empty if none applies.`,
  }),
  CERTIFICATE_YEAR_INVALID: ({ given }) => ({
    vi: `${shown(given, 'ô trống trong khi có số giấy')} không phải là năm. Hãy gõ bốn chữ số 0-9, ví dụ 2024.`,
    en: `${shown(given, 'an empty cell beside a certificate number')} is no year. Type four digits 0-9, for example 2024.`,
  }),
  CERTIFICATE_YEAR_IN_FUTURE: ({ given }) => ({
    vi: `năm ${given} chưa tới. Hãy ghi năm in trên giấy chứng nhận.`,
    en: `${given} has not come yet. Write the year that the certificate bears.`,
  }),
  STUDY_RESULT_MISSING: ({ accepted }) => ({
    vi: `chưa có kết quả học tập. Hãy ghi ${listed(accepted, 'hoặc')}.`,
    en: `the result is missing. Write ${listed(accepted, 'or')}.`,
  }),
  STUDY_RESULT_NOT_ON_SCALE: ({ given, accepted }) => ({
    vi: `"${given}" không có trong thang đánh giá của lớp này. Hãy ghi ${listed(accepted, 'hoặc')}.`,
    en: `"${given}" is not on the scale of this grade. Write ${listed(accepted, 'or')}.`,
  }),
  CONDUCT_NOT_ON_SCALE: ({ given, accepted }) => ({
    vi: `"${given}" không có trong thang đánh giá của lớp này. Hãy ghi ${listed(accepted, 'hoặc')}, hoặc để trống.`,
    en: `"${given}" is not on the scale of this grade. Write ${listed(accepted, 'or')}, or leave it empty.`,
  }),
  AMOUNT_INVALID: ({ given }) => ({
    vi: `"${given}" không phải là số tiền. Hãy ghi số đồng bằng chữ số, lớn hơn 0, ví dụ 2000000.`,
    en: `"${given}" is no amount. Write the đồng in digits, above zero, for example 2000000.`,
  }),
  TEXT_TOO_LONG: ({ given, accepted }) => ({
    vi: `"${given.slice(0, 30)}…" quá dài. Hãy rút gọn còn nhiều nhất ${accepted.join('')} ký tự.`,
    en: `"${given.slice(0, 30)}…" is too long. Shorten it to at most ${accepted.join('')} characters.`,
  }),
  CHILD_TWICE: ({ given, accepted }) => ({
    vi: `em "${given}" đã có ở dòng ${accepted.join(', ')} với cùng ngày sinh và trường. Hãy bỏ một trong hai dòng.`,
    en: `"${given}" stands in row ${accepted.join(', ')} already, with the same birth date and school. Remove one of the two rows.`,
  }),
};

function shown(given: string, whenEmpty: string): string {
  return given === '' ? whenEmpty : `"${given}"`;
}

function listed(words: readonly string[], or: string): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${or} ${last}`;
}
