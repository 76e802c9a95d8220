import type { Localized } from '@khuyenhoc/rules';
import { GraphQLError } from 'graphql';

/** A request that can't be carried out as it stands: the developer's mistake, told as a GraphQL error with a stable code. */
export function edgeError(code: string, text: Localized, facts: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(text.vi, { extensions: { code, vi: text.vi, en: text.en, ...facts } });
}

/** More ids in one query than one query may ask for. */
export function tooManyIds(given: number, limit: number): GraphQLError {
  return edgeError(
    'TOO_MANY_IDS',
    {
      vi: `Một lần hỏi được tối đa ${limit} mã, lần này có ${given}; hãy chia thành nhiều lần.`,
      en: `One query asks for at most ${limit} ids, and this one has ${given}; send several.`,
    },
    { given, limit },
  );
}

/** An id that names nothing of the type in the reader's network. */
export function idUnknown(type: string): GraphQLError {
  return edgeError(
    'ID_UNKNOWN',
    {
      vi: `Mã này không phải mã ${type} trong mạng lưới của ông/bà; hãy lấy mã từ câu trả lời trước.`,
      en: `The id is none of type ${type} in your network; use one that was answered before.`,
    },
    { type },
  );
}
