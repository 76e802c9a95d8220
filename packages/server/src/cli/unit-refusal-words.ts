import {
  unitRowFaultMessage,
  type ImportUnitsRefusal,
  type PreviewUnitsRefusal,
  type UnitsFaulty,
} from '@khuyenhoc/application';
import { formatDate } from '@khuyenhoc/kernel';
import { wordsOf } from '../files/file-refusals.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { NoOfficer } from './officer-session.ts';

type UnitRefusal = Exclude<ImportUnitsRefusal | PreviewUnitsRefusal, UnitsFaulty>;

/** Why no unit of a list was founded, and what to do next. */
export function unitRefusalWords(refusal: UnitRefusal): LocalizedText {
  switch (refusal.code) {
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return {
        vi: 'Nhiệm vụ của người này không cho phép lập các đơn vị đó, hoặc vừa hết hiệu lực.',
        en: "This person's mandate does not allow founding these units, or has just ended.",
      };
    case 'ACT_NUMBER_UNCLEAR':
      return {
        vi: `Có ${refusal.found} văn bản số ${refusal.number} đang có hiệu lực vào ngày đó; cần đúng một. Hãy ghi văn bản vào sổ trước, hoặc đổi --on.`,
        en: `There are ${refusal.found} acts numbered ${refusal.number} in force on that day; exactly one is needed. Register the act first, or change --on.`,
      };
    case 'FILE_TYPE_UNKNOWN':
    case 'FILE_BROKEN':
    case 'FILE_HAS_MACROS':
    case 'FILE_TOO_LARGE':
    case 'FILE_UNPACKS_TOO_LARGE':
    case 'TOO_MANY_ROWS':
    case 'COLUMNS_MISSING':
    case 'COLUMNS_UNKNOWN':
    case 'COLUMNS_TWICE':
      return wordsOf(refusal);
    case 'HEADER_NOT_FOUND':
      return {
        vi: 'Không thấy dòng tiêu đề (Tên đơn vị, Loại, Đơn vị cấp trên, Ngày thành lập, …) trong 20 dòng đầu.',
        en: 'There is no header (Tên đơn vị, Loại, Đơn vị cấp trên, Ngày thành lập, …) in the first 20 rows.',
      };
    case 'NO_ROWS':
      return { vi: 'Danh sách chưa có đơn vị nào.', en: 'There is no unit on the list.' };
    case 'NAME_TAKEN':
      return {
        vi: `Tên "${refusal.name}" đã được một đơn vị khác dùng dưới cùng cấp trên vào ngày ${formatDate(refusal.on)}.`,
        en: `The name "${refusal.name}" belonged to another unit below the same parent on ${formatDate(refusal.on)}.`,
      };
    default:
      // What the list was checked for meanwhile changed in the network; a second run tells the row.
      return {
        vi: `Mạng lưới vừa thay đổi nên chưa lập đơn vị nào (${refusal.code}). Hãy chạy lại.`,
        en: `The network has just changed, so no unit was founded (${refusal.code}). Run it again.`,
      };
  }
}

/** Why somebody cannot act for a network from the command line. */
export function noOfficerWords({ code }: NoOfficer): LocalizedText {
  if (code === 'MANDATE_REQUIRED') {
    return {
      vi: 'Người này có nhiều nhiệm vụ cho phép việc này; hãy dùng người chỉ có một.',
      en: 'This person has several mandates that allow this; act as somebody who has one.',
    };
  }
  return {
    vi: 'Trong mạng lưới này không có ai đăng nhập như vậy mà hôm nay được lập đơn vị.',
    en: 'Nobody in this network who signs in like that may found units today.',
  };
}

/** How many rows are told on a screen; the corrected list and `--json` have all of them. */
const shown = 20;

/** Every fault by row and column, and where the whole list went. */
export function faultyListWords({ rows, faults }: UnitsFaulty, corrected: string | null): LocalizedText {
  const faultyRows = new Set(faults.map(({ rowNumber }) => rowNumber)).size;
  const first = faults.slice(0, shown).map((fault) => ({ rowNumber: fault.rowNumber, ...unitRowFaultMessage(fault) }));
  const more = faults.length - first.length;
  return {
    vi: [
      `Có ${faults.length} lỗi ở ${faultyRows}/${rows} dòng nên chưa lập đơn vị nào:`,
      ...first.map(({ rowNumber, vi }) => `  dòng ${rowNumber}: ${vi}`),
      ...(more > 0 ? [`  … và ${more} lỗi nữa`] : []),
      corrected === null
        ? 'Thêm --corrected <tệp> để có danh sách kèm cột Lỗi.'
        : `Danh sách kèm cột Lỗi: ${corrected}`,
    ].join('\n'),
    en: [
      `There are ${faults.length} faults in ${faultyRows}/${rows} rows, so no unit was founded:`,
      ...first.map(({ rowNumber, en }) => `  row ${rowNumber}: ${en}`),
      ...(more > 0 ? [`  … and ${more} more`] : []),
      corrected === null
        ? 'Add --corrected <file> for the list with a column of faults.'
        : `The list with a column of faults: ${corrected}`,
    ].join('\n'),
  };
}
