import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../logger.ts';
import type { Admission } from './admission.ts';
import { allowOrigin, answerPreflight, judgeOrigin } from './cors.ts';
import { sendFetchResponse, toFetchRequest } from './fetch-bridge.ts';
import { refuse } from './refuse.ts';
import { RequestRefused } from './request-body.ts';
import { bodyFor, checkHead } from './route-body.ts';
import { routeOf, type Route } from './route.ts';

/** What is needed to work on a request. */
export interface RequestDeps {
  readonly routes: readonly Route[];
  readonly corsOrigins: readonly string[];
  readonly requests: Admission;
  readonly streams: Admission;
  readonly logger: Logger;
  /** Aborted when the server ends: open streams close, everything else is allowed to finish. */
  readonly closing: AbortSignal;
}

/** Works on one request: refuses cheaply whatever can be refused, hands the rest to its route, and always answers. */
export async function handleRequest(
  deps: RequestDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  try {
    await work(deps, request, response);
  } catch (error) {
    const code = error instanceof RequestRefused ? error.code : 'INTERNAL';
    if (code === 'INTERNAL') deps.logger.error({ requestId, err: error }, 'a request failed');
    if (response.headersSent) response.destroy();
    else refuse(request, response, code, requestId);
  }
}

async function work(deps: RequestDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = routeOf(deps.routes, pathOf(request));
  if (route === undefined) throw new RequestRefused('NOT_FOUND');
  const origin = judgeOrigin(request, deps.corsOrigins);
  allowOrigin(request, response, origin);
  if (origin === 'REFUSED') throw new RequestRefused('ORIGIN_NOT_ALLOWED');
  if (request.method === 'OPTIONS' && origin !== 'NO_ORIGIN') return answerPreflight(response, route.methods);
  if (!route.methods.includes(request.method ?? '')) {
    response.setHeader('allow', route.methods.join(', '));
    throw new RequestRefused('METHOD_NOT_ALLOWED');
  }
  checkHead(request, route);
  const leave = deps.requests.enter();
  if (leave === undefined) throw new RequestRefused('SERVER_BUSY');
  try {
    await answer(deps, route, { request, response, leave });
  } finally {
    leave();
  }
}

/** A path is what stands before the question mark; nothing is decoded, so nothing can be smuggled past the comparison. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly leave: () => void;
}

async function answer(deps: RequestDeps, route: Route, { request, response, leave }: Exchange): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const refusals: RequestRefused[] = [];
  const body = await bodyFor(route, request, refusals);
  const reply = await answerOf(route, toFetchRequest(request, { body, signal: gone.signal }), refusals);
  if (!(reply.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
    await sendFetchResponse(reply, response, gone.signal);
    return;
  }
  // A stream stays for hours: it gives its place among the requests back and takes one among the streams.
  const leaveStreams = deps.streams.enter();
  if (leaveStreams === undefined) {
    gone.abort();
    await reply.body?.cancel();
    throw new RequestRefused('SERVER_BUSY');
  }
  leave();
  try {
    await sendFetchResponse(reply, response, AbortSignal.any([gone.signal, deps.closing]));
  } finally {
    leaveStreams();
  }
}

async function answerOf(route: Route, request: Request, refusals: readonly RequestRefused[]): Promise<Response> {
  try {
    return await route.handle(request);
  } catch (error) {
    // A handler that reads a body over its limit fails with whatever its reader makes of the refusal.
    throw refusals[0] ?? error;
  }
}
