import { formatDate } from '@khuyenhoc/kernel';
import type { Sentences } from './sentences.ts';

const nth = (index: number): string => String(index + 1);

/** Why a consent is not recorded, a profile not set, a person not erased. */
export const consentMessages: Sentences<
  | 'SUBJECT_ERASED'
  | 'CONSENT_DATE_IN_FUTURE'
  | 'CONSENT_GIVER_TOO_YOUNG'
  | 'REPRESENTATIVE_MISSING'
  | 'CONSENT_EVIDENCE_MISSING'
  | 'EVIDENCE_NOT_FOUND'
  | 'CONSENT_WITHDRAWN'
  | 'TREATMENT_IMPOSSIBLE'
  | 'AWARDS_OPEN'
  | 'ACT_NOT_FOUND'
  | 'IMPORT_FILE_ERASED'
> = {
  SUBJECT_ERASED: () => ({
    vi: 'Dữ liệu của người này đã được xóa theo yêu cầu nên không thể ghi hay quyết định gì thêm. Hồ sơ còn dở chỉ có thể rút, từ chối hoặc hoàn lại.',
    en: 'The data of this person were erased, so nothing more can be recorded or decided. An open case can be withdrawn, rejected or reversed.',
  }),
  CONSENT_DATE_IN_FUTURE: ({ index, givenOn, today }) => ({
    vi: `Sự đồng ý thứ ${nth(index)} ghi ngày ${formatDate(givenOn)}, sau hôm nay (${formatDate(today)}). Hãy ghi đúng ngày trên giấy; chưa gì được ghi.`,
    en: `Consent ${nth(index)} is dated ${formatDate(givenOn)}, after today (${formatDate(today)}). Write the day on the paper; nothing was recorded.`,
  }),
  CONSENT_GIVER_TOO_YOUNG: ({ index, askedFrom, givenOn }) => ({
    vi: `Sự đồng ý thứ ${nth(index)} ngày ${formatDate(givenOn)} là của em, khi đó chưa đủ 7 tuổi (đủ từ ${formatDate(askedFrom)}): người đại diện đồng ý thay. Hãy ghi là của người đại diện.`,
    en: `Consent ${nth(index)} of ${formatDate(givenOn)} is the child's own, who was not asked before ${formatDate(askedFrom)}: the representative speaks. Record it as the representative's.`,
  }),
  REPRESENTATIVE_MISSING: ({ index }) => ({
    vi: `Sự đồng ý thứ ${nth(index)} chưa nói ai là người đại diện và quan hệ với em. Hãy ghi họ tên hoặc chọn người, và quan hệ.`,
    en: `Consent ${nth(index)} does not say who represents the child. Name or choose the person, and the relation.`,
  }),
  CONSENT_EVIDENCE_MISSING: ({ index }) => ({
    vi: `Sự đồng ý thứ ${nth(index)} chưa có bằng chứng. Hãy kèm bản quét hoặc ghi giấy đang lưu ở đâu.`,
    en: `Consent ${nth(index)} has no evidence. Attach the scan, or write where the paper lies.`,
  }),
  EVIDENCE_NOT_FOUND: ({ index }) => ({
    vi: `Không có bản quét của sự đồng ý thứ ${nth(index)} trong phạm vi của ông/bà, hoặc đó là giấy tờ của người khác. Hãy chọn đúng tệp.`,
    en: `The scan of consent ${nth(index)} is not within your reach, or is somebody else's paper. Choose the right file.`,
  }),
  CONSENT_WITHDRAWN: ({ index, withdrawnOn }) => ({
    vi: `Sự đồng ý thứ ${nth(index)} đã được rút từ ngày ${formatDate(withdrawnOn)}. Hãy bỏ nó khỏi danh sách; chưa gì thay đổi.`,
    en: `Consent ${nth(index)} was withdrawn on ${formatDate(withdrawnOn)}. Leave it out of the list; nothing was changed.`,
  }),
  TREATMENT_IMPOSSIBLE: () => ({
    vi: 'Tên trường không có dạng che: hãy chọn không công khai, hoặc công khai khi đã đồng ý.',
    en: 'A school has no masked form: hide it, or show it where that was agreed to.',
  }),
  AWARDS_OPEN: ({ awards }) => ({
    vi: `Người này còn ${awards.length} hồ sơ chưa xong nên chưa xóa được: chứng từ còn phải ghi cho ai. Hãy rút, từ chối, hoặc chi và lấy ký nhận xong rồi xóa; số tiền vẫn được giữ trong sổ mà không còn tên.`,
    en: `${awards.length} cases of this person are not over, and their papers must still say for whom they are. Withdraw, reject, or pay and acknowledge them first; the amounts stay in the books without a name.`,
  }),
  ACT_NOT_FOUND: () => ({
    vi: 'Không có văn bản này trong sổ văn bản. Hãy đăng ký văn bản trước.',
    en: 'There is no such act in the register. Register it first.',
  }),
  IMPORT_FILE_ERASED: () => ({
    vi: 'Tệp danh sách đã bị xóa cùng dữ liệu của một người trong đó. Hãy gửi lại danh sách không có người ấy.',
    en: 'The file of the list was destroyed with the data of somebody in it. Send the list again without that person.',
  }),
};
