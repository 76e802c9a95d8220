import type { IncomingMessage, ServerResponse } from 'node:http';

const allowedHeaders = 'authorization, content-type, accept, accept-language, last-event-id, x-khuyenhoc-mandate';

/** What the origin of a request allows it. */
export type OriginVerdict = 'NO_ORIGIN' | 'SAME_ORIGIN' | 'LISTED' | 'REFUSED';

/**
 * Judges the origin that a browser states: our own pages and exactly the listed ones. A foreign page could not read our
 * answers anyway; refusing it also keeps it from making us work.
 */
export function judgeOrigin(request: IncomingMessage, listed: readonly string[]): OriginVerdict {
  const { origin, host } = request.headers;
  if (origin === undefined) return 'NO_ORIGIN';
  if (listed.includes(origin)) return 'LISTED';
  return URL.canParse(origin) && new URL(origin).host === host ? 'SAME_ORIGIN' : 'REFUSED';
}

/** Lets the listed origin read the answer. Tokens travel in a header, so cookies are never asked for. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, verdict: OriginVerdict): void {
  response.setHeader('vary', 'origin');
  if (verdict !== 'LISTED') return;
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '');
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
}

/** Answers the question a browser asks before it sends a request of another origin. */
export function answerPreflight(response: ServerResponse, methods: readonly string[]): void {
  response.setHeader('access-control-allow-methods', methods.join(', '));
  response.setHeader('access-control-allow-headers', allowedHeaders);
  response.setHeader('access-control-max-age', '600');
  response.writeHead(204).end();
}
