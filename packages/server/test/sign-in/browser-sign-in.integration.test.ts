import { foundNetwork } from '@khuyenhoc/application';
import { atFounding, pathBelow } from '@khuyenhoc/domain';
import { calendarDate, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { Events, OAuth2Server, type MutableResponse } from 'oauth2-mock-server';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startWholeServer, type WholeServer } from '../whole-server.ts';
import { Browser } from './a-browser.ts';

// The provider's own client knows this one person.
const subject = 'johndoe';

let provider: OAuth2Server;
let server: WholeServer;
let browser: Browser;

beforeAll(async () => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  const issuer = `http://127.0.0.1:${provider.address().port}`;
  provider.issuer.url = issuer;
  const port = await aFreePort();
  server = await startWholeServer(inject('postgresAdminUrl'), {
    MODE: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: 'khuyenhoc-api',
    OIDC_JWKS_URL: `${issuer}/jwks`,
    OIDC_CLIENT_ID: 'khuyenhoc',
  });
  await aNetworkOf(issuer);
});
afterAll(async () => {
  await server.close();
  await provider.stop();
});
beforeEach(() => {
  browser = new Browser();
});

async function aFreePort(): Promise<number> {
  const { createServer } = await import('node:http');
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** One association with one officer, known by what the provider calls him. */
async function aNetworkOf(issuer: string): Promise<void> {
  const { ids } = server.application.useCases;
  const tenantId = ids.uuid() as TenantId;
  const id = ids.associationId();
  const personId = ids.uuid() as PersonId;
  const path = pathBelow(null, id);
  const foundedOn = calendarDate('2023-01-01');
  await foundNetwork(server.application.useCases, {
    tenantId,
    name: 'Hội Khuyến học tỉnh Thử',
    associations: [
      {
        ...atFounding,
        tenantId,
        id,
        path,
        foundedOn,
        name: 'Hội Khuyến học tỉnh Thử',
        typeCode: 'province',
        parentId: null,
      },
    ],
    people: [
      {
        id: personId,
        profile: {
          fullName: 'Cán bộ Một',
          birthDate: null,
          school: null,
          grade: null,
          guardianName: null,
          guardianRelation: null,
        },
        identity: { issuer, subject },
        mandates: [
          {
            id: ids.uuid() as MandateId,
            personId,
            role: 'officer',
            associationId: id,
            path,
            validFrom: foundedOn,
            validTo: null,
            decision: '01/QĐ-HKH',
          },
        ],
      },
    ],
  });
}

const who = JSON.stringify({ query: '{ viewer { session { person { tenantName } } } }' });

/** Asks who is signed in, as a page of some origin would. */
async function viewer(origin: string | null): Promise<unknown> {
  const answer = await browser.request(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin === null ? {} : { origin }) },
    body: who,
  });
  return answer.json();
}

const signedIn = { data: { viewer: { session: { person: { tenantName: 'Hội Khuyến học tỉnh Thử' } } } } };
const nobody = { data: { viewer: null } };

describe('signing in at a provider', () => {
  test('goes to the provider with PKCE and comes back as the person whom the database knows', async () => {
    const { answer, way } = await browser.visit(`${server.url}/sign-in?return=/graphql?x=1`);
    const asked = new URL(way[1] ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('response_type')).toBe('code');
    expect(way.at(-1)).toBe(`${server.url}/graphql?x=1`);
    expect(answer.status).toBeLessThan(500);
    expect(await viewer(server.url)).toEqual(signedIn);
  });

  test('keeps nothing readable in the browser, and forgets the way once it is walked', async () => {
    await browser.visit(`${server.url}/sign-in`);
    const kept = browser.cookiesOf(server.url);
    expect([...kept.keys()]).toEqual(['khuyenhoc-session']);
    expect(Buffer.from(kept.get('khuyenhoc-session')?.split('.')[3] ?? '', 'base64url').toString()).not.toContain(
      subject,
    );
    const answer = await browser.request(`${server.url}/sign-in`);
    expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
  });

  test('never sends people on to another site', async () => {
    for (const elsewhere of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:0',
    ]) {
      const { way } = await new Browser().visit(`${server.url}/sign-in?return=${encodeURIComponent(elsewhere)}`);
      expect(new URL(way.at(-1) ?? '').origin, elsewhere).toBe(server.url);
    }
  });
});

