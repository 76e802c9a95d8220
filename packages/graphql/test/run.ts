import { graphql } from 'graphql';
import { createRequestContext, type GraphQLDeps, type Viewer } from '../src/context.ts';
import { createSchema } from '../src/schema.ts';

const schema = createSchema();

/** A result as a client reads it. */
export interface ClientResult {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Runs one operation as one request does, and gives its result as plain data. */
export async function run(
  deps: GraphQLDeps,
  viewer: Viewer,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<ClientResult> {
  const result = await graphql({ schema, source, variableValues, contextValue: createRequestContext(deps, viewer) });
  return JSON.parse(JSON.stringify(result)) as ClientResult;
}
