import { formatDate } from '@khuyenhoc/kernel';
import type { Sentences } from './sentences.ts';

/** Why a request does not get as far as a decision: who asks, what is named, how much, and what was sent before. */
export const entryMessages: Sentences<
  | 'SIGN_IN_REQUIRED'
  | 'MANDATE_REQUIRED'
  | 'NOT_FOUND'
  | 'OUT_OF_REACH'
  | 'TOO_MANY'
  | 'QUEUE_FULL'
  | 'TRY_AGAIN'
  | 'VERSION_CONFLICT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'DUPLICATE_NOMINATION'
  | 'TENANT_CLOSED'
> = {
  SIGN_IN_REQUIRED: () => ({
    vi: 'Chưa đăng nhập nên chưa biết ai làm việc này. Hãy đăng nhập rồi thử lại.',
    en: 'Nobody is signed in, so nobody could answer for this. Sign in and try again.',
  }),
  MANDATE_REQUIRED: ({ mandates, ask }) =>
    mandates === 0
      ? {
          vi: `Hôm nay ông/bà không có nhiệm vụ nào còn hiệu lực nên không thể làm việc này. Hãy liên hệ ${ask.join(', ') || 'hội của mình'} để được giao nhiệm vụ.`,
          en: `You hold no mandate that is valid today, so you cannot do this. Ask ${ask.join(', ') || 'your association'} for one.`,
        }
      : {
          vi: `Ông/bà có ${mandates} nhiệm vụ và chưa chọn nhiệm vụ nào; mỗi việc phải làm theo đúng một nhiệm vụ. Hãy chọn một nhiệm vụ rồi thử lại.`,
          en: `You hold ${mandates} mandates and chose none; everything is done under exactly one. Choose a mandate and try again.`,
        },
  NOT_FOUND: () => ({
    vi: 'Không tìm thấy, hoặc ngoài phạm vi của ông/bà. Hãy kiểm tra lại mã, hoặc nhờ hội cấp trên.',
    en: 'It does not exist, or lies beyond your reach. Check the id, or ask the association above.',
  }),
  OUT_OF_REACH: ({ campaign }) => ({
    vi: `Đợt "${campaign}" do hội cấp trên phụ trách: ông/bà xem được nhưng không điều hành được. Hãy liên hệ hội đó.`,
    en: `The campaign "${campaign}" belongs to an association above yours: you see it and cannot move it. Speak to that association.`,
  }),
  TOO_MANY: ({ given, limit }) => ({
    vi: `Một lần gửi được tối đa ${limit} mục, lần này có ${given}. Chưa mục nào được ghi; hãy chia thành nhiều lần.`,
    en: `One call carries at most ${limit} items, and this one has ${given}. None was recorded; send several calls.`,
  }),
  QUEUE_FULL: ({ waiting, limit }) => ({
    vi: `Hệ thống đang có ${waiting} việc chờ (tối đa ${limit}) nên chưa nhận thêm. Chưa có gì được ghi; hãy gửi lại sau ít phút với cùng khóa.`,
    en: `${waiting} commands wait already (at most ${limit}), so no more are taken. Nothing was recorded; send again in a moment under the same key.`,
  }),
  TRY_AGAIN: () => ({
    vi: 'Nhiều người đang cùng sửa những mục này nên lần này chưa ghi được gì. Hãy gửi lại với cùng khóa.',
    en: 'Others kept changing the same things, so nothing was recorded this time. Send again under the same key.',
  }),
  VERSION_CONFLICT: ({ expected, actual }) => ({
    vi: `Đã có người cập nhật: ông/bà xem bản ${expected}, nay là bản ${actual}. Hãy tải lại rồi quyết định tiếp.`,
    en: `Somebody was faster: you saw version ${expected}, and it is version ${actual} now. Load it again and decide anew.`,
  }),
  TENANT_CLOSED: ({ closedOn, successorName }) => ({
    vi: `Từ ngày ${formatDate(closedOn)}, mọi việc của hội này do ${successorName} tiếp tục; sổ cũ chỉ để xem và kiểm tra. Hãy làm việc này ở đó.`,
    en: `Since ${formatDate(closedOn)} everything goes on at ${successorName}; the books here are only read and audited. Do this there.`,
  }),
  IDEMPOTENCY_KEY_REUSED: () => ({
    vi: 'Khóa chống trùng này đã dùng cho một yêu cầu khác nên yêu cầu lần này chưa được ghi. Hãy gửi lại với khóa mới.',
    en: 'This idempotency key was used for another request, so this one was not recorded. Send it under a new key.',
  }),
  DUPLICATE_NOMINATION: () => ({
    vi: 'Em này đã được đề cử trong đợt này; mỗi em chỉ có một hồ sơ mỗi đợt. Hãy tìm và bổ sung hồ sơ đã có; nếu không thấy, có thể hồ sơ thuộc đơn vị khác: hãy hỏi hội cấp trên.',
    en: 'This child has been nominated in this campaign already; there is one award per child and campaign. Look for it and complete it; if you do not find it, it may belong to another unit: ask the association above.',
  }),
};
