import type { Localized } from '@khuyenhoc/rules';
import { unitTitles } from './unit-columns.ts';
import type { UnitRowFault, UnitRowFaultCode } from './unit-row-fault.ts';

/** Says what is wrong with a cell of a list of units and what to write instead, for the person who keeps the list. */
export function unitRowFaultMessage(fault: UnitRowFault): Localized {
  const title = unitTitles.titleOf(fault.column);
  const { vi, en } = sentences[fault.code](fault);
  return { vi: `${title}: ${vi}`, en: `${title}: ${en}` };
}

const sentences: { readonly [Code in UnitRowFaultCode]: (fault: UnitRowFault) => Localized } = {
  CELL_MISSING: () => ({
    vi: 'ô còn trống. Hãy ghi vào.',
    en: 'the cell is empty. Fill it in.',
  }),
  TEXT_TOO_LONG: ({ given, accepted }) => ({
    vi: `"${given.slice(0, 30)}…" quá dài. Hãy rút gọn còn nhiều nhất ${accepted.join('')} ký tự.`,
    en: `"${given.slice(0, 30)}…" is too long. Shorten it to at most ${accepted.join('')} characters.`,
  }),
  CODE_TWICE: ({ given, accepted }) => ({
    vi: `mã "${given}" đã có ở dòng ${accepted.join(', ')}. Mỗi đơn vị phải có mã riêng.`,
    en: `the code "${given}" stands in row ${accepted.join(', ')} already. Each unit needs a code of its own.`,
  }),
  TYPE_UNKNOWN: ({ given, accepted }) => ({
    vi: `"${given}" không phải là một loại đã biết. Hãy ghi ${listed(accepted, 'hoặc')}, hoặc mã loại viết bằng chữ in hoa.`,
    en: `"${given}" is no known type. Write ${listed(accepted, 'or')}, or the code of a type in capital letters.`,
  }),
  PLACE_CODE_INVALID: ({ given }) => ({
    vi: `"${given}" không có dạng mã đơn vị hành chính. Hãy ghi 2 (tỉnh), 3 (huyện) hoặc 5 chữ số (xã), kể cả số 0 ở đầu, hoặc để trống.`,
    en: `"${given}" is not a place code. Write 2 (province), 3 (district) or 5 digits (commune) with leading zeros, or leave it empty.`,
  }),
  AREA_CLASS_UNKNOWN: ({ given }) => ({
    vi: `"${given}" không đọc được. Hãy ghi I, II hoặc III, hoặc để trống.`,
    en: `"${given}" cannot be read. Write I, II or III, or leave it empty.`,
  }),
  DATE_INVALID: ({ given }) => ({
    vi: `"${given}" không phải là một ngày có trong lịch. Hãy ghi ngày/tháng/năm, ví dụ 01/07/2025.`,
    en: `"${given}" is no day of the calendar. Write day/month/year, for example 01/07/2025.`,
  }),
  DATE_IN_FUTURE: ({ given }) => ({
    vi: `"${given}" là ngày chưa tới. Đơn vị chỉ được nhập khi đã thành lập.`,
    en: `"${given}" has not come yet. A unit is entered once it is founded.`,
  }),
  DATE_BEFORE_PARENT: ({ given, accepted }) => ({
    vi: `"${given}" sớm hơn ngày thành lập đơn vị cấp trên (${accepted.join('')}). Hãy kiểm tra hai ngày.`,
    en: `"${given}" is before the day on which the unit above was founded (${accepted.join('')}). Check both days.`,
  }),
  PARENT_UNKNOWN: ({ given }) => ({
    vi: `không có đơn vị nào mang mã hoặc tên "${given}" trong danh sách hay trong phạm vi của ông/bà. Hãy ghi đúng mã hoặc tên.`,
    en: `no unit of the list or within your reach has the code or name "${given}". Write its code or name as it is.`,
  }),
  PARENT_AMBIGUOUS: ({ given, accepted }) => ({
    vi: `có nhiều đơn vị tên "${given}". Hãy ghi mã thay cho tên: ${listed(accepted, 'hoặc')}.`,
    en: `several units are called "${given}". Write a code instead of the name: ${listed(accepted, 'or')}.`,
  }),
  CYCLE: ({ accepted }) => ({
    vi: `các dòng ${accepted.join(' → ')} lần lượt là cấp trên của nhau, thành vòng. Hãy sửa cấp trên của một dòng.`,
    en: `rows ${accepted.join(' → ')} stand below each other in a circle. Change the unit above of one of them.`,
  }),
  NAME_TWICE: ({ given, accepted }) => ({
    vi: `"${given}" đã có ở dòng ${accepted.join(', ')} dưới cùng đơn vị cấp trên. Hãy đổi tên hoặc bỏ một dòng.`,
    en: `"${given}" stands in row ${accepted.join(', ')} already, below the same unit. Change the name or remove a row.`,
  }),
  NAME_THERE: ({ given, accepted }) => ({
    vi: `dưới đơn vị cấp trên đã có "${given}" (${accepted.join(', ')}). Hãy bỏ dòng này hoặc đổi tên.`,
    en: `below the unit above there is "${given}" already (${accepted.join(', ')}). Remove the row or change the name.`,
  }),
};

function listed(words: readonly string[], or: string): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${or} ${last}`;
}
