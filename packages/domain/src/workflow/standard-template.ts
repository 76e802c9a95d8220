import type { Role } from '../association/mandate.ts';
import type { AwardAction, AwardState, AwardStep, CampaignState, Localized, WorkflowTemplate } from './template.ts';

const running: readonly CampaignState[] = ['nomination', 'verification', 'approval', 'disbursement'];

const title = (vi: string, en: string): Localized => ({ vi, en });

type StepWords = Omit<Partial<AwardStep>, 'action' | 'title' | 'from' | 'to' | 'roles'>;

function step(
  action: AwardAction,
  words: Localized,
  from: readonly AwardState[],
  to: AwardState,
  roles: readonly Role[],
  rest: StepWords = {},
): AwardStep {
  return {
    action,
    title: words,
    from,
    to,
    roles,
    reach: 'award',
    during: running,
    persons: 1,
    distinctFrom: [],
    requires: [],
    effects: [],
    ...rest,
  };
}

/**
 * The standard way: a school or branch nominates, the commune verifies, two of the board approve, the treasurer pays and
 * the family signs. Nobody decides on his own nominee, and nobody pays what he approved (`domain.md` 9, separation of duties).
 */
export const standardTemplate: WorkflowTemplate = {
  format: 'workflow@1',
  code: 'standard',
  title: title('Quy trình chuẩn', 'Standard workflow'),
  campaign: [
    { action: 'PUBLISH', title: title('Công bố', 'Publish'), from: ['draft'], to: 'published', roles: ['officer'] },
    {
      action: 'OPEN_NOMINATION',
      title: title('Mở nhận đề cử', 'Open nomination'),
      from: ['published'],
      to: 'nomination',
      roles: ['officer'],
    },
    {
      action: 'CLOSE_NOMINATION',
      title: title('Đóng nhận đề cử, bắt đầu thẩm định', 'Close nomination, start verification'),
      from: ['nomination'],
      to: 'verification',
      roles: ['officer'],
    },
    {
      action: 'START_APPROVAL',
      title: title('Bắt đầu phê duyệt', 'Start approval'),
      from: ['verification'],
      to: 'approval',
      roles: ['officer'],
    },
    {
      action: 'START_DISBURSEMENT',
      title: title('Bắt đầu chi trả', 'Start disbursement'),
      from: ['approval'],
      to: 'disbursement',
      roles: ['officer'],
    },
    { action: 'CLOSE', title: title('Kết thúc', 'Close'), from: ['disbursement'], to: 'closed', roles: ['officer'] },
    {
      action: 'CANCEL',
      title: title('Hủy', 'Cancel'),
      from: ['draft', 'published', 'nomination', 'verification'],
      to: 'cancelled',
      roles: ['officer'],
    },
  ],
  award: [
    step('NOMINATE', title('Đề cử', 'Nominate'), [], 'nominated', ['nominator'], { during: ['nomination'] }),
    step('VERIFY', title('Thẩm định', 'Verify'), ['nominated'], 'verified', ['verifier'], {
      distinctFrom: ['NOMINATE', 'RESUBMIT'],
    }),
    step('RETURN', title('Trả lại để bổ sung', 'Return'), ['nominated'], 'returned', ['verifier'], {
      requires: ['REASON'],
      effects: ['VOID_APPROVALS'],
    }),
    step('RETURN', title('Trả lại để bổ sung', 'Return'), ['verified'], 'returned', ['approver'], {
      requires: ['REASON'],
      effects: ['VOID_APPROVALS'],
    }),
    step('RESUBMIT', title('Gửi lại', 'Resubmit'), ['returned'], 'nominated', ['nominator']),
    step('REJECT', title('Từ chối', 'Reject'), ['nominated'], 'rejected', ['verifier'], { requires: ['REASON'] }),
    step('REJECT', title('Từ chối', 'Reject'), ['verified'], 'rejected', ['approver'], {
      requires: ['REASON'],
      effects: ['VOID_APPROVALS'],
    }),
    step('REJECT', title('Hủy phê duyệt', 'Revoke the approval'), ['approved'], 'rejected', ['approver'], {
      reach: 'campaign',
      requires: ['REASON'],
      effects: ['RELEASE', 'VOID_APPROVALS'],
    }),
    step('WITHDRAW', title('Rút đề cử', 'Withdraw'), ['nominated', 'returned'], 'withdrawn', ['nominator'], {
      requires: ['REASON'],
    }),
    step('WITHDRAW', title('Rút đề cử', 'Withdraw'), ['verified'], 'withdrawn', ['nominator'], {
      requires: ['REASON'],
      effects: ['VOID_APPROVALS'],
    }),
    step('WITHDRAW', title('Rút đề cử', 'Withdraw'), ['approved'], 'withdrawn', ['nominator'], {
      requires: ['REASON'],
      effects: ['RELEASE', 'VOID_APPROVALS'],
    }),
    step('APPROVE', title('Phê duyệt', 'Approve'), ['verified'], 'approved', ['approver'], {
      reach: 'campaign',
      during: ['verification', 'approval', 'disbursement'],
      persons: 2,
      distinctFrom: ['NOMINATE', 'RESUBMIT', 'VERIFY'],
      requires: ['ELIGIBLE'],
      effects: ['RESERVE'],
    }),
    step('PAY', title('Chi trả', 'Pay'), ['approved'], 'disbursed', ['treasurer'], {
      reach: 'campaign',
      during: ['approval', 'disbursement'],
      distinctFrom: ['NOMINATE', 'RESUBMIT', 'VERIFY', 'APPROVE'],
      requires: ['AMOUNT_DECIDED'],
      effects: ['SETTLE'],
    }),
    step('ACKNOWLEDGE', title('Ký nhận', 'Acknowledge'), ['disbursed'], 'acknowledged', ['treasurer', 'nominator'], {
      // Who hands out the money does not also attest that it arrived; receipts may come in after the campaign is closed.
      during: ['approval', 'disbursement', 'closed'],
      distinctFrom: ['PAY'],
      requires: ['AMOUNT_DECIDED'],
    }),
    step('REVERSE', title('Thu hồi', 'Reverse'), ['disbursed', 'acknowledged'], 'reversed', ['approver'], {
      reach: 'campaign',
      during: ['approval', 'disbursement'],
      distinctFrom: ['PAY'],
      requires: ['REASON'],
      effects: ['REVERSE', 'VOID_APPROVALS'],
    }),
    step('APPEAL', title('Khiếu nại', 'Appeal'), ['rejected'], 'appealed', ['nominator'], {
      requires: ['REASON', 'ONCE'],
    }),
    step('UPHOLD', title('Giữ nguyên quyết định', 'Uphold the decision'), ['appealed'], 'rejected', ['approver'], {
      distinctFrom: ['REJECT', 'NOMINATE', 'RESUBMIT'],
      requires: ['REASON'],
    }),
    step('OVERTURN', title('Xét lại', 'Overturn the decision'), ['appealed'], 'nominated', ['approver'], {
      distinctFrom: ['REJECT', 'NOMINATE', 'RESUBMIT'],
      requires: ['REASON'],
    }),
  ],
};
