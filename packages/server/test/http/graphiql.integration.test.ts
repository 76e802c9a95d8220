import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphiqlPage, graphiqlRoute } from '../../src/http/graphiql.ts';
import { graphqlRoute } from '../../src/http/graphql-handler.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;

beforeAll(async () => {
  const page = graphiqlPage({ endpoint: '/graphql', headers: '{"authorization":"Bearer demo"}', query: '{ hello }' });
  server = await aServer([
    graphqlRoute(() => Response.json({ data: {} }), { maxBytes: 1_000, page }),
    graphiqlRoute(page),
  ]);
});

afterAll(async () => {
  await server.server.drain(100);
});

test('a browser finds the page at both addresses, a program finds GraphQL', async () => {
  for (const path of ['/graphql', '/graphiql']) {
    const response = await fetch(server.url + path, { headers: { accept: 'text/html,*/*' } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('Bearer demo');
    expect(html).toContain('YogaGraphiQL.renderYogaGraphiQL');
  }
  expect(await (await fetch(`${server.url}/graphql`, { headers: { accept: 'application/json' } })).text()).toBe(
    '{"data":{}}',
  );
});

test('the page asks nobody else: no element names another address, and the browser is told to refuse any', async () => {
  const response = await fetch(`${server.url}/graphiql`);
  const html = await response.text();
  const outsideScripts = html.replaceAll(/<script>[^]*<\/script>/g, '');
  expect(outsideScripts).not.toMatch(/(src|href)\s*=\s*["']?(https?:)?\/\//i);
  expect(outsideScripts).not.toMatch(/url\(\s*["']?(https?:)?\/\//i);
  expect(html).not.toMatch(/<script[^>]+src=/);
  expect(html).not.toMatch(
    /unpkg\.com|jsdelivr\.net|cdnjs\.cloudflare\.com|raw\.githubusercontent\.com|fonts\.googleapis\.com/,
  );
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test('nine megabytes travel packed, and once', async () => {
  const first = await fetch(`${server.url}/graphiql`, { headers: { 'accept-encoding': 'gzip' } });
  expect(first.headers.get('content-encoding')).toBe('gzip');
  expect((await first.text()).length).toBeGreaterThan(5_000_000);
  const again = await fetch(`${server.url}/graphiql`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});
