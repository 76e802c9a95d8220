import type { Localized } from '@khuyenhoc/rules';
import type { Sentences } from './sentences.ts';
import { anyOf, importStateWords } from './words.ts';

/** Why a list of nominees cannot be read, previewed or taken in. */
export const importMessages: Sentences<
  | 'IMPORT_NOT_IN_STATE'
  | 'IMPORT_HAS_FAULTS'
  | 'IMPORT_HAS_NO_GOOD_ROWS'
  | 'FILE_TYPE_UNKNOWN'
  | 'FILE_BROKEN'
  | 'FILE_HAS_MACROS'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNPACKS_TOO_LARGE'
  | 'TOO_MANY_ROWS'
  | 'HEADER_NOT_FOUND'
  | 'COLUMNS_MISSING'
  | 'COLUMNS_UNKNOWN'
  | 'COLUMNS_TWICE'
  | 'NO_ROWS'
> = {
  IMPORT_NOT_IN_STATE: ({ state, required }) => {
    const wanted = anyOf(
      required.map((one) => importStateWords[one]),
      { vi: 'khác', en: 'another' },
    );
    return {
      vi: `Danh sách này ${importStateWords[state].vi}; việc này chỉ làm được khi danh sách ${wanted.vi}. Nếu cần sửa, hãy tải tệp lên lại.`,
      en: `The list is ${importStateWords[state].en}; this needs a list that is ${wanted.en}. To change it, upload the file again.`,
    };
  },
  IMPORT_HAS_FAULTS: ({ faultyRows }) => ({
    vi: `Có ${faultyRows} dòng lỗi, mà ông/bà chọn nhận tất cả hoặc không dòng nào. Hãy sửa các dòng đó rồi tải lại, hoặc bỏ lựa chọn này.`,
    en: `${faultyRows} rows are faulty, and all or nothing was asked. Correct them and upload the list again, or drop that choice.`,
  }),
  IMPORT_HAS_NO_GOOD_ROWS: ({ faultyRows }) => ({
    vi: `Cả ${faultyRows} dòng đều có lỗi nên không có gì để nhận. Hãy sửa theo cột Lỗi rồi tải lại.`,
    en: `All ${faultyRows} rows are faulty, so there is nothing to take in. Correct them and upload the list again.`,
  }),
  FILE_TYPE_UNKNOWN: () => ({
    vi: 'Tệp này không phải Excel (.xlsx) hay CSV. Hãy lưu danh sách dưới một trong hai dạng đó rồi tải lại.',
    en: 'The file is neither Excel (.xlsx) nor CSV. Save the list as one of the two and upload it again.',
  }),
  FILE_BROKEN: () => ({
    vi: 'Không đọc được tệp vì tệp bị hỏng. Hãy mở bằng Excel, lưu lại rồi tải lên.',
    en: 'The file is broken and cannot be read. Open it in Excel, save it again and upload it.',
  }),
  FILE_HAS_MACROS: () => ({
    vi: 'Tệp có macro nên không được nhận, để an toàn. Hãy lưu thành .xlsx không có macro rồi tải lại.',
    en: 'The file has macros and is not taken, to be safe. Save it as .xlsx without macros and upload it again.',
  }),
  FILE_TOO_LARGE: ({ limitBytes }) => tooLarge(limitBytes),
  FILE_UNPACKS_TOO_LARGE: ({ limitBytes }) => tooLarge(limitBytes),
  TOO_MANY_ROWS: ({ limit }) => ({
    vi: `Danh sách có hơn ${limit} dòng. Hãy chia thành nhiều tệp.`,
    en: `The list has more than ${limit} rows. Split it into several files.`,
  }),
  HEADER_NOT_FOUND: () => ({
    vi: 'Không tìm thấy dòng tiêu đề. Hãy dùng tệp mẫu, giữ nguyên dòng có "Họ và tên", "Ngày sinh" và các cột khác.',
    en: 'There is no header row. Use the template and keep the row with "Họ và tên", "Ngày sinh" and so on.',
  }),
  COLUMNS_MISSING: ({ columns }) => ({
    vi: `Thiếu cột ${columns.join(', ')}. Hãy thêm các cột này rồi tải lại.`,
    en: `Columns are missing: ${columns.join(', ')}. Add them and upload the list again.`,
  }),
  COLUMNS_UNKNOWN: ({ columns }) => ({
    vi: `Không hiểu cột ${columns.join(', ')}. Hãy sửa tên theo tệp mẫu hoặc bỏ cột đó.`,
    en: `Columns are not understood: ${columns.join(', ')}. Name them as in the template, or remove them.`,
  }),
  COLUMNS_TWICE: ({ columns }) => ({
    vi: `Cột ${columns.join(', ')} có hai lần. Hãy bỏ một cột.`,
    en: `Columns stand there twice: ${columns.join(', ')}. Remove one of each.`,
  }),
  NO_ROWS: () => ({
    vi: 'Danh sách chưa có dòng nào dưới tiêu đề. Hãy điền danh sách rồi tải lại.',
    en: 'There is no row below the header. Fill in the list and upload it again.',
  }),
};

function tooLarge(limitBytes: number): Localized {
  const megabytes = Math.floor(limitBytes / 1_048_576);
  return {
    vi: `Tệp quá lớn (tối đa ${megabytes} MB). Hãy bỏ hình ảnh, trang thừa hoặc chia thành nhiều tệp.`,
    en: `The file is too large (at most ${megabytes} MB). Remove pictures and spare sheets, or split it.`,
  };
}