describe('a session of a browser', () => {
  test('counts only in requests of our own pages', async () => {
    await browser.visit(`${server.url}/sign-in`);
    expect(await viewer(null)).toEqual(nobody);
    const foreign = await browser.request(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: who,
    });
    expect(foreign.status).toBe(403);
  });

  test('ends at signing out, which no foreign page can do', async () => {
    await browser.visit(`${server.url}/sign-in`);
    const foreign = await browser.request(`${server.url}/sign-out`, { method: 'POST' });
    expect(foreign.status).toBe(403);
    expect(await viewer(server.url)).toEqual(signedIn);
    const answer = await browser.request(`${server.url}/sign-out`, { method: 'POST', headers: { origin: server.url } });
    expect(answer.status).toBe(303);
    expect(await viewer(server.url)).toEqual(nobody);
  });

  test('is not what somebody makes up, nor a way that is passed off as one', async () => {
    await browser.request(`${server.url}/sign-in`);
    const way = browser.cookiesOf(server.url).get('khuyenhoc-way') ?? '';
    expect(way).not.toBe('');
    for (const value of [way, 'a.b.c.d.e', '']) {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, cookie: `khuyenhoc-session=${value}` },
        body: who,
      });
      expect(await answer.json()).toEqual(nobody);
    }
  });

  test('does not cover a bad token that is sent beside it', async () => {
    await browser.visit(`${server.url}/sign-in`);
    const answer = await browser.request(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, authorization: 'Bearer a.b.c' },
      body: who,
    });
    expect(answer.status).toBe(401);
  });
});

describe('a sign-in that goes wrong says one sentence and leaves nobody signed in', () => {
  /** Walks to the provider and gives the address it would send back to, not yet visited. */
  async function addressBack(): Promise<URL> {
    const toProvider = await browser.request(`${server.url}/sign-in`);
    const atProvider = await browser.request(toProvider.headers.get('location') ?? '');
    return new URL(atProvider.headers.get('location') ?? '');
  }

  const changes: Readonly<Record<string, (address: URL) => void>> = {
    'another state': (address) => address.searchParams.set('state', 'x'),
    'no state': (address) => address.searchParams.delete('state'),
    'a code that was never given': (address) => address.searchParams.set('code', 'x'),
    'no code': (address) => address.searchParams.delete('code'),
    'another issuer': (address) => address.searchParams.set('iss', 'https://evil.example'),
    'two codes': (address) => address.searchParams.append('code', 'y'),
  };
  test.each(Object.entries(changes))('%s', async (_title, change) => {
    const address = await addressBack();
    change(address);
    const answer = await browser.request(address.href);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('SIGN_IN_INVALID');
    expect(await viewer(server.url)).toEqual(nobody);
  });

  test('the answer is good once', async () => {
    const address = await addressBack();
    expect((await browser.request(address.href)).status).toBe(303);
    const again = await browser.request(address.href);
    expect(await again.text()).toContain('WAY_LOST');
  });

  test('an answer that was meant for another browser', async () => {
    const address = await addressBack();
    const answer = await new Browser().request(address.href);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Hãy bắt đầu lại');
  });

  test('somebody says no', async () => {
    const address = await addressBack();
    address.search = new URLSearchParams({
      error: 'access_denied',
      state: address.searchParams.get('state') ?? '',
    }).toString();
    const answer = await browser.request(address.href);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('SIGN_IN_DECLINED');
  });

  const tokens: Readonly<Record<string, (payload: Record<string, unknown>) => void>> = {
    'another nonce': (payload) => void (payload['nonce'] = 'x'),
    'another audience': (payload) => (payload['aud'] = 'somebody-else'),
    'another issuer': (payload) => (payload['iss'] = 'https://evil.example'),
    'an end in the past': (payload) => (payload['exp'] = 1_000),
  };
  test.each(Object.entries(tokens))('an ID token with %s', async (_title, change) => {
    const address = await addressBack();
    const spoil = (token: { readonly payload: Record<string, unknown> }) => change(token.payload);
    provider.service.on(Events.BeforeTokenSigning, spoil);
    try {
      const answer = await browser.request(address.href);
      expect(await answer.text()).toContain('SIGN_IN_INVALID');
    } finally {
      provider.service.off(Events.BeforeTokenSigning, spoil);
    }
    expect(await viewer(server.url)).toEqual(nobody);
  });

  test('the provider refuses the code', async () => {
    const address = await addressBack();
    provider.service.once(Events.BeforeResponse, (response: MutableResponse) => {
      response.statusCode = 400;
      response.body = { error: 'invalid_grant' };
    });
    expect(await (await browser.request(address.href)).text()).toContain('SIGN_IN_INVALID');
  });

  test('somebody whom the provider knows and no network does is signed in, and told whom to ask', async () => {
    const asStranger = (token: { readonly payload: Record<string, unknown> }) => {
      token.payload['sub'] = 'stranger';
    };
    provider.service.on(Events.BeforeTokenSigning, asStranger);
    try {
      await browser.visit(`${server.url}/sign-in`);
    } finally {
      provider.service.off(Events.BeforeTokenSigning, asStranger);
    }
    expect(await viewer(server.url)).toEqual({ data: { viewer: { session: null } } });
    const answer = await browser.request(`${server.url}/files/x`, { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NO_MANDATE' } }] });
  });
});
