import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../logger.ts';
import type { Admission } from './admission.ts';
import { allowOrigin, answerPreflight, judgeOrigin } from './cors.ts';
import { sendFetchResponse, toFetchRequest } from './fetch-bridge.ts';
import { httpRefusals, languageOf, refusalBody, type HttpRefusalCode } from './refusals.ts';
import { checkAnnouncedSize, checkJsonDepth, limitedBody, readBody, RequestRefused } from './request-body.ts';
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

const bodyTimeoutMs = 15_000;
const deepestJson = 64;

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

function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function checkHead(request: IncomingMessage, { body }: Route): void {
  const { authorization = [] } = request.headersDistinct;
  if (authorization.length > 1) throw new RequestRefused('DUPLICATE_AUTHORIZATION');
  if (request.method === 'GET' || request.method === 'HEAD' || body.kind === 'NONE') {
    if (hasBody(request)) throw new RequestRefused('PAYLOAD_TOO_LARGE');
    return;
  }
  // A form of a foreign page cannot send this type without asking first, and a packed body could unpack to anything.
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const packed = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
  if (packed || (body.kind === 'JSON' && type !== 'application/json'))
    throw new RequestRefused('UNSUPPORTED_MEDIA_TYPE');
  checkAnnouncedSize(request, body.maxBytes);
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

async function bodyFor(
  { body }: Route,
  request: IncomingMessage,
  refusals: RequestRefused[],
): Promise<Buffer | ReadableStream<Uint8Array> | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD' || body.kind === 'NONE') return undefined;
  if (body.kind === 'JSON') {
    const json = await readBody(request, { maxBytes: body.maxBytes, timeoutMs: bodyTimeoutMs });
    checkJsonDepth(json, deepestJson);
    return json;
  }
  const chunks = limitedBody(request, body.maxBytes);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        if (error instanceof RequestRefused) refusals.push(error);
        controller.error(error);
      }
    },
    async cancel() {
      await chunks.return();
    },
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, code: HttpRefusalCode, requestId: string): void {
  const body = refusalBody(code, languageOf(request.headers['accept-language']), requestId);
  if (code === 'SERVER_BUSY' || code === 'NOT_READY') response.setHeader('retry-after', '1');
  response.writeHead(httpRefusals[code].status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  if (!request.complete) lingerAndClose(request);
}

/**
 * The sender is still sending. Closing at once would reset the connection and take the answer with it, so what comes is thrown
 * away for a moment; then the connection ends.
 */
function lingerAndClose(request: IncomingMessage): void {
  const timer = setTimeout(() => request.socket.destroy(), 2_000);
  request.once('end', () => clearTimeout(timer));
  request.once('close', () => clearTimeout(timer));
  request.on('error', () => {});
  request.resume();
}
