import {
  fileKinds,
  type FileContentRefusal,
  type OpenFileRefusal,
  type StoreFileRefusal,
} from '@khuyenhoc/application';
import type { LocalizedText } from '../localized-text.ts';
import type { WordedRefusal } from './file-refusals.ts';

/** Why a request with or for a stored file is refused: what the use cases say, and what only HTTP knows. */
export type DocumentRefusal =
  | StoreFileRefusal
  | OpenFileRefusal
  | FileContentRefusal
  | { readonly code: 'FILE_KIND_UNKNOWN' }
  | { readonly code: 'FORM_UNREADABLE' }
  | { readonly code: 'FILE_EMPTY' }
  | { readonly code: 'FILE_TOO_LARGE'; readonly limitBytes: number }
  | { readonly code: 'BODY_TOO_SLOW' }
  | { readonly code: 'SERVER_BUSY' };

type Code = DocumentRefusal['code'];
type Words<One extends Code> = (refusal: Extract<DocumentRefusal, { readonly code: One }>) => WordedRefusal;

/** Says what happened and what to do, with the values; never what the file is called or about. */
export function wordsOfDocument(refusal: DocumentRefusal): WordedRefusal {
  // The table has the words of each code under that code, which the index type cannot express.
  const say = words[refusal.code] as (refusal: DocumentRefusal) => WordedRefusal;
  return say(refusal);
}

const taken: LocalizedText = {
  vi: 'PDF, ảnh JPEG, PNG hoặc WebP, văn bản Word .docx, bảng tính Excel .xlsx',
  en: 'PDF, JPEG, PNG or WebP pictures, Word .docx, Excel .xlsx',
};

