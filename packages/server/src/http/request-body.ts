import type { IncomingMessage } from 'node:http';
import type { HttpRefusalCode } from './refusals.ts';

/** Stops the work on a request; the server answers with the refusal's status. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: HttpRefusalCode;

  constructor(code: HttpRefusalCode) {
    super(code);
    this.code = code;
  }
}

/** Refuses a body by what its head says, so that nothing of it has to be read. */
export function checkAnnouncedSize(request: IncomingMessage, maxBytes: number): void {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new RequestRefused('PAYLOAD_TOO_LARGE');
}

/** Yields the body in pieces and stops at the limit, for senders that announce no size or a wrong one. */
export async function* limitedBody(request: IncomingMessage, maxBytes: number): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  try {
    // Leaving the loop must not destroy the socket: the refusal still has to go out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('a body comes in bytes');
      size += chunk.byteLength;
      if (size > maxBytes) throw new RequestRefused('PAYLOAD_TOO_LARGE');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
      throw new RequestRefused('BODY_INCOMPLETE');
    throw error;
  }
}

/** Reads a small body whole, within a size and a time. */
export async function readBody(
  request: IncomingMessage,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RequestRefused('BODY_TOO_SLOW')), limits.timeoutMs);
  });
  const read = async () => {
    for await (const chunk of limitedBody(request, limits.maxBytes)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  try {
    return await Promise.race([read(), tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

const quote = 0x22;
const backslash = 0x5c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Refuses JSON nested deeper than any honest request: what walks over it later does so by recursion. One pass over bytes. */
export function checkJsonDepth(json: Uint8Array, deepest: number): void {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index] ?? 0;
    if (inText) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
    if (depth > deepest) throw new RequestRefused('JSON_TOO_DEEP');
  }
}
