import type { Language, LocalizedText } from '../localized-text.ts';

/** What the server itself refuses before, or while, a request is understood. Codes are stable; statuses are HTTP's. */
export const httpRefusals = {
  NOT_FOUND: { status: 404, vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    vi: 'Địa chỉ này không nhận phương thức đó.',
    en: 'This address does not take that method.',
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    vi: 'Trang web này không được phép gọi máy chủ.',
    en: 'Pages of this web site may not call the server.',
  },
  DUPLICATE_AUTHORIZATION: {
    status: 400,
    vi: 'Chỉ được gửi một tiêu đề Authorization.',
    en: 'Send exactly one Authorization header.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    vi: 'Hãy gửi nội dung dạng application/json, không nén.',
    en: 'Send application/json, not compressed.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, vi: 'Yêu cầu quá lớn.', en: 'The request is too large.' },
  BODY_INCOMPLETE: { status: 400, vi: 'Nội dung yêu cầu bị đứt quãng.', en: 'The body of the request was cut off.' },
  BODY_TOO_SLOW: { status: 408, vi: 'Nội dung yêu cầu đến quá chậm.', en: 'The body of the request came too slowly.' },
  JSON_TOO_DEEP: { status: 400, vi: 'Dữ liệu JSON lồng nhau quá sâu.', en: 'The JSON is nested too deeply.' },
  REQUEST_MALFORMED: { status: 400, vi: 'Yêu cầu HTTP không hợp lệ.', en: 'The HTTP request is malformed.' },
  SERVER_BUSY: {
    status: 503,
    vi: 'Máy chủ đang bận, xin thử lại sau giây lát.',
    en: 'The server is busy, please try again in a moment.',
  },
  NOT_READY: { status: 503, vi: 'Máy chủ chưa sẵn sàng.', en: 'The server is not ready.' },
  INTERNAL: {
    status: 500,
    vi: 'Máy chủ gặp lỗi; lỗi đã được ghi lại.',
    en: 'The server failed; the failure has been recorded.',
  },
} as const satisfies Readonly<Record<string, LocalizedText & { readonly status: number }>>;

export type HttpRefusalCode = keyof typeof httpRefusals;

/** The language a client asks for; Vietnamese unless English comes first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'vi';
}

/** A refusal as GraphQL clients read one: `message` in the language asked for, the code and both texts in `extensions`. */
export function refusalBody(code: HttpRefusalCode, language: Language, requestId: string): string {
  const { vi, en } = httpRefusals[code];
  return JSON.stringify({ errors: [{ message: { vi, en }[language], extensions: { code, vi, en, requestId } }] });
}
