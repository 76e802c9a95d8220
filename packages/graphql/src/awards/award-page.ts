import type { AwardFilter } from '@khuyenhoc/application';
import type { GraphQLContext } from '../context.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageRequest, type PageArguments } from '../paging/page-arguments.ts';

/** A page of awards together with what picked it, so that totals can be counted later. */
export async function awardPage({ reads }: GraphQLContext, filter: AwardFilter, page: PageArguments) {
  const connection = await connectionOf(reads.awardPages.load({ ...filter, ...pageRequest(page) }));
  return { ...connection, filter, ids: connection.edges.map(({ node }) => node.id) };
}
