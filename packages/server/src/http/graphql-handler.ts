import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { randomUUID } from 'node:crypto';
import type { Logger } from '../logger.ts';
import { httpRefusals } from './refusals.ts';
import { defaultGraphqlLimits, useGraphqlLimits, type CostLimit, type GraphqlLimits } from './graphql-limits.ts';
import type { FetchHandler, Route } from './route.ts';

export interface GraphqlHandlerOptions<Context extends object> {
  readonly schema: GraphQLSchema;
  /** Builds what resolvers are given, once a request. What it throws as a GraphQLError is shown; anything else is masked. */
  readonly context: (initial: YogaInitialContext) => Context | Promise<Context>;
  readonly logger: Logger;
  readonly introspection: boolean;
  readonly limits?: GraphqlLimits;
  readonly cost?: CostLimit;
  /** Further plugins, e.g. tracing. They run after the limits. */
  readonly plugins?: readonly Plugin[];
}

/**
 * GraphQL Yoga with everything switched off that is not needed: no CORS of its own, no batches, no multipart, no pages. What
 * resolvers throw unexpectedly is logged under an id, and the client learns the id alone.
 */
export function createGraphqlHandler<Context extends object>(options: GraphqlHandlerOptions<Context>): FetchHandler {
  const { schema, context, logger, introspection, limits = defaultGraphqlLimits, cost, plugins = [] } = options;
  const yoga = createYoga({
    schema,
    context,
    graphqlEndpoint: '/graphql',
    batching: false,
    multipart: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    // The masking below logs with the redaction; Yoga's own log would print errors as they are.
    logging: false,
    maskedErrors: { maskError: (error) => maskError(error, logger) },
    plugins: [useGraphqlLimits({ limits, introspection, ...(cost === undefined ? {} : { cost }) }), ...plugins],
  });
  return (request) => yoga.fetch(request);
}

/** The GraphQL address: POST with JSON, GET for queries, and a page for a browser that asks for HTML. */
export function graphqlRoute(
  handle: FetchHandler,
  { maxBytes, page }: { readonly maxBytes: number; readonly page?: FetchHandler },
): Route {
  return {
    path: '/graphql',
    methods: ['GET', 'POST'],
    body: { kind: 'JSON', maxBytes },
    handle: (request) => {
      const wantsPage = request.method === 'GET' && request.headers.get('accept')?.includes('text/html') === true;
      return wantsPage && page !== undefined ? page(request) : handle(request);
    },
  };
}

function maskError(error: unknown, logger: Logger): Error {
  if (error instanceof GraphQLError && isMeant(error)) return error;
  const requestId = randomUUID();
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  logger.error({ requestId, err: cause }, 'a resolver failed');
  const { vi, en } = httpRefusals.INTERNAL;
  const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  return new GraphQLError(vi, {
    ...place,
    // Yoga answers 500 when nothing but an error with a foreign cause came out; the cause itself is never sent.
    originalError: new Error('masked'),
    extensions: { code: 'INTERNAL', vi, en, requestId },
  });
}

/** A GraphQLError that was thrown as such, not one that wraps something that broke. */
function isMeant(error: GraphQLError): boolean {
  const { originalError } = error;
  return originalError === undefined || (originalError instanceof GraphQLError && isMeant(originalError));
}
