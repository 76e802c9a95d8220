import { ComplexityErrorKind, type ComplexityErrorFn } from '@pothos/plugin-complexity';
import type { Localized } from '@khuyenhoc/rules';
import { edgeError } from './edge-error.ts';

/** The most that one operation may cost. A page of 100 awards with their timelines fits; pages within pages within pages don't. */
export const largestCost = 50_000;

const deepest = 20;

const texts: { readonly [Kind in ComplexityErrorKind]: { readonly code: string; readonly text: Localized } } = {
  [ComplexityErrorKind.Complexity]: {
    code: 'QUERY_TOO_COSTLY',
    text: {
      vi: `Truy vấn có thể trả về quá nhiều dữ liệu (chi phí tối đa ${largestCost}); hãy lấy ít dòng hơn mỗi trang.`,
      en: `The query could return too much (cost at most ${largestCost}); ask for fewer rows a page.`,
    },
  },
  [ComplexityErrorKind.Depth]: {
    code: 'QUERY_TOO_DEEP',
    text: {
      vi: `Truy vấn lồng quá sâu (tối đa ${deepest} tầng).`,
      en: `The query is nested too deeply (at most ${deepest} levels).`,
    },
  },
  [ComplexityErrorKind.Breadth]: {
    code: 'TOO_MANY_FIELDS',
    text: { vi: 'Truy vấn hỏi quá nhiều trường.', en: 'The query asks for too many fields.' },
  },
};

const complexityError: ComplexityErrorFn = (kind, { complexity, depth }) =>
  edgeError(texts[kind].code, texts[kind].text, { complexity, depth });

/** What an operation may cost, counted before its first resolver runs. A list that is no page counts five entries. */
export const complexityOptions = {
  limit: { complexity: largestCost, depth: deepest },
  defaultComplexity: 1,
  defaultListMultiplier: 5,
  complexityError,
} as const;
