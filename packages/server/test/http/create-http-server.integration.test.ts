import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer, type HttpServerOptions } from '../../src/http/create-http-server.ts';
import type { Route } from '../../src/http/route.ts';
import { aServer, serverOptions, type TestServer } from './a-server.ts';

const running: TestServer[] = [];

afterEach(async () => {
  for (const { server } of running.splice(0)) await server.drain(100);
});

const echo: Route = {
  path: '/graphql',
  methods: ['GET', 'POST'],
  body: { kind: 'JSON', maxBytes: 1_000 },
  handle: async (request) => Response.json({ method: request.method, body: await request.text() }),
};

const files: Route = {
  path: '/files',
  methods: ['POST'],
  body: { kind: 'STREAM', maxBytes: 1_000_000 },
  handle: async (request) => Response.json({ bytes: (await request.arrayBuffer()).byteLength }),
};

describe('what is refused before it is read', () => {
  test.each([
    ['an unknown path', '/nothing', {}, 404, 'NOT_FOUND'],
    ['a path that only looks alike', '/graphql/', {}, 404, 'NOT_FOUND'],
    ['a wrong method', '/graphql', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'a form',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'plain text',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['multipart', '/graphql', { method: 'POST', body: new FormData() }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a packed body',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: '{}' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a page of another site', '/graphql', { headers: { origin: 'https://evil.example' } }, 403, 'ORIGIN_NOT_ALLOWED'],
    [
      'deep JSON',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '['.repeat(500) },
      400,
      'JSON_TOO_DEEP',
    ],
  ])('%s', async (_title, path, init, status, code) => {
    const { url } = await listening([echo, files]);
    const response = await fetch(url + path, init);
    expect(response.status).toBe(status);
    const answer: unknown = await response.json();
    expect(answer).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('two Authorization headers', async () => {
    const { port } = await listening([echo]);
    const answer = await raw(
      port,
      'GET /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('DUPLICATE_AUTHORIZATION');
  });

  test('the message is Vietnamese, or English when English is asked for', async () => {
    const { url } = await listening([]);
    expect(await (await fetch(url)).text()).toContain('"message":"Không có địa chỉ này."');
    expect(await (await fetch(url, { headers: { 'accept-language': 'en-GB,en' } })).text()).toContain(
      '"message":"There is nothing',
    );
  });

  test('what is no HTTP, and a head that is too long', async () => {
    const { port } = await listening([echo]);
    expect(await raw(port, 'HELLO\r\n\r\n')).toContain('REQUEST_MALFORMED');
    expect(await raw(port, `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain('HTTP/1.1 431');
  });
});

describe('large bodies', () => {
  test('20 MB are refused at once and not kept, announced or not', async () => {
    const { port, url } = await listening([echo]);
    await (await fetch(`${url}/graphql`)).text();
    for (const announced of [true, false]) {
      const before = process.memoryUsage().arrayBuffers;
      const startedAt = performance.now();
      const { status, text } = await post(port, '/graphql', 20_000_000, announced);
      expect(status).toBe(413);
      expect(text).toContain('PAYLOAD_TOO_LARGE');
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(15_000_000);
    }
  });

  test('a body of exactly the limit passes, one byte more does not', async () => {
    const { url } = await listening([echo]);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${url}/graphql`, { method: 'POST', headers, body: ' '.repeat(1_000) })).status).toBe(200);
    expect((await fetch(`${url}/graphql`, { method: 'POST', headers, body: ' '.repeat(1_001) })).status).toBe(413);
  });

  test('a file streams to its handler up to its own limit', async () => {
    const { port } = await listening([files]);
    expect(await post(port, '/files', 1_000_000, false)).toEqual({ status: 200, text: '{"bytes":1000000}' });
    expect(await post(port, '/files', 1_000_001, true)).toMatchObject({ status: 413 });
    expect(await post(port, '/files', 1_200_000, false)).toMatchObject({ status: 413 });
  });

  test('a sender that leaves in the middle harms nobody', async () => {
    const { port, url } = await listening([echo, files]);
    for (const path of ['/graphql', '/files']) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a":`,
      );
      await sleep(50);
      socket.destroy();
    }
    await sleep(50);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });
});

describe('other origins', () => {
  const site = 'https://quantri.example.vn';

  test('a listed one may ask and read, without cookies', async () => {
    const { url } = await listening([echo], { corsOrigins: [site] });
    const asked = await fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: site, 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET, POST');
    const read = await fetch(`${url}/graphql`, { headers: { origin: site } });
    expect(read.headers.get('access-control-allow-origin')).toBe(site);
    expect(read.headers.get('access-control-allow-credentials')).toBeNull();
    expect(read.headers.get('vary')).toContain('origin');
  });

  test.each([
    `${site}.evil.example`,
    'https://quantri.example.vn:444',
    'http://quantri.example.vn',
    'null',
    'https://QUANTRI.example.vn',
  ])('%s is not the listed one', async (origin) => {
    const { url } = await listening([echo], { corsOrigins: [site] });
    const response = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin } });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('our own pages may ask', async () => {
    const { url } = await listening([echo]);
    expect((await fetch(`${url}/graphql`, { headers: { origin: url } })).status).toBe(200);
  });
});

