import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Builds the web platform's request from Node's. The address in it is only a name: nothing trusts the Host header. */
export function toFetchRequest(
  request: IncomingMessage,
  { body, signal }: { readonly body: Buffer | ReadableStream<Uint8Array> | undefined; readonly signal: AbortSignal },
): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const init: RequestInit = { method: request.method ?? 'GET', headers, signal };
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (body === undefined) return new Request(url, init);
  if (body instanceof ReadableStream) {
    // `duplex` is asked for by every runtime with streamed bodies and missing from the type of the options.
    const streamed = { ...init, body, duplex: 'half' };
    return new Request(url, streamed);
  }
  return new Request(url, { ...init, body: new Uint8Array(body) });
}

/** Writes the web platform's answer on Node's, at the speed of the reader, and stops the source when the reader leaves. */
export async function sendFetchResponse(
  answer: Response,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  const cookies = answer.headers.getSetCookie?.() ?? [];
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(answer.status);
  if (answer.body === null) {
    response.end();
    return;
  }
  response.flushHeaders();
  const reader = answer.body.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (let part = await reader.read(); !part.done && !signal.aborted; part = await reader.read()) {
      if (!response.write(part.value)) await once(response, 'drain', { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    response.end();
  }
}
