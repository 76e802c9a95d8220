/** Answers a request in the terms of the web platform: GraphQL Yoga's `fetch` is one, a small function is another. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** What a handler is given as body: none; JSON read whole and checked; or a stream of bytes, cut off at the limit. */
export type RouteBody =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'JSON'; readonly maxBytes: number }
  | { readonly kind: 'STREAM'; readonly maxBytes: number };

/** One address of the server. A path that ends in `/*` stands for everything below it. */
export interface Route {
  readonly path: string;
  readonly methods: readonly string[];
  readonly body: RouteBody;
  readonly handle: FetchHandler;
}

/** Finds the route of a path: an exact one first, then the longest prefix. */
export function routeOf(routes: readonly Route[], path: string): Route | undefined {
  const exact = routes.find((route) => route.path === path);
  if (exact !== undefined) return exact;
  return routes
    .filter((route) => route.path.endsWith('/*') && path.startsWith(route.path.slice(0, -1)))
    .toSorted((left, right) => right.path.length - left.path.length)[0];
}
