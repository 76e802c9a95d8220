import { OAuth2Server } from 'oauth2-mock-server';
import { expect, test } from 'vitest';
import { createProvider } from '../../src/sign-in/provider.ts';

test('a provider that does not answer is told as such, and found as soon as it does', async () => {
  const mock = new OAuth2Server();
  await mock.issuer.keys.generate('RS256');
  await mock.start(0, '127.0.0.1');
  const { port } = mock.address();
  const issuer = `http://127.0.0.1:${port}`;
  mock.issuer.url = issuer;
  await mock.stop();
  const warnings: unknown[] = [];
  const provider = createProvider({
    issuer,
    clientId: 'khuyenhoc',
    clientSecret: undefined,
    publicUrl: new URL('http://127.0.0.1:4000'),
    logger: { warn: (facts: unknown) => void warnings.push(facts) },
  });
  expect(await provider.begin()).toEqual({ ok: false, error: { code: 'PROVIDER_UNAVAILABLE' } });
  expect(await provider.end()).toBeNull();
  expect(warnings).toHaveLength(2);
  await mock.start(port, '127.0.0.1');
  mock.issuer.url = issuer;
  try {
    expect(await provider.begin()).toMatchObject({ ok: true });
    expect((await provider.end())?.pathname).toBe('/endsession');
  } finally {
    await mock.stop();
  }
});
