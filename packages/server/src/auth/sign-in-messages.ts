import type { LocalizedText } from '../localized-text.ts';
import { mandateHeader, type NoSession } from './sign-in.ts';

/** What someone is told whose sign-in does not do. */
export const signInMessages: Readonly<Record<NoSession['code'], LocalizedText>> = {
  TOKEN_MISSING: {
    vi: 'Thiếu thẻ đăng nhập: hãy gửi tiêu đề Authorization: Bearer <thẻ>.',
    en: 'There is no token: send the header Authorization: Bearer <token>.',
  },
  TOKEN_MALFORMED: {
    vi: 'Thẻ đăng nhập không đúng dạng: hãy đăng nhập lại và gửi nguyên văn thẻ nhận được.',
    en: 'The token does not have the form of one: sign in again and send the token exactly as received.',
  },
  TOKEN_EXPIRED: {
    vi: 'Thẻ đăng nhập đã hết hạn: hãy đăng nhập lại. Việc đang làm dở không bị mất.',
    en: 'The token has expired: sign in again. Nothing that was saved is lost.',
  },
  TOKEN_INVALID: {
    vi: 'Thẻ đăng nhập không dùng được ở đây: hãy đăng nhập lại ở nơi cấp thẻ của máy chủ này.',
    en: 'The token is not good here: sign in again at the issuer that this server trusts.',
  },
  KEYS_UNAVAILABLE: {
    vi: 'Chưa kiểm tra được thẻ vì nơi cấp thẻ không trả lời: hãy thử lại sau một phút.',
    en: 'The token cannot be checked now, since its issuer does not answer: try again in a minute.',
  },
  MANDATE_HEADER_INVALID: {
    vi: `Tiêu đề ${mandateHeader} phải là mã của một nhiệm vụ, lấy từ viewer { people { mandates { id } } }.`,
    en: `The header ${mandateHeader} must be the id of a mandate, as viewer { people { mandates { id } } } gives it.`,
  },
  SIGN_IN_REQUIRED: {
    vi: 'Việc này chỉ dành cho người đã đăng nhập: hãy gửi tiêu đề Authorization: Bearer <thẻ>.',
    en: 'Only someone signed in may do this: send the header Authorization: Bearer <token>.',
  },
  NO_MANDATE: {
    vi: 'Tài khoản này không giữ nhiệm vụ nào còn hiệu lực hôm nay: hãy liên hệ hội cấp trên để được giao nhiệm vụ.',
    en: 'This sign-in holds no mandate that is valid today: ask the association above to grant one.',
  },
  MANDATE_REQUIRED: {
    vi: `Tài khoản này giữ nhiều nhiệm vụ: hãy chọn một bằng tiêu đề ${mandateHeader}.`,
    en: `This sign-in holds several mandates: choose one with the header ${mandateHeader}.`,
  },
};
