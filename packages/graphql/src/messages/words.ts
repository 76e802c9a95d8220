import type { ImportState } from '@khuyenhoc/application';
import type { AwardAction, AwardState, CampaignAction, CampaignState, Requirement, Role } from '@khuyenhoc/domain';
import type { Localized } from '@khuyenhoc/rules';

/** What the words of workflows are called in a sentence. A workflow's own titles stand beside its steps; these hold for all. */

const word = (vi: string, en: string): Localized => ({ vi, en });

export const roleWords: { readonly [Name in Role]: Localized } = {
  officer: word('cán bộ hội', 'officer'),
  nominator: word('người đề cử', 'nominator'),
  verifier: word('người thẩm định', 'verifier'),
  approver: word('người phê duyệt', 'approver'),
  treasurer: word('thủ quỹ', 'treasurer'),
  auditor: word('kiểm tra viên', 'auditor'),
};

export const awardActionWords: { readonly [Action in AwardAction]: Localized } = {
  NOMINATE: word('đề cử', 'nominate'),
  VERIFY: word('thẩm định', 'verify'),
  RETURN: word('trả lại để bổ sung', 'return'),
  RESUBMIT: word('gửi lại', 'resubmit'),
  REJECT: word('từ chối', 'reject'),
  WITHDRAW: word('rút đề cử', 'withdraw'),
  APPROVE: word('phê duyệt', 'approve'),
  PAY: word('chi trả', 'pay'),
  ACKNOWLEDGE: word('ghi ký nhận', 'acknowledge'),
  APPEAL: word('khiếu nại', 'appeal'),
  UPHOLD: word('giữ nguyên quyết định', 'uphold'),
  OVERTURN: word('xét lại', 'overturn'),
  REVERSE: word('thu hồi', 'reverse'),
};

export const awardStateWords: { readonly [State in AwardState]: Localized } = {
  nominated: word('đã đề cử', 'nominated'),
  verified: word('đã thẩm định', 'verified'),
  approved: word('đã phê duyệt', 'approved'),
  disbursed: word('đã chi trả', 'disbursed'),
  acknowledged: word('đã ký nhận', 'acknowledged'),
  returned: word('đang trả lại để bổ sung', 'returned'),
  rejected: word('đã từ chối', 'rejected'),
  withdrawn: word('đã rút', 'withdrawn'),
  appealed: word('đang khiếu nại', 'appealed'),
  reversed: word('đã thu hồi', 'reversed'),
  crossed: word('đã chuyển sang mạng lưới mới', 'handed over to the new network'),
};

export const campaignActionWords: { readonly [Action in CampaignAction]: Localized } = {
  PUBLISH: word('công bố', 'publish'),
  OPEN_NOMINATION: word('mở nhận đề cử', 'open nomination'),
  CLOSE_NOMINATION: word('đóng nhận đề cử', 'close nomination'),
  START_APPROVAL: word('bắt đầu phê duyệt', 'start approval'),
  START_DISBURSEMENT: word('bắt đầu chi trả', 'start disbursement'),
  CLOSE: word('kết thúc', 'close'),
  CANCEL: word('hủy', 'cancel'),
};

export const campaignStateWords: { readonly [State in CampaignState]: Localized } = {
  draft: word('bản nháp', 'draft'),
  published: word('đã công bố', 'published'),
  nomination: word('nhận đề cử', 'nomination'),
  verification: word('thẩm định', 'verification'),
  approval: word('phê duyệt', 'approval'),
  disbursement: word('chi trả', 'disbursement'),
  closed: word('đã kết thúc', 'closed'),
  cancelled: word('đã hủy', 'cancelled'),
  crossed: word('đã chuyển sang mạng lưới mới', 'handed over to the new network'),
};

export const requirementWords: { readonly [Name in Requirement]: Localized } = {
  ELIGIBLE: word(
    'hồ sơ chưa đủ điều kiện theo bộ quy tắc. Hãy xem lý do trong kết quả xét',
    'the rules do not find the nominee eligible. Look at the reasons in the decision receipt',
  ),
  REASON: word(
    'chưa nêu lý do. Hãy viết lý do để gia đình hiểu',
    'no reason is given. Write the reason, so that the family understands',
  ),
  AMOUNT_DECIDED: word(
    'số tiền chưa khớp với số tiền đã quyết định. Hãy nhập đúng số tiền đó',
    'the amount is not the amount decided. Enter exactly that amount',
  ),
  ONCE: word(
    'việc này chỉ được làm một lần cho mỗi hồ sơ và đã làm rồi. Hãy liên hệ hội phụ trách đợt',
    'this is done once in the life of an award, and it was. Speak to the association that runs the campaign',
  ),
};

export const importStateWords: { readonly [State in ImportState]: Localized } = {
  uploaded: word('đã tải lên', 'uploaded'),
  previewed: word('đã xem trước', 'previewed'),
  confirmed: word('đã xác nhận', 'confirmed'),
  running: word('đang chạy', 'running'),
  done: word('đã xong', 'done'),
  refused: word('đã bị từ chối', 'refused'),
};

/** A list in words, "a, b or c" in each language; what it says when there is nothing to list. */
export function anyOf(words: readonly Localized[], none: Localized): Localized {
  return {
    vi: joined(
      words.map(({ vi }) => vi),
      ' hoặc ',
      none.vi,
    ),
    en: joined(
      words.map(({ en }) => en),
      ' or ',
      none.en,
    ),
  };
}

function joined(words: readonly string[], or: string, none: string): string {
  const last = words.at(-1);
  if (last === undefined) return none;
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')}${or}${last}`;
}
