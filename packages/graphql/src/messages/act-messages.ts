import { formatDate } from '@khuyenhoc/kernel';
import type { Localized } from '@khuyenhoc/rules';
import type { Sentences } from './sentences.ts';

/** Why an act is not registered, ended or cited so, and why a file is no evidence of something. */
export const actMessages: Sentences<
  | 'ACT_INVALID'
  | 'ACT_PERIOD_REVERSED'
  | 'ACT_ALREADY_REGISTERED'
  | 'ACT_FILE_NOT_FOUND'
  | 'ACT_ALREADY_ENDED'
  | 'ACT_REPLACES_ITSELF'
  | 'ACT_NUMBER_DIFFERS'
  | 'ACT_NOT_IN_FORCE'
  | 'REPLACEMENT_NOT_IN_FORCE'
  | 'EVIDENCE_OF_ANOTHER'
  | 'EVIDENCE_ERASED'
> = {
  ACT_INVALID: ({ index, field, problem }) => ({
    vi: `Văn bản thứ ${index + 1}: ${fieldWords[field].vi} phải là ${problem}${field === 'issuedOn' ? '' : ' ký tự'}. Hãy sửa rồi gửi lại cả danh sách.`,
    en: `Act ${index + 1}: ${fieldWords[field].en} must be ${problem}${field === 'issuedOn' ? '' : ' characters'}. Correct it and send the whole list again.`,
  }),
  ACT_PERIOD_REVERSED: ({ index, number, inForceFrom, inForceTo }) => ({
    vi: `Văn bản thứ ${index + 1} (${number}) có hiệu lực từ ${formatDate(inForceFrom)} nên không thể hết hiệu lực ngày ${formatDate(inForceTo)}. Hãy sửa ngày.`,
    en: `Act ${index + 1} (${number}) holds from ${formatDate(inForceFrom)}, so it cannot end on ${formatDate(inForceTo)}. Correct the days.`,
  }),
  ACT_ALREADY_REGISTERED: ({ index, number, issuedOn }) => ({
    vi: `Văn bản thứ ${index + 1} (${number}, ngày ${formatDate(issuedOn)}) đã có trong sổ của hội này hoặc hội cấp trên. Hãy dẫn văn bản đã có thay vì ghi lại.`,
    en: `Act ${index + 1} (${number} of ${formatDate(issuedOn)}) stands in this register, or in one above, already. Cite that one instead of recording it again.`,
  }),
  ACT_FILE_NOT_FOUND: ({ index }) => ({
    vi: `Không có tệp của văn bản thứ ${index + 1} trong phạm vi này, hoặc tệp đã bị xóa. Hãy gửi tệp lên trước.`,
    en: `The file of act ${index + 1} is not there, or was erased. Send the file first.`,
  }),
  ACT_ALREADY_ENDED: ({ index, number, inForceTo }) => ({
    vi: `Văn bản thứ ${index + 1} (${number}) hết hiệu lực ngày ${formatDate(inForceTo)}; ngày đó không lùi lại được vì việc khác đã dựa vào. Hãy ghi văn bản mới nếu cần.`,
    en: `Act ${index + 1} (${number}) ends on ${formatDate(inForceTo)}, and that day is not put off, since others relied on it. Register a new act if one is needed.`,
  }),
  ACT_REPLACES_ITSELF: ({ index, number }) => ({
    vi: `Văn bản thứ ${index + 1} (${number}) sẽ bị thay bởi chính nó qua các văn bản khác. Hãy chọn văn bản thay thế khác.`,
    en: `Act ${index + 1} (${number}) would in the end be replaced by itself. Name another act in its place.`,
  }),
  ACT_NUMBER_DIFFERS: ({ number, registered }) => ({
    vi: `Căn cứ ghi số "${number}" nhưng văn bản được chọn trong sổ mang số "${registered}". Hãy sửa số hoặc chọn đúng văn bản.`,
    en: `The basis says "${number}", and the act it names in the register is "${registered}". Correct the number, or name the right act.`,
  }),
  ACT_NOT_IN_FORCE: notInForce,
  REPLACEMENT_NOT_IN_FORCE: notInForce,
  EVIDENCE_OF_ANOTHER: ({ index }) => ({
    vi: `Mục ${index + 1}: tệp là của người khác, không phải người được đề cử trong suất này. Chưa tệp nào được đính; hãy chọn đúng tệp.`,
    en: `Item ${index + 1}: the file is about somebody else than the nominee of this award. Nothing was attached; choose the right file.`,
  }),
  EVIDENCE_ERASED: ({ index }) => ({
    vi: `Mục ${index + 1}: nội dung tệp đã bị xóa nên không còn làm minh chứng được. Hãy gửi tệp mới nếu được phép.`,
    en: `Item ${index + 1}: the content of the file was erased, so it proves nothing any more. Send a new file, if that is allowed.`,
  }),
};

const fieldWords = {
  number: { vi: 'số văn bản', en: 'the number' },
  title: { vi: 'trích yếu', en: 'the title' },
  body: { vi: 'cơ quan ban hành', en: 'the issuing body' },
  signer: { vi: 'người ký', en: 'the signer' },
  issuedOn: { vi: 'ngày ban hành', en: 'the day of issue' },
} as const;

interface Days {
  readonly number: string;
  readonly on: Parameters<typeof formatDate>[0];
  readonly inForceFrom: Days['on'];
  readonly inForceTo: Days['on'] | null;
}

function notInForce({ number, on, inForceFrom, inForceTo }: Days): Localized {
  const from = formatDate(inForceFrom);
  const vi = inForceTo === null ? `từ ${from}` : `từ ${from} đến ${formatDate(inForceTo)}`;
  const en = inForceTo === null ? `from ${from} on` : `from ${from} to ${formatDate(inForceTo)}`;
  return {
    vi: `Văn bản ${number} có hiệu lực ${vi}, không có hiệu lực ngày ${formatDate(on)}. Hãy dẫn văn bản còn hiệu lực hoặc đổi ngày.`,
    en: `${number} holds ${en}, and not on ${formatDate(on)}. Cite an act that holds then, or change the day.`,
  };
}
