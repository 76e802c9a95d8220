import type { PlaceDataFault } from '@khuyenhoc/vietnam-places';
import type { LocalizedText } from '../localized-text.ts';

/** What each fault of the data set is, and what became of it. */
export const faultWords: { readonly [Code in PlaceDataFault['code']]: LocalizedText } = {
  TEXT_NOT_NFC: {
    vi: 'chữ không ở dạng Unicode NFC; đã chuẩn hóa',
    en: 'a text that is not in Unicode NFC; normalised',
  },
  PREDECESSOR_EMPTY: {
    vi: 'dòng không nói gì về đơn vị cũ; đơn vị mới không có tiền thân',
    en: 'a row that says nothing of the old unit; the new one has no predecessor',
  },
  PREDECESSOR_MISSING: {
    vi: 'không dòng nào dẫn tới đơn vị mới; đơn vị mới không có tiền thân',
    en: 'a new unit that no row leads to; it has no predecessor',
  },
  OLD_CODE_MISSING: {
    vi: 'đơn vị cũ mất mã; bổ sung nếu có nguồn khác (mendedTo), còn lại bỏ qua',
    en: 'an old unit without its code; mended where another source has it (mendedTo), else left out',
  },
  ROW_REPEATED: { vi: 'dòng lặp lại; bỏ qua', en: 'a row that says the same again; left out' },
  NEW_CODE_UNKNOWN: {
    vi: 'mã mới không có trong danh sách đơn vị mới; bỏ qua',
    en: 'a new code that no new unit has; left out',
  },
  NEW_CODE_ELSEWHERE: {
    vi: 'mã mới thuộc tỉnh khác với tỉnh ghi trong dòng; bỏ qua',
    en: 'a new code of another province than the row says; left out',
  },
  SUCCESSOR_NOT_TOLD: {
    vi: 'không nguồn nào nói đơn vị này nhập vào đâu; hết hiệu lực mà không có đơn vị kế thừa',
    en: 'no source tells where the unit went; it ends without a successor',
  },
};
