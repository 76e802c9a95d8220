import { err, ok, type Result } from '@khuyenhoc/kernel';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { portReason, type StartFailure } from '../start-failure.ts';
import { createAdmission } from './admission.ts';
import { handleRequest, type RequestDeps } from './handle-request.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { httpRefusals, refusalBody, type HttpRefusalCode } from './refusals.ts';
import type { Route } from './route.ts';

export interface HttpServerOptions {
  readonly routes: readonly Route[];
  /** Asked by `/readyz`, until the server begins to end. */
  readonly readiness: () => Promise<Readiness>;
  readonly corsOrigins: readonly string[];
  /** Requests in work at once. */
  readonly maxRequests: number;
  /** Open event streams at once. */
  readonly maxStreams: number;
  readonly logger: Logger;
}

/** An HTTP server that is ready to listen, and to end without dropping anybody. */
export interface HttpServer {
  readonly listen: (where: {
    readonly host: string;
    readonly port: number;
  }) => Promise<Result<{ readonly port: number; readonly url: string }, StartFailure>>;
  /** Takes no new connection, ends streams, waits for the answers in work, then closes. Says how many it had to cut. */
  readonly drain: (capMs: number) => Promise<{ readonly cut: number }>;
  readonly requestsInWork: () => number;
}

/** Builds the server: routes, health, limits, timeouts. Nothing listens until `listen`. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const closing = new AbortController();
  const readiness = async (): Promise<Readiness> =>
    closing.signal.aborted ? { ready: false, parts: { running: false } } : await options.readiness();
  const requests = createAdmission(options.maxRequests);
  // Whoever watches over the server must be heard when it is full.
  const health = createAdmission(100);
  const { corsOrigins, logger } = options;
  const streams = createAdmission(options.maxStreams);
  const shared = { corsOrigins, streams, logger, closing: closing.signal };
  const deps: RequestDeps = { ...shared, routes: options.routes, requests };
  const healthDeps: RequestDeps = { ...shared, routes: healthRoutes(readiness), requests: health };

  const server = createServer(timeouts);
  const work = new Set<Promise<void>>();
  server.on('request', (request, response) => {
    if (closing.signal.aborted) response.setHeader('connection', 'close');
    const isHealth = request.url === '/livez' || request.url === '/readyz';
    const finish = async () => {
      await Promise.all([handleRequest(isHealth ? healthDeps : deps, request, response), untilClosed(response)]);
      work.delete(done);
      // The connection was kept for a next request that must not come any more.
      if (closing.signal.aborted) server.closeIdleConnections();
    };
    const done = finish();
    work.add(done);
  });
  server.on('clientError', answerMalformed);
  return {
    listen: (where) => listen(server, where),
    drain: (capMs) => drain({ server, closing, work, capMs }),
    requestsInWork: () => work.size,
  };
}

async function untilClosed(response: ServerResponse): Promise<void> {
  if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
}

/** Slow senders hold a connection, never a place: these bound how long. Files over poor lines get two minutes. */
const timeouts = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
} as const;

async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): ReturnType<HttpServer['listen']> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const reason = portReason(error);
    if (reason === undefined) throw error;
    return err({ code: 'PORT_UNUSABLE', host, port, reason });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const shown = host.includes(':') ? `[${host}]` : host;
  return ok({ port: address.port, url: `http://${shown}:${address.port}` });
}

interface Drain {
  readonly server: Server;
  readonly closing: AbortController;
  readonly work: ReadonlySet<Promise<void>>;
  readonly capMs: number;
}

async function drain({ server, closing, work, capMs }: Drain): Promise<{ readonly cut: number }> {
  closing.abort();
  const closed = server.listening ? once(server, 'close') : Promise.resolve();
  server.close();
  server.closeIdleConnections();
  const patience = new AbortController();
  const finished = (async () => {
    while (work.size > 0) await Promise.all(work);
    server.closeIdleConnections();
    await closed;
  })();
  await Promise.race([finished, sleep(capMs, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  const cut = work.size;
  server.closeAllConnections();
  await closed;
  return { cut };
}

/** What Node's parser cannot read never becomes a request; it is answered by hand and the connection ends. */
function answerMalformed(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const code: HttpRefusalCode = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'BODY_TOO_SLOW' : 'REQUEST_MALFORMED';
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : httpRefusals[code].status;
  const body = refusalBody(code, 'vi', 'none');
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