describe('health', () => {
  test('live is not ready: the second asks the parts', async () => {
    let ready = true;
    const { url } = await listening([], { readiness: () => Promise.resolve({ ready, parts: { database: ready } }) });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    ready = false;
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', parts: { database: false } });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  test('a check that fails is an answer', async () => {
    const { url } = await listening([], { readiness: () => Promise.reject(new Error('no')) });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });
});

test('beyond the limit requests are sent away with a time to come back, health is still answered, and places come free again', async () => {
  const { handle, release } = aGate();
  const { url } = await listening([{ ...echo, handle }], { maxRequests: 2 });
  const inWork = [fetch(`${url}/graphql`), fetch(`${url}/graphql`)];
  await sleep(50);
  const refused = await fetch(`${url}/graphql`);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  release();
  expect((await Promise.all(inWork)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await fetch(`${url}/graphql`)).status).toBe(200);
});

test('a handler that breaks is answered 500 without its words', async () => {
  const { url } = await listening([{ ...echo, handle: () => Promise.reject(new Error('select secret from table')) }]);
  const response = await fetch(`${url}/graphql`);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('INTERNAL');
  expect(text).not.toContain('secret');
});

describe('event streams', () => {
  test('hold no place among the requests, and end their source when the reader leaves', async () => {
    let ended = 0;
    const stream: Route = { ...echo, path: '/stream', handle: () => aStream(() => (ended += 1)) };
    const { url } = await listening([echo, stream], { maxRequests: 1, maxStreams: 2 });
    const leave = new AbortController();
    const first = await fetch(`${url}/stream`, { signal: leave.signal });
    const second = await fetch(`${url}/stream`, { signal: leave.signal });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await fetch(`${url}/stream`)).status).toBe(503);
    expect((await fetch(`${url}/graphql`)).status).toBe(200);
    leave.abort();
    await sleep(100);
    expect(ended).toBe(3);
    expect((await fetch(`${url}/stream`)).status).toBe(200);
  });

  test('end at once when the server ends', async () => {
    const { url, server } = await listening([{ ...echo, handle: () => aStream(() => {}) }]);
    const response = await fetch(`${url}/graphql`);
    const startedAt = performance.now();
    const [text, { cut }] = await Promise.all([response.text(), server.drain(5_000)]);
    expect(text).toContain('data: 1');
    expect(cut).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('ending', () => {
  test('waits for the answer in work, refuses new connections, and does not wait for idle ones', async () => {
    const { handle, release } = aGate();
    const { url, port, server } = await listening([echo, { ...echo, path: '/slow', handle }]);
    await (await fetch(`${url}/graphql`)).text();
    const slow = fetch(`${url}/slow`);
    await sleep(50);
    const startedAt = performance.now();
    const drained = server.drain(5_000);
    await expect(raw(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    setTimeout(release, 200);
    expect((await slow).status).toBe(200);
    expect(await drained).toEqual({ cut: 0 });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  test('cuts what takes longer than the cap', async () => {
    const { handle, release } = aGate();
    const { url, server } = await listening([{ ...echo, handle }]);
    const slow = fetch(`${url}/graphql`).catch((error: unknown) => error);
    await sleep(50);
    expect(await server.drain(200)).toEqual({ cut: 1 });
    expect(await slow).toBeInstanceOf(TypeError);
    release();
  });
});

test('a taken port and a foreign address are refusals', async () => {
  const { port } = await listening([]);
  const idle = () => createHttpServer(serverOptions([])).listen;
  expect(await idle()({ host: '127.0.0.1', port })).toEqual({
    ok: false,
    error: { code: 'PORT_UNUSABLE', host: '127.0.0.1', port, reason: 'TAKEN' },
  });
  expect(await idle()({ host: '203.0.113.7', port: 0 })).toMatchObject({
    ok: false,
    error: { reason: 'NO_SUCH_ADDRESS' },
  });
});

async function listening(routes: readonly Route[], changes: Partial<HttpServerOptions> = {}): Promise<TestServer> {
  const server = await aServer(routes, changes);
  running.push(server);
  return server;
}

/** A handler that answers only when it is let go. */
function aGate() {
  let release = () => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { release: () => release(), handle: () => open.then(() => Response.json({})) };
}

function aStream(onEnd: () => void): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('data: 1\n\n')),
    cancel: onEnd,
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** Sends bytes and reads until the connection ends. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

/** Posts so many bytes, piece by piece, with or without saying how many, and stops sending when the answer is there. */
function post(port: number, path: string, size: number, announced: boolean): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(announced ? { 'content-length': size } : {}) };
    const body = Readable.from(pieces(size));
    const sending = httpRequest({ port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
        body.destroy();
        sending.destroy();
      });
    });
    sending.on('error', reject);
    body.pipe(sending);
  });
}

function* pieces(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(65_536, left), ' ');
}
