import type { PlanChanged } from '@khuyenhoc/application';
import type { HandedOverKind, ReorganisationRefusal } from '@khuyenhoc/domain';
import { formatDate } from '@khuyenhoc/kernel';
import type { Localized } from '@khuyenhoc/rules';
import type { Sentences } from './sentences.ts';

const things: { readonly [Kind in HandedOverKind | 'FUND']: Localized } = {
  CHILD: { vi: 'hội trực thuộc', en: 'association below' },
  CAMPAIGN: { vi: 'đợt xét', en: 'campaign' },
  CASE: { vi: 'hồ sơ', en: 'case' },
  MANDATE: { vi: 'nhiệm vụ', en: 'mandate' },
  FUND: { vi: 'quỹ', en: 'fund' },
};

/** Why associations are not founded or reorganised so, and why nothing begins in one that is closed. Nothing was moved. */
export const organisationMessages: Sentences<ReorganisationRefusal['code'] | PlanChanged['code']> = {
  ASSOCIATION_UNKNOWN: ({ associationId }) => ({
    vi: `Không có hội mang mã ${associationId} trong mạng lưới. Hãy chọn lại hội.`,
    en: `There is no association ${associationId} in this network. Choose the association again.`,
  }),
  ASSOCIATION_CLOSED: ({ closedOn }) => ({
    vi: `Hội đã kết thúc hoạt động từ ngày ${formatDate(closedOn)}; không mở việc mới ở đây được nữa. Hãy làm việc này ở hội kế thừa.`,
    en: `The association is no more since ${formatDate(closedOn)}, so nothing new begins in it. Do this at the one that took over.`,
  }),
  DATE_AHEAD: ({ on, today }) => ({
    vi: `Ngày ${formatDate(on)} chưa tới (hôm nay là ${formatDate(today)}) nên chưa thay đổi được tổ chức. Hãy ghi vào đúng ngày đó.`,
    en: `${formatDate(on)} has not come yet (today is ${formatDate(today)}), so the tree cannot change by it. Record it on that day.`,
  }),
  DATE_TOO_EARLY: ({ on, lastChangeOn }) => ({
    vi: `Ngày ${formatDate(on)} quá sớm: hội này có thay đổi gần nhất từ ngày ${formatDate(lastChangeOn)}. Hãy chọn một ngày sau đó.`,
    en: `${formatDate(on)} is too early: the last change of this association holds from ${formatDate(lastChangeOn)}. Choose a later day.`,
  }),
  SUCCESSOR_NOT_THERE: ({ on }) => ({
    vi: `Hội kế thừa chưa có vào ngày ${formatDate(on)}. Hãy chọn hội khác hoặc một ngày sau khi hội đó thành lập.`,
    en: `The successor did not exist on ${formatDate(on)}. Choose another one, or a day after its founding.`,
  }),
  PARENT_NOT_THERE: ({ on }) => ({
    vi: `Hội cấp trên chưa có vào ngày ${formatDate(on)}. Hãy chọn hội khác hoặc một ngày sau khi hội đó thành lập.`,
    en: `The association above did not exist on ${formatDate(on)}. Choose another one, or a day after its founding.`,
  }),
  CYCLE: ({ on }) => ({
    vi: `Từ ngày ${formatDate(on)} hội sẽ trực thuộc chính nó hoặc một hội bên dưới nó. Hãy chọn hội cấp trên khác.`,
    en: `From ${formatDate(on)} the association would stand below itself. Choose another parent.`,
  }),
  NAME_TAKEN: ({ name, on }) => ({
    vi: `Đã có hội tên “${name}” ở cùng nơi vào ngày ${formatDate(on)}. Hãy đặt tên khác, hoặc chọn hội đã có.`,
    en: `An association in the same place is called “${name}” on ${formatDate(on)} already. Choose another name, or that association.`,
  }),
  NAME_MISSING: () => ({
    vi: 'Hội cần có tên. Hãy ghi tên như trong văn bản.',
    en: 'An association needs a name. Write it as the act does.',
  }),
  NOTHING_CHANGES: () => ({
    vi: 'Hội đã đúng như vậy nên không có gì thay đổi. Hãy kiểm tra lại văn bản.',
    en: 'The association is so already, and nothing would change. Look at the act again.',
  }),
  SHARES_NOT_WHOLE: ({ sumParts, sumWhole }) => ({
    vi: `Các phần chia cộng lại là ${sumParts}/${sumWhole}, không phải toàn bộ; mỗi phần phải lớn hơn không. Hãy sửa cho tổng bằng một.`,
    en: `The shares sum to ${sumParts}/${sumWhole} and not to one; each must be more than nothing. Correct them.`,
  }),
  SUCCESSOR_IS_DISSOLVED: () => ({
    vi: 'Hội kế thừa, hoặc hội cấp trên của nó, cũng kết thúc theo văn bản này. Hãy chọn một hội còn hoạt động.',
    en: 'The successor, or what it would stand below, ends by the same act. Choose an association that goes on.',
  }),
  SUCCESSOR_TWICE: () => ({
    vi: 'Một hội kế thừa được nêu hai lần. Hãy gộp thành một phần.',
    en: 'A successor is named twice. Give it one share.',
  }),
  NOT_ASSIGNED: ({ what, id }) => ({
    vi: `Chưa nêu nơi tiếp nhận ${things[what].vi} ${id}. Hãy chọn một hội kế thừa cho mục này hoặc cho phần còn lại.`,
    en: `Nobody takes over the ${things[what].en} ${id}. Name a successor for it, or for all that are not named.`,
  }),
  TWO_SUCCESSORS: ({ what, id }) => ({
    vi: `Mục ${things[what].vi} ${id} được nêu hai lần. Mỗi mục chỉ đi về một nơi; hãy bỏ bớt một lần.`,
    en: `The ${things[what].en} ${id} is named twice. Each goes to one place; name it once.`,
  }),
  NOT_A_SUCCESSOR: ({ what, id, to }) => ({
    vi: `Mục ${things[what].vi} ${id === '*' ? 'còn lại' : id} được giao cho ${to}, không phải hội kế thừa trong văn bản này. Hãy chọn một trong các hội kế thừa.`,
    en: `The ${things[what].en} ${id === '*' ? 'that was not named' : id} would go to ${to}, which takes nothing over by this act. Choose one of the successors.`,
  }),
  NOT_CONCERNED: ({ what, id }) => ({
    vi: `Mục ${things[what].vi} ${id} không thuộc hội kết thúc, hoặc không còn mở. Hãy bỏ mục này.`,
    en: `The ${things[what].en} ${id} does not hang on what ends, or is not open. Leave it out.`,
  }),
  CASES_OUTSIDE_CAMPAIGN: ({ campaignId, cases }) => ({
    vi: `${cases} hồ sơ của đợt xét ${campaignId} sẽ nằm ngoài phạm vi của đợt. Hãy giao chúng cho hội dẫn đợt, hoặc để không nêu.`,
    en: `${cases} cases of the campaign ${campaignId} would stand beyond its reach. Give them to whoever leads it, or do not name them.`,
  }),
  STILL_OPEN: ({ children, campaigns, cases, balanceVnd, places }) => ({
    vi: `Hội còn ${children} hội trực thuộc, ${campaigns} đợt xét, ${cases} hồ sơ, ${balanceVnd} đồng và ${places} suất chưa xong. Hãy giải quyết hết, hoặc sáp nhập vào hội khác.`,
    en: `It still has ${children} associations below it, ${campaigns} campaigns, ${cases} cases, ${balanceVnd} đồng and ${places} places. Settle them first, or merge it into another one.`,
  }),
  MANDATE_NOT_BEGUN: ({ mandateId, validFrom, closedOn }) => ({
    vi: `Nhiệm vụ ${mandateId} chỉ bắt đầu ngày ${formatDate(validFrom)}, khi hội đã kết thúc từ ngày ${formatDate(closedOn)}. Hãy chờ đến sau ngày nhiệm vụ bắt đầu rồi ghi lại.`,
    en: `The mandate ${mandateId} begins on ${formatDate(validFrom)} only, and the association ends on ${formatDate(closedOn)}. Record the act once the mandate has begun.`,
  }),
  FUND_NOT_NAMED: ({ fundId, candidates }) => ({
    vi: `Hội kế thừa có ${candidates.length} quỹ nên cần nêu quỹ nào nhận tiền của quỹ ${fundId}.`,
    en: `The successor has ${candidates.length} funds. Say which takes the money of the fund ${fundId}.`,
  }),
  PLAN_CHANGED: () => ({
    vi: 'Từ lúc xem trước đến nay đã có thay đổi, nên kết quả sẽ khác với bản đã xem. Chưa làm gì cả; hãy xem trước lại rồi xác nhận.',
    en: 'Something changed since the preview, so that something else would be done. Nothing was done; preview it again and confirm that.',
  }),
};
