import type { IncomingMessage } from 'node:http';
import { checkAnnouncedSize, checkJsonDepth, limitedBody, readBody, RequestRefused } from './request-body.ts';
import type { Route } from './route.ts';

const bodyTimeoutMs = 15_000;
const deepestJson = 64;

/** Refuses what the head of a request already gives away: two identities, a body where none belongs, a wrong kind, a size. */
export function checkHead(request: IncomingMessage, { body }: Route): void {
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

function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** What the route's handler is given as body. Refusals that a stream meets later are put into `refusals`. */
export async function bodyFor(
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