const words: { readonly [One in Code]: Words<One> } = {
  FORBIDDEN: () => ({
    status: 403,
    vi: 'Vai trò của ông/bà không được làm việc này với tệp.',
    en: 'Your role may not do this with files.',
  }),
  NOT_FOUND: () => ({
    status: 404,
    vi: 'Không có tệp, người hoặc hội này trong phạm vi của ông/bà.',
    en: 'There is no such file, person or association within your reach.',
  }),
  FILE_ERASED: () => ({
    status: 410,
    vi: 'Nội dung tệp đã bị xóa theo yêu cầu về dữ liệu cá nhân và không khôi phục được.',
    en: 'The content of the file was erased with the personal data it belonged to, and cannot be brought back.',
  }),
  FILE_KIND_UNKNOWN: () => ({
    status: 400,
    vi: `Hãy nêu loại tệp bằng ?kind= một trong: ${fileKinds.join(', ')}.`,
    en: `Name the kind of the file with ?kind= one of: ${fileKinds.join(', ')}.`,
  }),
  FILE_KIND_REFUSED: ({ kind, found, allowed }) => ({
    status: 422,
    vi: `Tệp là ${found}, không dùng được làm ${kind}; loại này nhận: ${allowed.join(', ')}.`,
    en: `The file is ${found}, which cannot be a ${kind}; that kind takes: ${allowed.join(', ')}.`,
  }),
  FORM_UNREADABLE: () => ({
    status: 400,
    vi: 'Không đọc được biểu mẫu. Hãy gửi đúng một tệp, dạng multipart/form-data hoặc gửi thẳng nội dung tệp.',
    en: 'The form cannot be read. Send exactly one file, as multipart/form-data or as the bare content of the file.',
  }),
  FILE_EMPTY: () => ({
    status: 422,
    vi: 'Tệp rỗng. Hãy kiểm tra rồi gửi lại.',
    en: 'The file is empty. Check it and send it again.',
  }),
  FILE_TOO_LARGE: ({ limitBytes }) => ({
    status: 413,
    vi: `Tệp lớn hơn ${mebibytes(limitBytes)} MB. Hãy quét hoặc chụp với độ phân giải thấp hơn, hoặc chia thành nhiều tệp.`,
    en: `The file is larger than ${mebibytes(limitBytes)} MB. Scan or photograph at a lower resolution, or split it.`,
  }),
  BODY_TOO_SLOW: () => ({
    status: 408,
    vi: 'Tệp gửi lên quá chậm nên đã dừng. Hãy thử lại khi đường truyền tốt hơn, hoặc gửi tệp nhỏ hơn.',
    en: 'The file came too slowly and was stopped. Try again on a better line, or send a smaller file.',
  }),
  SERVER_BUSY: () => ({
    status: 503,
    vi: 'Máy chủ đang nhận nhiều tệp, xin thử lại sau giây lát.',
    en: 'The server is taking in many files, please try again in a moment.',
  }),
  FILE_TYPE_UNKNOWN: () => ({
    status: 415,
    vi: `Không nhận loại tệp này. Nhận: ${taken.vi}.`,
    en: `Files of this type are not taken. Taken are: ${taken.en}.`,
  }),
  FILE_BROKEN: () => ({
    status: 422,
    vi: 'Tệp bị hỏng hoặc bị cắt cụt. Hãy mở tệp, lưu lại (hoặc in ra PDF) rồi gửi lại.',
    en: 'The file is broken or cut off. Open it, save it again (or print it to PDF) and send that.',
  }),
  FILE_HAS_MACROS: () => ({
    status: 422,
    vi: 'Tệp có chứa macro. Hãy lưu dạng .docx hoặc .xlsx (không phải .docm, .xlsm) rồi gửi lại.',
    en: 'The file has macros. Save it as .docx or .xlsx, not .docm or .xlsm, and send it again.',
  }),
  FILE_UNPACKS_TOO_LARGE: ({ limitBytes }) => ({
    status: 413,
    vi: `Nội dung tệp khi mở ra lớn hơn ${mebibytes(limitBytes)} MB. Hãy bỏ bớt hình ảnh hoặc chia thành nhiều tệp.`,
    en: `Unpacked, the file is larger than ${mebibytes(limitBytes)} MB. Remove pictures or split it.`,
  }),
  FILE_MISLABELLED: ({ claimed, found }) => ({
    status: 422,
    vi: `Tệp được gọi là ${claimed} nhưng nội dung là ${found}. Hãy đặt lại đuôi tệp cho đúng rồi gửi lại.`,
    en: `The file is called ${claimed}, but its content is ${found}. Name it as what it is and send it again.`,
  }),
  FILE_AMBIGUOUS: ({ found }) => ({
    status: 422,
    vi: `Tệp ${found} này còn đọc được như một loại tệp khác nên không nhận, vì có thể gây hại cho người mở. Hãy quét hoặc lưu lại.`,
    en: `This ${found} file can be read as a file of another type too, and may harm who opens it. Scan it or save it anew.`,
  }),
  FILE_IS_ACTIVE: () => ({
    status: 422,
    vi: 'Tệp có phần tự chạy hoặc tệp đính kèm bên trong. Hãy in ra PDF (không kèm tệp) rồi gửi lại.',
    en: 'The file has parts that run by themselves, or files inside it. Print it to PDF without them and send that.',
  }),
  FILE_LOCKED: () => ({
    status: 422,
    vi: 'Tệp có đặt mật khẩu hoặc bị khóa. Hãy bỏ khóa rồi gửi lại.',
    en: 'The file is locked by a password. Remove it and send the file again.',
  }),
  PICTURE_TOO_LARGE: ({ limitPixels }) => ({
    status: 422,
    vi: `Ảnh có hơn ${limitPixels / 1_000_000} triệu điểm ảnh. Hãy giảm kích thước ảnh.`,
    en: `The picture has more than ${limitPixels / 1_000_000} million pixels. Make it smaller.`,
  }),
  PICTURE_MOVES: () => ({
    status: 422,
    vi: 'Ảnh động không dùng làm minh chứng được. Hãy gửi ảnh tĩnh.',
    en: 'A moving picture proves nothing here. Send a still one.',
  }),
};

function mebibytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
