import type { HistoryReport } from '@khuyenhoc/application';
import type { Localized } from '@khuyenhoc/rules';

export type ChainFault = NonNullable<HistoryReport['fault']>;

/** Says to an auditor what does not hold in a history. */
export function chainFaultMessage(fault: ChainFault): Localized {
  switch (fault.code) {
    case 'CHAIN_EMPTY':
      return {
        vi: 'Hồ sơ không có sự kiện nào: lịch sử đã bị xóa.',
        en: 'The award has no event: its history was deleted.',
      };
    case 'EVENT_UNREADABLE':
      return {
        vi: `Sự kiện ${fault.seq} không đọc được: nội dung đã bị thay đổi.`,
        en: `Event ${fault.seq} cannot be read: its bytes were changed.`,
      };
    case 'EVENT_NOT_CANONICAL':
      return {
        vi: `Sự kiện ${fault.seq} không còn ở dạng đã ghi: nội dung đã bị viết lại.`,
        en: `Event ${fault.seq} is not in the form in which events are recorded: it was rewritten.`,
      };
    case 'HASH_DIFFERS':
      return {
        vi: `Sự kiện ${fault.seq} không khớp mã băm đã lưu (${short(fault.stored)}, tính lại là ${short(fault.computed)}): nội dung đã bị thay đổi.`,
        en: `Event ${fault.seq} does not hash to what was kept (${short(fault.stored)}, computed ${short(fault.computed)}): it was changed.`,
      };
    case 'SEQUENCE_BROKEN':
      return {
        vi: `Ở vị trí ${fault.seq} lại là sự kiện số ${fault.found}: có sự kiện bị xóa, thêm hoặc đổi chỗ.`,
        en: `At place ${fault.seq} stands event ${fault.found}: an event was deleted, added or moved.`,
      };
    case 'LINK_BROKEN':
      return {
        vi: `Sự kiện ${fault.seq} không nối vào sự kiện trước nó: chuỗi đã bị đứt.`,
        en: `Event ${fault.seq} does not follow the one before it: the chain is broken.`,
      };
    case 'HEAD_DIFFERS':
      return {
        vi: `Lịch sử kết thúc ở ${short(fault.found)}, nhưng hồ sơ ghi ${short(fault.expected)}: phần cuối đã bị cắt hoặc hồ sơ bị sửa.`,
        en: `The history ends at ${short(fault.found)}, and the award names ${short(fault.expected)}: its end was cut, or the award was changed.`,
      };
  }
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}
