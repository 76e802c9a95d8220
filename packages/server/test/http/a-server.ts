import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/http/create-http-server.ts';
import type { Route } from '../../src/http/route.ts';
import { createLogger } from '../../src/logger.ts';

/** A listening server of a test. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly server: HttpServer;
}

/** What a test server is built with unless the test says otherwise. */
export function serverOptions(routes: readonly Route[]): HttpServerOptions {
  return {
    routes,
    readiness: () => Promise.resolve({ ready: true, parts: {} }),
    corsOrigins: [],
    maxRequests: 50,
    maxStreams: 50,
    logger: createLogger({ level: 'silent' }),
  };
}

/** Starts a server with the given routes on a free port. */
export async function aServer(routes: readonly Route[], changes: Partial<HttpServerOptions> = {}): Promise<TestServer> {
  const server = createHttpServer({ ...serverOptions(routes), ...changes });
  const listening = await server.listen({ host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(JSON.stringify(listening.error));
  return { ...listening.value, server };
}
