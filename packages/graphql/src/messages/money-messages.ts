import { formatVnd } from '@khuyenhoc/kernel';
import type { Localized } from '@khuyenhoc/rules';
import type { Sentences } from './sentences.ts';

/** Why money or a place is not there, or not as much. */
export const moneyMessages: Sentences<
  | 'AMOUNT_DIFFERS'
  | 'OVER_BUDGET'
  | 'FUND_TOO_SMALL'
  | 'MONEY_STILL_PROMISED'
  | 'OVER_QUOTA'
  | 'NO_BUDGET'
  | 'NO_QUOTA'
  | 'RECEIPT_NUMBER_TAKEN'
> = {
  AMOUNT_DIFFERS: ({ decidedVnd, givenVnd }) => ({
    vi: `Số tiền nhập là ${formatVnd(givenVnd)}, khác số tiền đã quyết định là ${formatVnd(decidedVnd)}. Số chi và số ký nhận phải đúng bằng số đã quyết định; hãy kiểm tra lại.`,
    en: `The amount given is ${formatVnd(givenVnd)}, and the amount decided is ${formatVnd(decidedVnd)}. What is paid and signed for must be what was decided; check it.`,
  }),
  OVER_BUDGET: ({ source, availableVnd, askedVnd }) => short(source, availableVnd, askedVnd),
  FUND_TOO_SMALL: ({ source, availableVnd, askedVnd }) => ({
    vi: `Quỹ cho nguồn "${source}" còn ${formatVnd(availableVnd)}, đợt này cần ${formatVnd(askedVnd)}. Chưa có gì được chuyển; hãy ghi nhận thêm tài trợ hoặc giảm kinh phí của đợt.`,
    en: `The fund behind "${source}" holds ${formatVnd(availableVnd)}, and the campaign needs ${formatVnd(askedVnd)}. Nothing was moved; record more donations or lower the campaign's money.`,
  }),
  MONEY_STILL_PROMISED: ({ promisedVnd }) => ({
    vi: `Còn ${formatVnd(promisedVnd)} đã duyệt mà chưa chi, nên chưa thể kết thúc hoặc hủy đợt: số tiền ấy sẽ bị treo. Hãy chi hoặc hủy phê duyệt các suất còn lại rồi thử lại.`,
    en: `${formatVnd(promisedVnd)} are approved and not yet paid, so the campaign cannot be closed or cancelled: that money would be stuck. Pay the awards that are left or revoke their approval, then try again.`,
  }),
  OVER_QUOTA: ({ pool, available }) => ({
    vi: `Chỉ tiêu "${pool}" của đơn vị còn ${available} suất nên không đủ cho em này. Hãy chờ suất được trả lại hoặc xin hội cấp trên bổ sung.`,
    en: `The quota "${pool}" of the unit has ${available} places left, which is not enough. Wait for a place to come back, or ask the association above for more.`,
  }),
  NO_BUDGET: ({ source }) => ({
    vi: `Đợt này không có kinh phí cho nguồn "${source}" mà bộ quy tắc dùng. Hãy báo hội phụ trách đợt.`,
    en: `The campaign has no money for the source "${source}" that its rules use. Tell the association that runs it.`,
  }),
  NO_QUOTA: ({ pool }) => ({
    vi: `Đơn vị này và các hội cấp trên không được giao chỉ tiêu "${pool}". Hãy báo hội phụ trách đợt.`,
    en: `Neither this unit nor any above it was given places of "${pool}". Tell the association that runs the campaign.`,
  }),
  RECEIPT_NUMBER_TAKEN: ({ index, receiptNumber }) => ({
    vi: `Khoản thứ ${index + 1} có số phiếu thu "${receiptNumber}" đã dùng cho một khoản khác của quỹ này; mỗi phiếu chỉ được ghi một lần. Chưa khoản nào được ghi; hãy bỏ khoản trùng hoặc sửa số phiếu.`,
    en: `Item ${index + 1} has the receipt number "${receiptNumber}" of another donation to this fund; a receipt is recorded once. Nothing was recorded; leave the item out or correct its number.`,
  }),
};

function short(source: string, availableVnd: bigint, askedVnd: bigint): Localized {
  return {
    vi: `Nguồn "${source}" còn ${formatVnd(availableVnd)}, cần ${formatVnd(askedVnd)}. Chưa có gì được giữ; hãy bổ sung kinh phí hoặc chờ phần được trả lại.`,
    en: `The source "${source}" has ${formatVnd(availableVnd)} left, and ${formatVnd(askedVnd)} is needed. Nothing was reserved; add money, or wait for some to come back.`,
  };
}
