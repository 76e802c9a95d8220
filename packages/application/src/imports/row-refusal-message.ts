import type { Localized } from '@khuyenhoc/rules';

/** Says why a good row was not taken in, and what to do. Codes are those of a nomination's refusal. */
export function rowRefusalMessage(code: string): Localized {
  return (
    sentences[code] ?? {
      vi: `Chưa nhận được dòng này (${code}). Hãy gửi lại sau.`,
      en: `This row was not taken in (${code}). Send it again later.`,
    }
  );
}

const sentences: { readonly [code: string]: Localized | undefined } = {
  DUPLICATE_NOMINATION: {
    vi: 'Em này đã được đề cử trong đợt này. Không cần gửi lại; nếu cần sửa, hãy sửa hồ sơ đã có.',
    en: 'This child has been nominated in this campaign already. Do not send it again; correct the nomination that exists.',
  },
  POSSIBLE_DUPLICATE: {
    vi: 'Có thể em này đã được đề cử, ở đợt này hay đợt khác trong năm học. Hãy kiểm tra; nếu vẫn đề cử, hãy đề cử riêng em này và ghi lý do.',
    en: 'This child may be nominated already, in this campaign or another one of the school year. Check; to nominate it all the same, nominate it by itself with a reason.',
  },
  NOT_FOUND: {
    vi: 'Đơn vị này không còn trong phạm vi của ông/bà. Hãy nhờ hội cấp trên gửi dòng này.',
    en: 'The association is no longer within your reach. Ask the association above to send this row.',
  },
  CAMPAIGN_NOT_IN_PHASE: {
    vi: 'Đợt này không còn nhận đề cử. Hãy hỏi hội phụ trách đợt.',
    en: 'The campaign takes no nominations any more. Ask the association that runs it.',
  },
  ROLE_REQUIRED: {
    vi: 'Quy trình của đợt này không cho vai trò của ông/bà đề cử. Hãy nhờ người có vai trò đó gửi.',
    en: "The campaign's workflow does not let your role nominate. Ask someone whose role may.",
  },
  PERIOD_CLOSED: {
    vi: 'Kỳ sổ sách của ngày này đã khóa. Hãy gửi lại vào ngày mai.',
    en: 'The books of this day are closed. Send the row again tomorrow.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    vi: 'Dòng này đã được nhận một lần với nội dung khác. Hãy kiểm tra hồ sơ đã có trước khi gửi lại.',
    en: 'This row was taken in once with other content. Look at the nomination that exists before sending it again.',
  },
};
