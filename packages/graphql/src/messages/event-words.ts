import type { AwardEvent, AwardEventType } from '@khuyenhoc/domain';
import type { Localized } from '@khuyenhoc/rules';

const word = (vi: string, en: string): Localized => ({ vi, en });

const eventWords: { readonly [Type in AwardEventType]: Localized } = {
  'award.nominated@1': word('Đề cử', 'Nominated'),
  'award.verified@1': word('Thẩm định', 'Verified'),
  'award.returned@1': word('Trả lại để bổ sung', 'Returned to be completed'),
  'award.resubmitted@1': word('Gửi lại', 'Sent in again'),
  'award.rejected@1': word('Từ chối', 'Rejected'),
  'award.withdrawn@1': word('Rút đề cử', 'Withdrawn'),
  'award.approval-given@1': word('Một phiếu phê duyệt', 'One vote to approve'),
  'award.approved@1': word('Phê duyệt', 'Approved'),
  'award.paid@1': word('Chi trả', 'Paid'),
  'award.acknowledged@1': word('Ký nhận', 'Receipt signed'),
  'award.appealed@1': word('Khiếu nại', 'Appealed'),
  'award.appeal-upheld@1': word('Giữ nguyên quyết định', 'Decision upheld'),
  'award.appeal-granted@1': word('Xét lại', 'Decision overturned'),
  'award.reversed@1': word('Thu hồi', 'Payment reversed'),
  'award.crossed-out@1': word('Chuyển sang mạng lưới mới', 'Handed over to the new network'),
  'award.crossed-in@1': word('Tiếp nhận từ mạng lưới cũ', 'Taken over from the old network'),
};

const approvalRevoked = word('Hủy phê duyệt', 'Approval revoked');

/** What an event of an award is called in its timeline: the step in words, and of a vote how far the quorum is. */
export function eventTitle({ type, from, data }: AwardEvent): Localized {
  // To take an approval back is a rejection from another place, and means something else to the family.
  if (type === 'award.rejected@1' && from === 'approved') return approvalRevoked;
  const { vi, en } = eventWords[type];
  return 'given' in data
    ? { vi: `${vi} (${data.given}/${data.needed})`, en: `${en} (${data.given}/${data.needed})` }
    : { vi, en };
}
