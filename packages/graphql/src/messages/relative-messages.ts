import { formatDate } from '@khuyenhoc/kernel';
import type { Sentences } from './sentences.ts';
import { awardActionWords } from './words.ts';

const nth = (index: number): string => String(index + 1);

/** Why a relative does not decide, and why a relationship is not recorded or ended. */
export const relativeMessages: Sentences<
  | 'RELATED_PERSON'
  | 'RELATED_TO_SELF'
  | 'RELATIONSHIP_PERIOD_REVERSED'
  | 'RELATIONSHIP_REPEATED'
  | 'OWN_RELATIONSHIP'
  | 'RELATIONSHIP_ENDING_INVALID'
> = {
  RELATED_PERSON: ({ action }) => ({
    vi: `Ông/bà là chính người được đề cử, là người thân hoặc đã khai có xung đột lợi ích nên không thể ${awardActionWords[action].vi} hồ sơ này: người ngoài quyết định mới khách quan. Hãy nhờ người khác.`,
    en: `You are the nominee, a relative, or declared a conflict of interest, so you cannot ${awardActionWords[action].en}: to be fair, somebody else decides. Ask a colleague.`,
  }),
  RELATED_TO_SELF: ({ index }) => ({
    vi: `Quan hệ thứ ${nth(index)} ghi một người với chính người đó. Hãy chọn hai người khác nhau; chưa quan hệ nào được ghi.`,
    en: `Relationship ${nth(index)} names the same person twice. Choose two people; nothing was recorded.`,
  }),
  RELATIONSHIP_PERIOD_REVERSED: ({ index, validFrom, validTo }) => ({
    vi: `Quan hệ thứ ${nth(index)} kết thúc ngày ${formatDate(validTo)}, trước khi bắt đầu ngày ${formatDate(validFrom)}. Hãy sửa ngày; chưa quan hệ nào được ghi.`,
    en: `Relationship ${nth(index)} ends on ${formatDate(validTo)}, before it begins on ${formatDate(validFrom)}. Correct the days; nothing was recorded.`,
  }),
  RELATIONSHIP_REPEATED: ({ index }) => ({
    vi: `Quan hệ thứ ${nth(index)} đã được ghi cho những ngày đó. Hãy bỏ nó khỏi danh sách; chưa quan hệ nào được ghi.`,
    en: `Relationship ${nth(index)} is on record for some of these days. Leave it out of the list; nothing was recorded.`,
  }),
  OWN_RELATIONSHIP: ({ index }) => ({
    vi: `Quan hệ thứ ${nth(index)} là của chính ông/bà nên ông/bà không tự chấm dứt được. Hãy nhờ cán bộ khác.`,
    en: `Relationship ${nth(index)} is your own, so you cannot end it yourself. Ask another officer.`,
  }),
  RELATIONSHIP_ENDING_INVALID: ({ index, validFrom, validTo }) => ({
    vi:
      validTo === null
        ? `Quan hệ thứ ${nth(index)} bắt đầu ngày ${formatDate(validFrom)} nên không thể chấm dứt trước ngày đó. Hãy chọn ngày sau.`
        : `Quan hệ thứ ${nth(index)} có từ ngày ${formatDate(validFrom)} đến ngày ${formatDate(validTo)}; ngày chấm dứt phải nằm trong khoảng đó. Hãy chọn ngày khác.`,
    en:
      validTo === null
        ? `Relationship ${nth(index)} begins on ${formatDate(validFrom)}, so it cannot end before. Choose a later day.`
        : `Relationship ${nth(index)} holds from ${formatDate(validFrom)} to ${formatDate(validTo)}; its last day must lie in between. Choose another day.`,
  }),
};
