import type { Period } from '@khuyenhoc/application';
import { formatDate } from '@khuyenhoc/kernel';
import { kindOfRelation } from './mandate-words.ts';
import type { Sentences } from './sentences.ts';
import { anyOf, roleWords } from './words.ts';

const nowhere = { vi: 'không đâu cả', en: 'nowhere' };
const never = { vi: 'không trạng thái nào', en: 'no state' };

/** Why a mandate is not given, lent, covered or ended so, and why something is not to be done to a thing. */
export const mandateMessages: Sentences<
  | 'MANDATE_PERIOD_REVERSED'
  | 'MANDATE_BEYOND_LIFE'
  | 'MANDATE_FOR_ONESELF'
  | 'MANDATE_OVERLAPS'
  | 'LOAN_BEYOND_MANDATE'
  | 'COVER_NOT_HELD'
  | 'IDENTITY_TAKEN'
  | 'MANDATE_END_TOO_EARLY'
  | 'MANDATE_ALREADY_ENDED'
  | 'LAST_OFFICER'
  | 'SEATS_LEFT_EMPTY'
  | 'BEYOND_REACH'
  | 'NOT_IN_STATE'
> = {
  MANDATE_PERIOD_REVERSED: ({ index, period }) => ({
    vi: `Mục ${index + 1}: nhiệm vụ kết thúc trước khi bắt đầu (${vi(period)}). Hãy sửa ngày.`,
    en: `Item ${index + 1}: the mandate would end before it begins (${en(period)}). Correct the days.`,
  }),
  MANDATE_BEYOND_LIFE: ({ index, foundedOn, closedOn, period }) => {
    const life = { from: foundedOn, to: closedOn };
    return {
      vi: `Mục ${index + 1}: hội hoạt động ${vi(life)}, nhiệm vụ lại ${vi(period)}. Hãy chọn ngày nằm trong thời gian đó.`,
      en: `Item ${index + 1}: the association exists ${en(life)}, and the mandate would run ${en(period)}. Choose days within its life.`,
    };
  },
  MANDATE_FOR_ONESELF: ({ index }) => ({
    vi: `Mục ${index + 1}: không ai tự giao nhiệm vụ cho mình. Hãy nhờ một cán bộ khác hoặc hội cấp trên.`,
    en: `Item ${index + 1}: nobody gives a mandate to himself. Ask another officer, or the association above.`,
  }),
  MANDATE_OVERLAPS: ({ index, held }) => ({
    vi: `Mục ${index + 1}: người này đã giữ vai trò đó ở đây ${vi(held)}. Hãy kết thúc nhiệm vụ cũ trước, hoặc chọn ngày khác.`,
    en: `Item ${index + 1}: this person holds the role here ${en(held)} already. End that mandate first, or choose other days.`,
  }),
  LOAN_BEYOND_MANDATE: ({ index, mandate, loan }) => ({
    vi: `Mục ${index + 1}: nhiệm vụ gốc có hiệu lực ${vi(mandate)}, nên không giao thay ${vi(loan)} được. Hãy chọn ngày nằm trong thời gian đó.`,
    en: `Item ${index + 1}: the mandate itself holds ${en(mandate)}, so it cannot be lent ${en(loan)}. Choose days within it.`,
  }),
  COVER_NOT_HELD: ({ index, role }) => ({
    vi: `Mục ${index + 1}: người này không giữ vai trò ${roleWords[role].vi} ở hội làm thay trong suốt thời gian đó. Hãy chọn người khác hoặc ngày khác.`,
    en: `Item ${index + 1}: this person does not hold the role of ${roleWords[role].en} in the covering association on all of those days. Choose somebody else, or other days.`,
  }),
  IDENTITY_TAKEN: ({ index }) => ({
    vi: `Mục ${index + 1}: tài khoản đăng nhập này đã thuộc về một người trong mạng lưới. Hãy chọn đúng người đó, hoặc kiểm tra lại tài khoản.`,
    en: `Item ${index + 1}: this sign-in belongs to somebody of the network. Name that person, or check the sign-in.`,
  }),
  MANDATE_END_TOO_EARLY: ({ index, lastDay, earliest }) => ({
    vi: `Mục ${index + 1}: ngày cuối ${formatDate(lastDay)} quá xa; việc đã làm theo nhiệm vụ vẫn có giá trị. Sớm nhất là ${formatDate(earliest)}.`,
    en: `Item ${index + 1}: the last day ${formatDate(lastDay)} lies too far back; what was done under the mandate stays done under it. The earliest is ${formatDate(earliest)}.`,
  }),
  MANDATE_ALREADY_ENDED: ({ index, validTo }) => ({
    vi: `Mục ${index + 1}: nhiệm vụ đã kết thúc ngày ${formatDate(validTo)}; không kéo dài được. Hãy giao nhiệm vụ mới nếu cần.`,
    en: `Item ${index + 1}: the mandate ends on ${formatDate(validTo)} already, and an end is not put off. Give a new mandate if one is needed.`,
  }),
  LAST_OFFICER: ({ from }) => ({
    vi: `Từ ngày ${formatDate(from)} sẽ không còn ai giao được nhiệm vụ cho cả mạng lưới. Hãy giao nhiệm vụ cho cán bộ kế nhiệm trước.`,
    en: `From ${formatDate(from)} nobody could give mandates in the whole network. Appoint the next officer first.`,
  }),
  SEATS_LEFT_EMPTY: ({ gaps }) => {
    const waiting = Math.max(0, ...gaps.map(({ openCases }) => openCases));
    return {
      vi: `Sẽ có ${gaps.length} chỗ không đủ người, có chỗ tới ${waiting} hồ sơ phải chờ. Hãy giao nhiệm vụ cho người khác trước, hoặc xác nhận chấp nhận khoảng trống.`,
      en: `${gaps.length} seats would be short of people, and up to ${waiting} cases would wait at one. Appoint somebody first, or say that the gaps are accepted.`,
    };
  },
  BEYOND_REACH: ({ where }) => {
    const there = anyOf(where.map(kindOfRelation), nowhere);
    return {
      vi: `Ông/bà xem được nhưng không làm được việc này ở đây; chỉ làm được với ${there.vi}. Hãy liên hệ hội phụ trách.`,
      en: `You see it and cannot do this here; it can be done to ${there.en}. Speak to the association in charge.`,
    };
  },
  NOT_IN_STATE: ({ state, required }) => {
    const states = anyOf(
      required.map((one) => ({ vi: `"${one}"`, en: `"${one}"` })),
      never,
    );
    return {
      vi: `Trạng thái hiện nay là "${state}"; chỉ làm được khi là ${states.vi}.`,
      en: `It stands at "${state}"; this is done at ${states.en}.`,
    };
  },
};

function vi({ from, to }: Period): string {
  return to === null ? `từ ${formatDate(from)}` : `từ ${formatDate(from)} đến ${formatDate(to)}`;
}

function en({ from, to }: Period): string {
  return to === null ? `from ${formatDate(from)} on` : `from ${formatDate(from)} to ${formatDate(to)}`;
}
