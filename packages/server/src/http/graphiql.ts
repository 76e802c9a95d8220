import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { assert } from '@khuyenhoc/kernel';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FetchHandler, Route } from './route.ts';

export interface GraphiqlOptions {
  /** Where the page sends its queries. */
  readonly endpoint: string;
  /** The headers shown at first, as JSON text; a demo puts a token here. */
  readonly headers?: string;
  /** The text in the editor at first. */
  readonly query?: string;
}

/** Whatever the page would like to load from elsewhere, the browser refuses: it works without the internet, and tells nobody. */
const contentSecurityPolicy = [
  "default-src 'none'",
  // The page is one file: its scripts and styles stand inside, its workers are made from texts inside.
  "script-src 'self' 'unsafe-inline' blob:",
  "style-src 'self' 'unsafe-inline'",
  'worker-src blob:',
  'img-src data: blob:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL as one page of nine megabytes, packed once at the first visit and kept by browsers. */
export function graphiqlPage(options: GraphiqlOptions): FetchHandler {
  let page: Promise<PackedPage> | undefined;
  return async (request) => {
    page ??= pack(options);
    const { etag, plain, packed } = await page;
    const accepted = request.headers.get('accept-encoding')?.includes('gzip') === true;
    const headers: Record<string, string> = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'private, no-cache',
      vary: 'accept-encoding',
      etag,
    };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    if (request.method === 'HEAD') return new Response(null, { headers });
    if (accepted) headers['content-encoding'] = 'gzip';
    return new Response(accepted ? packed : plain, { headers });
  };
}

/** The page at an address of its own, beside `/graphql` where a browser finds it too. */
export function graphiqlRoute(page: FetchHandler): Route {
  return { path: '/graphiql', methods: ['GET', 'HEAD'], body: { kind: 'NONE' }, handle: page };
}

interface PackedPage {
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
}

async function pack({ endpoint, headers, query }: GraphiqlOptions): Promise<PackedPage> {
  const html = renderGraphiQL({
    title: 'Khuyến học GraphQL',
    endpoint,
    ...(headers === undefined ? {} : { headers: safeInScript(headers) }),
    ...(query === undefined ? {} : { defaultQuery: safeInScript(query) }),
    // Events of subscriptions come over server-sent events, as Yoga speaks them.
    subscriptionsProtocol: 'SSE',
  });
  const plain = new Uint8Array(Buffer.from(html, 'utf8'));
  const packed = new Uint8Array(await promisify(gzip)(plain));
  return { etag: `"${createHash('sha256').update(plain).digest('base64url')}"`, plain, packed };
}

/** The page puts options into a script element as JSON, where a closing tag inside a text would end the script. */
function safeInScript(text: string): string {
  assert(!text.includes('<'), 'headers and queries shown at first hold no tags');
  return text;
}
