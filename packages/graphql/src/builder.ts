import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import WithInputPlugin from '@pothos/plugin-with-input';
import type { CalendarDate, Instant } from '@khuyenhoc/kernel';
import type { GraphQLContext } from './context.ts';
import { complexityOptions } from './complexity-options.ts';
import { pageItemCost } from './paging/page-cost.ts';

/**
 * The one schema builder. Fields are non-null unless said otherwise: null is kept for what a permission, an erasure or a
 * missing thing may take away.
 */
export const builder = new SchemaBuilder<{
  Context: GraphQLContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: CalendarDate; Output: CalendarDate };
    DateTime: { Input: Instant; Output: Instant };
    Vnd: { Input: bigint; Output: bigint };
    Quantity: { Input: bigint; Output: bigint };
    Hash: { Input: string; Output: string };
    IdempotencyKey: { Input: string; Output: string };
    ShortText: { Input: string; Output: string };
    LongText: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin, WithInputPlugin, ComplexityPlugin],
  complexity: complexityOptions,
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: { nullable: false, complexity: pageItemCost },
    nodesOnConnection: { complexity: pageItemCost },
    cursorType: 'String',
  },
  withInput: {
    typeOptions: { name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Input` },
  },
});

/** The types of the one builder, for what is built from parts. */
export type SchemaParts = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Parts> ? Parts : never;
