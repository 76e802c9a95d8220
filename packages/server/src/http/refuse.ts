import type { IncomingMessage, ServerResponse } from 'node:http';
import { httpRefusals, languageOf, refusalBody, type HttpRefusalCode } from './refusals.ts';

/** Answers a refusal, to senders that still send too. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: HttpRefusalCode,
  requestId: string,
): void {
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
