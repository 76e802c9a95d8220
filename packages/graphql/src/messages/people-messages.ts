import { formatDate } from '@khuyenhoc/kernel';
import type { Sentences } from './sentences.ts';

const nth = (index: number): string => String(index + 1);

/** Why something is not written down about people, a pair not decided, a nomination held up, a school or group not recorded. */
export const peopleMessages: Sentences<
  | 'POSSIBLE_DUPLICATE'
  | 'RECORD_INVALID'
  | 'RECORD_NOT_REPLACEABLE'
  | 'PERSON_HAS_ANOTHER_NUMBER'
  | 'NUMBER_TAKEN'
  | 'NUMBERS_DIFFER'
  | 'REASON_MISSING'
  | 'SCHOOL_CODE_TAKEN'
  | 'SCHOOL_PERIOD_NOT_LATER'
  | 'GROUP_EMPTY'
  | 'GROUP_MEMBER_TWICE'
  | 'GROUP_PAYEE_NOT_MEMBER'
  | 'GROUP_PAYMENT_UNCLEAR'
  | 'GROUP_SHARES_NOT_ONE'
> = {
  POSSIBLE_DUPLICATE: ({ places }) =>
    places.includes('MATCHING_GROUP')
      ? {
          vi: 'Có thể em này đã được đề cử ở một mạng lưới khác trong nhóm đối chiếu. Hãy hỏi đầu mối của nhóm; nếu vẫn đề cử, hãy ghi lý do.',
          en: 'This child may be nominated in another network of the matching group. Ask the group’s clerk; to nominate all the same, give a reason.',
        }
      : places.includes('SAME_CAMPAIGN')
        ? {
            vi: 'Có thể em này đã được đề cử trong đợt này dưới tên hoặc ngày sinh ghi hơi khác. Hãy kiểm tra, hoặc hỏi hội cấp trên; nếu là em khác, hãy ghi lý do và gửi lại.',
            en: 'This child may be nominated in this campaign already, written a little differently. Check, or ask the association above; if it is another child, send it with a reason.',
          }
        : {
            vi: 'Có thể em này đã được đề cử ở đợt khác trong năm học này. Hãy kiểm tra, hoặc hỏi hội cấp trên; nếu vẫn đề cử, hãy ghi lý do và gửi lại.',
            en: 'This child may be nominated in another campaign of the school year. Check, or ask the association above; to nominate all the same, send it with a reason.',
          },
  RECORD_INVALID: ({ index, problems }) => ({
    vi: `Mục thứ ${nth(index)} chưa đúng nên chưa gì được ghi. ${problems.map(({ path, message }) => `${path}: ${message.vi}`).join(' ')}`,
    en: `Record ${nth(index)} is not right, so nothing was recorded. ${problems.map(({ path, message }) => `${path}: ${message.en}`).join(' ')}`,
  }),
  RECORD_NOT_REPLACEABLE: ({ index }) => ({
    vi: `Mục thứ ${nth(index)} thay cho một bản ghi không thuộc loại và người này, hoặc đã được thay rồi. Hãy tải lại và chọn bản ghi hiện hành.`,
    en: `Record ${nth(index)} would replace one that is of another kind or person, or was replaced already. Load again and choose the current one.`,
  }),
  PERSON_HAS_ANOTHER_NUMBER: ({ index, recordedOn }) => ({
    vi: `Mục thứ ${nth(index)}: người này đã có số định danh khác, ghi ngày ${formatDate(recordedOn)}; mỗi người chỉ có một số. Nếu số cũ sai, hãy gửi lại và nói rõ thay bản ghi đó.`,
    en: `Record ${nth(index)}: another personal number stands on record since ${formatDate(recordedOn)}, and a person has one. If that is wrong, send again naming the record it replaces.`,
  }),
  NUMBER_TAKEN: ({ index }) => ({
    vi: `Mục thứ ${nth(index)}: số định danh này đã ghi cho một người khác trong phạm vi của ông/bà. Hãy kiểm tra giấy tờ của cả hai; nếu là một người, hãy xác nhận hai hồ sơ là một.`,
    en: `Record ${nth(index)}: somebody else within your reach has this personal number. Check both papers; if they are one person, decide that the two records are the same.`,
  }),
  NUMBERS_DIFFER: () => ({
    vi: 'Hai hồ sơ có hai số định danh khác nhau nên chưa thể là một người. Hãy sửa số sai trước.',
    en: 'The two records have different personal numbers, so they cannot be one person yet. Correct the wrong one first.',
  }),
  REASON_MISSING: () => ({
    vi: 'Quyết định này cần lý do. Hãy ghi ngắn gọn căn cứ rồi gửi lại.',
    en: 'This decision needs a reason. Say briefly on what it rests and send again.',
  }),
  SCHOOL_CODE_TAKEN: ({ index }) => ({
    vi: `Trường thứ ${nth(index)}: mã này đã là của trường khác. Hãy kiểm tra mã, hoặc sửa trường đã có.`,
    en: `School ${nth(index)}: the code belongs to another school. Check it, or change the school that has it.`,
  }),
  SCHOOL_PERIOD_NOT_LATER: ({ index, from, last }) => ({
    vi: `Trường thứ ${nth(index)}: thay đổi từ ${formatDate(from)} không sau lần thay đổi gần nhất (${formatDate(last)}). Hãy ghi ngày muộn hơn.`,
    en: `School ${nth(index)}: the change of ${formatDate(from)} is not after the last one (${formatDate(last)}). Give a later day.`,
  }),
  GROUP_EMPTY: ({ index }) => ({
    vi: `Nhóm thứ ${nth(index)} chưa có thành viên. Hãy thêm ít nhất một người.`,
    en: `Group ${nth(index)} has no members. Add at least one.`,
  }),
  GROUP_MEMBER_TWICE: ({ index }) => ({
    vi: `Nhóm thứ ${nth(index)} ghi một người hai lần. Hãy bỏ một lần.`,
    en: `Group ${nth(index)} names a member twice. Remove one.`,
  }),
  GROUP_PAYEE_NOT_MEMBER: ({ index }) => ({
    vi: `Nhóm thứ ${nth(index)}: người nhận thay không thuộc nhóm. Hãy chọn một thành viên.`,
    en: `Group ${nth(index)}: who is paid for the group is not in it. Choose a member.`,
  }),
  GROUP_PAYMENT_UNCLEAR: ({ index }) => ({
    vi: `Nhóm thứ ${nth(index)}: hãy chọn một người nhận thay cho cả nhóm, hoặc ghi phần chia cho từng người; không dùng cả hai.`,
    en: `Group ${nth(index)}: choose one member who is paid for all, or a share for each; not both.`,
  }),
  GROUP_SHARES_NOT_ONE: ({ index, parts, whole }) => ({
    vi: `Nhóm thứ ${nth(index)}: các phần chia cộng lại là ${parts}/${whole}, phải đúng bằng 1. Hãy sửa lại.`,
    en: `Group ${nth(index)}: the shares sum to ${parts}/${whole} and must sum to 1. Correct them.`,
  }),
};
