import type { PageRequest } from '@khuyenhoc/application';
import { edgeError } from '../edge-error.ts';

/** The entries of a page when nothing is said, and the most that may be asked for. */
export const defaultPageSize = 20;
export const largestPageSize = 100;

const longestCursor = 500;

/** The arguments of a connection, as Relay names them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Reads a connection's arguments. Throws a GraphQL error when they contradict each other or ask for too much. */
export function pageRequest({ first, after, last, before }: PageArguments): PageRequest {
  const backwards = typeof last === 'number' || (typeof before === 'string' && typeof first !== 'number');
  if (typeof first === 'number' && typeof last === 'number') throw pageInvalid();
  if (typeof after === 'string' && typeof before === 'string') throw pageInvalid();
  if (backwards ? typeof after === 'string' : typeof before === 'string') throw pageInvalid();
  const limit = first ?? last ?? defaultPageSize;
  if (limit < 1 || limit > largestPageSize) throw pageSizeInvalid(limit);
  for (const cursor of [after, before])
    if (typeof cursor === 'string' && cursor.length > longestCursor) throw cursorInvalid();
  return { limit, after: after ?? null, before: before ?? null, backwards };
}

/** A cursor that no page of this list gave. */
export function cursorInvalid() {
  return edgeError('CURSOR_INVALID', {
    vi: 'Vị trí trang (cursor) không hợp lệ; hãy dùng đúng giá trị endCursor hoặc startCursor của trang trước.',
    en: 'The cursor is not valid; use endCursor or startCursor of the page before as it is.',
  });
}

function pageInvalid() {
  return edgeError('PAGE_INVALID', {
    vi: 'Chỉ dùng một chiều: first cùng với after, hoặc last cùng với before.',
    en: 'Go one way only: first with after, or last with before.',
  });
}

function pageSizeInvalid(given: number) {
  return edgeError(
    'PAGE_SIZE_INVALID',
    {
      vi: `Mỗi trang có từ 1 đến ${largestPageSize} dòng; yêu cầu này hỏi ${given}.`,
      en: `A page has 1 to ${largestPageSize} entries; this one asks for ${given}.`,
    },
    { given, largest: largestPageSize },
  );
}
