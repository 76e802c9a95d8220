import { formatDate, formatVnd } from '@khuyenhoc/kernel';
import type { Clause, ClauseResult } from './clause.ts';
import type { DecisionReceipt, Outcome } from './decision-receipt.ts';
import type { Language, Localized } from './localized.ts';

/** Writes a receipt as a text that can be sent as a letter or printed: the outcome first, then what it gives, then every reason. */
export function renderReceipt(receipt: DecisionReceipt, language: Language): string {
  const say = (text: Localized): string => text[language];
  const sections = [
    [
      say(words.heading),
      `${say(words.referenceDate)}: ${formatDate(receipt.referenceDate)}`,
      say(outcomeSentences[receipt.outcome]),
    ],
    section(say(words.award), awardLines(receipt, say)),
    section(
      say(words.steps),
      receipt.steps.flatMap((step, index) => [
        `${index + 1}. ${say(step.sentence)}`,
        ...(step.rounding === null ? [] : [`   ${say(step.rounding)}`]),
      ]),
    ),
    section(
      say(words.reasons),
      receipt.clauses.flatMap((clause) => clauseLines(clause, '', say)),
    ),
    section(say(words.change), [
      ...receipt.flip.map(({ sentence }) => `- ${say(sentence)}`),
      ...(receipt.flipNote === null ? [] : [say(receipt.flipNote)]),
    ]),
    [
      `${say(words.ruleSet)}: ${receipt.ruleSet.id}, ${say(words.version)} ${receipt.ruleSet.version} (${receipt.ruleSet.hash})`,
      `${say(words.facts)}: ${receipt.factsHash}`,
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Say = (text: Localized) => string;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

function awardLines({ items, goods = [], place }: DecisionReceipt, say: Say): readonly string[] {
  const total = items.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
  return [
    ...items.map(({ quantity, sourceTitle }) => `- ${formatVnd(BigInt(quantity))}: ${say(sourceTitle)}`),
    ...(items.length > 1 ? [`${say(words.total)}: ${formatVnd(total)}`] : []),
    ...goods.map(({ quantity, unit, title }) => `- ${quantity} ${unit}: ${say(title)}`),
    ...(place === null ? [] : [`${say(words.place)}: ${place.title === undefined ? place.pool : say(place.title)}`]),
  ];
}

function clauseLines(clause: Clause, indent: string, say: Say): readonly string[] {
  const references = clause.parameters.map(
    ({ value, unit, from, reference }) =>
      `${indent}    ${value} ${unit}, ${say(words.since)} ${formatDate(from)}: ${say(reference)}`,
  );
  return [
    `${indent}- [${say(resultWords[clause.result])}] ${say(clause.title)}. ${say(clause.sentence)}`,
    ...references,
    ...clause.children.flatMap((child) => clauseLines(child, `${indent}  `, say)),
  ];
}

const words = {
  heading: { vi: 'KẾT QUẢ XÉT', en: 'DECISION' },
  referenceDate: { vi: 'Ngày xét', en: 'Reference date' },
  award: { vi: 'Mức hỗ trợ', en: 'Award' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  place: { vi: 'Chỉ tiêu sử dụng', en: 'Place taken from' },
  steps: { vi: 'Cách tính', en: 'How the amount came about' },
  reasons: { vi: 'Lý do', en: 'Reasons' },
  change: { vi: 'Điều có thể làm kết luận thay đổi', en: 'What would change this outcome' },
  ruleSet: { vi: 'Bộ quy tắc', en: 'Rule set' },
  version: { vi: 'phiên bản', en: 'version' },
  facts: { vi: 'Mã băm hồ sơ', en: 'Hash of the facts' },
  since: { vi: 'áp dụng từ', en: 'in force from' },
} satisfies { readonly [word: string]: Localized };

const resultWords: { readonly [Result in ClauseResult]: Localized } = {
  pass: { vi: 'Đạt', en: 'Met' },
  fail: { vi: 'Chưa đạt', en: 'Not met' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  blocked: { vi: 'Chưa có căn cứ', en: 'No basis' },
};

const outcomeSentences: { readonly [Result in Outcome]: Localized } = {
  eligible: { vi: 'Hồ sơ đủ điều kiện.', en: 'The nominee is eligible.' },
  ineligible: {
    vi: 'Hồ sơ chưa đủ điều kiện, vì các lý do nêu dưới đây.',
    en: 'The nominee is not eligible, for the reasons below.',
  },
  undecidable: {
    vi: 'Chưa thể kết luận: hồ sơ còn thiếu thông tin hoặc cần người xem xét. Đây không phải là lời từ chối.',
    en: 'No conclusion yet: information is missing or a person must look. This is not a refusal.',
  },
  blocked: {
    vi: 'Chưa được phép xét: không có căn cứ còn hiệu lực. Đây không phải là lời từ chối.',
    en: 'Nothing may be decided: no rule or legal basis is in force. This is not a refusal.',
  },
};
