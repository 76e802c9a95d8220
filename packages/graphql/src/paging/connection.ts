import { CursorInvalid, type Page } from '@khuyenhoc/application';
import { cursorInvalid } from './page-arguments.ts';

/** A page as Relay tells it. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Awaits a page and tells it as a connection. A cursor that the list never gave becomes a GraphQL error. */
export async function connectionOf<Node>(reading: Promise<Page<Node>>): Promise<Connection<Node>> {
  const page = await reading.catch((error: unknown) => {
    throw error instanceof CursorInvalid ? cursorInvalid() : error;
  });
  const edges = page.items.map(({ item, cursor }) => ({ cursor, node: item }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
