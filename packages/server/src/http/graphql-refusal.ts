import { GraphQLError } from 'graphql';
import type { LocalizedText } from '../localized-text.ts';

export type GraphqlRefusalCode =
  | 'DOCUMENT_TOO_LONG'
  | 'QUERY_TOO_DEEP'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'QUERY_TOO_COSTLY';

/** A refusal of a whole operation, as a GraphQL error that is answered with status 400 whatever the client accepts. */
export function graphqlRefusal(code: GraphqlRefusalCode, limit: number, found?: number): GraphQLError {
  const { vi, en } = texts[code](limit);
  return new GraphQLError(vi, {
    extensions: { code, vi, en, limit, ...(found === undefined ? {} : { found }), http: { status: 400, spec: false } },
  });
}

const texts: Readonly<Record<GraphqlRefusalCode, (limit: number) => LocalizedText>> = {
  DOCUMENT_TOO_LONG: (limit) => ({
    vi: `Truy vấn quá dài (tối đa ${limit} từ tố); hãy chia thành nhiều truy vấn.`,
    en: `The document is too long (at most ${limit} tokens); split it into several.`,
  }),
  QUERY_TOO_DEEP: (limit) => ({
    vi: `Truy vấn lồng quá sâu (tối đa ${limit} tầng).`,
    en: `The query is nested too deeply (at most ${limit} levels).`,
  }),
  TOO_MANY_ROOT_FIELDS: (limit) => ({
    vi: `Một lần gửi chỉ được hỏi hoặc làm tối đa ${limit} việc.`,
    en: `One operation may ask or do at most ${limit} things.`,
  }),
  TOO_MANY_FIELDS: (limit) => ({
    vi: `Truy vấn hỏi quá nhiều trường (tối đa ${limit}).`,
    en: `The query asks for too many fields (at most ${limit}).`,
  }),
  TOO_MANY_ALIASES: (limit) => ({
    vi: `Truy vấn có quá nhiều bí danh (tối đa ${limit}).`,
    en: `The query has too many aliases (at most ${limit}).`,
  }),
  TOO_MANY_DIRECTIVES: (limit) => ({
    vi: `Truy vấn có quá nhiều chỉ thị (tối đa ${limit}).`,
    en: `The query has too many directives (at most ${limit}).`,
  }),
  QUERY_TOO_COSTLY: (limit) => ({
    vi: `Truy vấn có thể trả về quá nhiều dữ liệu (chi phí tối đa ${limit}); hãy lấy ít dòng hơn mỗi trang.`,
    en: `The query could return too much (cost at most ${limit}); ask for fewer rows a page.`,
  }),
};
