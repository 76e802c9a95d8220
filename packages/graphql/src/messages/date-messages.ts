import { formatDate } from '@khuyenhoc/kernel';
import type { Sentences } from './sentences.ts';

/** Why a day does not fit the books. */
export const dateMessages: Sentences<
  'EFFECTIVE_DATE_IN_FUTURE' | 'EFFECTIVE_DATE_TOO_EARLY' | 'PERIOD_CLOSED' | 'PERIOD_NOT_OVER'
> = {
  EFFECTIVE_DATE_IN_FUTURE: ({ effectiveOn, today }) => ({
    vi: `Ngày ${formatDate(effectiveOn)} chưa tới (hôm nay là ${formatDate(today)}); chỉ ghi việc đã làm. Hãy sửa ngày.`,
    en: `${formatDate(effectiveOn)} has not come yet (today is ${formatDate(today)}); only what was done is recorded. Correct the day.`,
  }),
  EFFECTIVE_DATE_TOO_EARLY: ({ effectiveOn, earliest }) => ({
    vi: `Ngày ${formatDate(effectiveOn)} quá xa; chỉ ghi lùi được đến ${formatDate(earliest)}. Hãy sửa ngày, hoặc ghi vào hôm nay kèm giải thích.`,
    en: `${formatDate(effectiveOn)} lies too far back; the earliest day that can be entered is ${formatDate(earliest)}. Correct the day, or enter it today with an explanation.`,
  }),
  PERIOD_CLOSED: ({ effectiveOn, closedThrough }) => ({
    vi: `Sổ đã khóa đến hết ngày ${formatDate(closedThrough)} nên không ghi được ngày ${formatDate(effectiveOn)}. Hãy dùng một ngày sau đó.`,
    en: `The books are closed through ${formatDate(closedThrough)}, so nothing can be entered on ${formatDate(effectiveOn)}. Use a later day.`,
  }),
  PERIOD_NOT_OVER: ({ through, today }) => ({
    vi: `Chưa thể khóa sổ đến hết ngày ${formatDate(through)}: hôm nay là ${formatDate(today)}, kỳ đó chưa kết thúc. Hãy chọn một ngày trước hôm nay.`,
    en: `The books cannot be closed through ${formatDate(through)}: today is ${formatDate(today)}, and that period is not over. Choose a day before today.`,
  }),
};
