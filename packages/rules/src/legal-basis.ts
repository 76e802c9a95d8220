import { formatDate, type CalendarDate } from '@khuyenhoc/kernel';
import { clause } from './build-clause.ts';
import type { Clause } from './clause.ts';
import type { LegalBasis } from './rule-set.ts';

const title = { vi: 'Căn cứ pháp lý còn hiệu lực', en: 'A legal basis in force' };

/** Whether a document is in force on a day. */
export function isInForce({ inForceFrom, inForceTo }: LegalBasis, on: CalendarDate): boolean {
  return inForceFrom <= on && (inForceTo === null || on <= inForceTo);
}

/** Passes when one of the documents is in force on the day; otherwise nothing may be decided, not even a refusal. */
export function legalBasisClause(documents: readonly LegalBasis[], on: CalendarDate): Clause {
  const inForce = documents.filter((document) => isInForce(document, on));
  const day = formatDate(on);
  if (inForce.length > 0) {
    const numbers = inForce.map(({ number }) => number).join(', ');
    const sentence = { vi: `Còn hiệu lực vào ngày ${day}: ${numbers}.`, en: `In force on ${day}: ${numbers}.` };
    return clause({ code: 'LEGAL_BASIS_IN_FORCE', title, result: 'pass', sentence });
  }
  const vi = documents
    .map((document) => `${document.number} (${periodOf(document, { from: 'từ', to: 'đến' })})`)
    .join(', ');
  const en = documents
    .map((document) => `${document.number} (${periodOf(document, { from: 'from', to: 'to' })})`)
    .join(', ');
  return clause({
    code: 'LEGAL_BASIS_IN_FORCE',
    title,
    result: 'blocked',
    sentence: {
      vi: `Không có văn bản nào còn hiệu lực vào ngày ${day}: ${vi}. Cần bổ sung căn cứ trước khi xét.`,
      en: `No document is in force on ${day}: ${en}. Add a legal basis before deciding.`,
    },
  });
}

function periodOf(document: LegalBasis, words: { readonly from: string; readonly to: string }): string {
  const start = `${words.from} ${formatDate(document.inForceFrom)}`;
  return document.inForceTo === null ? start : `${start} ${words.to} ${formatDate(document.inForceTo)}`;
}
