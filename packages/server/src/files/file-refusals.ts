import type { CorrectedFileRefusal, UploadNomineesRefusal } from '@khuyenhoc/application';
import type { TenantClosed } from '@khuyenhoc/domain';
import { formatDate } from '@khuyenhoc/kernel';
import type { LocalizedText } from '../localized-text.ts';

/** Why a request with or for a file is refused: what the use cases say, and what only HTTP knows. */
export type FileRefusal =
  | UploadNomineesRefusal
  | CorrectedFileRefusal
  | TenantClosed
  | { readonly code: 'METHOD_NOT_ALLOWED' }
  | { readonly code: 'FORM_UNREADABLE' }
  | { readonly code: 'BODY_TOO_SLOW' }
  | { readonly code: 'NOTHING_TO_MEND' };

/** A refusal with its status and its words. */
export interface WordedRefusal extends LocalizedText {
  readonly status: number;
}

type FileRefusalCode = FileRefusal['code'];
type Words<Code extends FileRefusalCode> = (refusal: Extract<FileRefusal, { readonly code: Code }>) => WordedRefusal;

/** Says what happened and what to do, with the values. */
export function wordsOf(refusal: FileRefusal): WordedRefusal {
  // The table has the words of each code under that code, which the index type cannot express.
  const say = words[refusal.code] as (refusal: FileRefusal) => WordedRefusal;
  return say(refusal);
}

const words: { readonly [Code in FileRefusalCode]: Words<Code> } = {
  FORBIDDEN: () => ({
    status: 403,
    vi: 'Vai trò của ông/bà không được nhập danh sách đề cử.',
    en: 'Your role may not import nominees.',
  }),
  NOT_FOUND: () => ({
    status: 404,
    vi: 'Không có danh sách này trong phạm vi của ông/bà.',
    en: 'There is no such list within your reach.',
  }),
  IMPORT_FILE_ERASED: () => ({
    status: 410,
    vi: 'Tệp này đã bị xóa cùng với dữ liệu của một người trong đó. Những gì danh sách đã tạo ra vẫn còn.',
    en: 'This file was destroyed with the data of somebody in it. What the list became is still there.',
  }),
  TENANT_CLOSED: ({ closedOn, successorName }) => ({
    status: 409,
    vi: `Từ ngày ${formatDate(closedOn)}, mọi việc của hội này do ${successorName} tiếp tục. Hãy gửi tệp ở đó.`,
    en: `Since ${formatDate(closedOn)} everything goes on at ${successorName}. Send the file there.`,
  }),
  METHOD_NOT_ALLOWED: () => ({
    status: 405,
    vi: 'Địa chỉ này không nhận phương thức đó.',
    en: 'This address does not take that method.',
  }),
  FORM_UNREADABLE: () => ({
    status: 400,
    vi: 'Không đọc được biểu mẫu. Hãy gửi đúng một tệp, dạng multipart/form-data hoặc gửi thẳng nội dung tệp.',
    en: 'The form cannot be read. Send exactly one file, as multipart/form-data or as the bare content of the file.',
  }),
  BODY_TOO_SLOW: () => ({
    status: 408,
    vi: 'Tệp gửi lên quá chậm nên đã dừng. Hãy thử lại khi đường truyền tốt hơn.',
    en: 'The file came too slowly and was stopped. Try again on a better line.',
  }),
  FILE_TYPE_UNKNOWN: () => ({
    status: 415,
    vi: 'Tệp không phải là bảng tính. Hãy lưu dạng Excel .xlsx (không đặt mật khẩu) hoặc CSV UTF-8 rồi gửi lại.',
    en: 'The file is no spreadsheet. Save it as Excel .xlsx (without a password) or as CSV UTF-8 and send it again.',
  }),
  FILE_BROKEN: () => ({
    status: 422,
    vi: 'Tệp bị hỏng. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
    en: 'The file is broken. Open it in Excel, save it as .xlsx and send it again.',
  }),
  FILE_HAS_MACROS: () => ({
    status: 422,
    vi: 'Tệp có chứa macro. Hãy lưu dạng .xlsx (không phải .xlsm) rồi gửi lại.',
    en: 'The file has macros. Save it as .xlsx, not .xlsm, and send it again.',
  }),
  FILE_TOO_LARGE: ({ limitBytes }) => ({
    status: 413,
    vi: `Tệp lớn hơn ${mebibytes(limitBytes)} MB. Hãy chia danh sách thành nhiều tệp.`,
    en: `The file is larger than ${mebibytes(limitBytes)} MB. Split the list into several files.`,
  }),
  FILE_UNPACKS_TOO_LARGE: ({ limitBytes }) => ({
    status: 413,
    vi: `Nội dung tệp khi mở ra lớn hơn ${mebibytes(limitBytes)} MB. Hãy bỏ hình ảnh và các trang không dùng, hoặc chia danh sách.`,
    en: `Unpacked, the file is larger than ${mebibytes(limitBytes)} MB. Remove pictures and unused sheets, or split the list.`,
  }),
  TOO_MANY_ROWS: ({ limit }) => ({
    status: 422,
    vi: `Danh sách có hơn ${limit} dòng. Hãy chia thành nhiều tệp.`,
    en: `The list has more than ${limit} rows. Split it into several files.`,
  }),
  HEADER_NOT_FOUND: () => ({
    status: 422,
    vi: 'Không thấy dòng tiêu đề (Họ và tên, Ngày sinh, …) trong 20 dòng đầu của trang tính thứ nhất.',
    en: 'There is no header (Họ và tên, Ngày sinh, …) in the first 20 rows of the first sheet.',
  }),
  COLUMNS_MISSING: ({ columns }) => ({
    status: 422,
    vi: `Thiếu cột: ${columns.join(', ')}. Hãy thêm cột với đúng tên đó.`,
    en: `Columns are missing: ${columns.join(', ')}. Add them under these names.`,
  }),
  COLUMNS_UNKNOWN: ({ columns }) => ({
    status: 422,
    vi: `Không rõ cột: ${columns.join(', ')}. Hãy sửa tên cột hoặc bỏ cột đó.`,
    en: `Columns are not known: ${columns.join(', ')}. Correct their names or remove them.`,
  }),
  COLUMNS_TWICE: ({ columns }) => ({
    status: 422,
    vi: `Cột có hai lần: ${columns.join(', ')}. Hãy bỏ một cột.`,
    en: `Columns are there twice: ${columns.join(', ')}. Remove one of each.`,
  }),
  NO_ROWS: () => ({ status: 422, vi: 'Danh sách chưa có em nào.', en: 'There is no child on the list.' }),
  IMPORT_NOT_IN_STATE: () => ({
    status: 409,
    vi: 'Danh sách chưa được xem trước, nên chưa biết dòng nào có lỗi. Hãy xem trước rồi tải lại.',
    en: 'The list has not been previewed, so its faults are not known yet. Preview it first.',
  }),
  NOTHING_TO_MEND: () => ({
    status: 409,
    vi: 'Không có dòng nào cần sửa. Thêm ?rows=all để tải cả danh sách.',
    en: 'No row is to be mended. Add ?rows=all for the whole list.',
  }),
};

function mebibytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
