import type { CrossTenantsRefusal } from '@khuyenhoc/application';
import { formatDate } from '@khuyenhoc/kernel';
import type { LocalizedText } from '../localized-text.ts';

/** Why networks are not merged, what that means and what to do next. Nothing was written. */
export function mergeRefusalWords(refusal: CrossTenantsRefusal): LocalizedText {
  switch (refusal.code) {
    case 'SAME_TENANT':
      return {
        vi: 'Một mạng lưới không thể sáp nhập vào chính nó.',
        en: 'A network cannot be merged into itself.',
      };
    case 'TENANT_UNKNOWN':
      return {
        vi: `Không có mạng lưới ${refusal.id}; hãy xem: tenant list`,
        en: `There is no network ${refusal.id}; see: tenant list`,
      };
    case 'TENANT_CLOSED':
      return {
        vi: `Mạng lưới ở --${refusal.side} đã đóng từ ${formatDate(refusal.closedOn)}; tiếp nhận là "${refusal.successorName}".`,
        en: `The network of --${refusal.side} is closed since ${formatDate(refusal.closedOn)}; "${refusal.successorName}" took over.`,
      };
    case 'ACT_UNKNOWN':
      return {
        vi: `Trong sổ văn bản của mạng lưới mới có ${refusal.found} văn bản số ${refusal.number} đang có hiệu lực vào ngày đó; cần đúng một. Hãy ghi văn bản vào sổ trước.`,
        en: `The register of the network that goes on has ${refusal.found} acts numbered ${refusal.number} in force on that day; exactly one is needed. Register the act first.`,
      };
    case 'EFFECTIVE_DATE_IN_FUTURE':
      return {
        vi: `Ngày ${formatDate(refusal.effectiveOn)} chưa tới.`,
        en: `${formatDate(refusal.effectiveOn)} is still to come.`,
      };
    case 'EFFECTIVE_DATE_TOO_EARLY':
      return {
        vi: `Ngày ${formatDate(refusal.effectiveOn)} quá xa; sớm nhất là ${formatDate(refusal.earliest)} (LATE_ENTRY_DAYS).`,
        en: `${formatDate(refusal.effectiveOn)} is too long ago; the earliest is ${formatDate(refusal.earliest)} (LATE_ENTRY_DAYS).`,
      };
    case 'PERIOD_CLOSED':
      return {
        vi: `Sổ của mạng lưới ở --${refusal.side} đã khóa đến ${formatDate(refusal.closedThrough)}.`,
        en: `The books of the network of --${refusal.side} are closed through ${formatDate(refusal.closedThrough)}.`,
      };
    case 'MAPPING_UNKNOWN':
      return {
        vi: `Tệp --mapping nêu hội không có: bên cũ ${refusal.left.join(', ') || '–'}; bên mới ${refusal.right.join(', ') || '–'}.`,
        en: `The --mapping file names associations that are not there: old ${refusal.left.join(', ') || '–'}; new ${refusal.right.join(', ') || '–'}.`,
      };
    case 'CROSSING_UNMAPPED':
      return unmappedWords(refusal);
  }
}

function unmappedWords({ unmapped }: Extract<CrossTenantsRefusal, { code: 'CROSSING_UNMAPPED' }>): LocalizedText {
  const lines = unmapped
    .map(({ association, candidates }) => {
      const found = candidates.map((one) => `${one.id} ${one.name}`).join(' | ');
      return `  ${association.id}  ${association.name}${found === '' ? '' : `  → ${found}`}`;
    })
    .join('\n');
  return {
    vi: `Chưa rõ hội nào tiếp nhận ${unmapped.length} hội; hãy nêu trong tệp --mapping, hoặc đặt "unnamed": "parent":\n${lines}`,
    en: `Nobody is known to take over from ${unmapped.length} associations; name who does in the --mapping file, or set "unnamed": "parent".`,
  };
}
