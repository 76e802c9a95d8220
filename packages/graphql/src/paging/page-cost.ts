import { defaultPageSize, largestPageSize, type PageArguments } from './page-arguments.ts';

/** What a connection costs: everything below it, once an entry of the page that was asked for. */
export function pageCost({ first, last }: PageArguments): { readonly field: number; readonly multiplier: number } {
  const size = Math.min(Math.max(first ?? last ?? defaultPageSize, 1), largestPageSize);
  return { field: 1, multiplier: size };
}

/** `edges` and `nodes` repeat what the connection has already counted. */
export const pageItemCost = { field: 0, multiplier: 1 } as const;
