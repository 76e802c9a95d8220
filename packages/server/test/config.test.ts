import { describe, expect, test } from 'vitest';
import { renderConfigHelp } from '../src/config-help.ts';
import { configReference, type Setting } from '../src/config-reference.ts';
import { readConfig, type Config } from '../src/config.ts';

const oidc = {
  OIDC_ISSUER: 'https://id.example.vn',
  OIDC_AUDIENCE: 'khuyenhoc-api',
  OIDC_JWKS_URL: 'https://id.example.vn/certs',
};

describe('an environment that says nothing', () => {
  test('gives a demo on this machine with an embedded database, and exactly the defaults of the reference', () => {
    const config = accepted({});
    expect(config).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 4_000,
      database: { kind: 'embedded' },
      corsOrigins: [],
    });
    const written: readonly Setting[] = configReference;
    const spelledOut = Object.fromEntries(
      written.flatMap(({ key, fallback }) => (fallback === undefined ? [] : [[key, fallback]])),
    );
    expect(accepted(spelledOut)).toEqual(config);
  });

  test('counts empty variables as absent', () => {
    expect(accepted({ PORT: '', DATABASE_URL: '', OIDC_ISSUER: '' })).toEqual(accepted({}));
  });
});

test('every example in the reference is accepted, and is printed in the help of both languages', () => {
  const settings: readonly Setting[] = configReference;
  expect(settings.length).toBeGreaterThan(15);
  expect(settings.filter(({ example, schema }) => !schema.safeParse(example).success)).toEqual([]);
  for (const { key } of settings) {
    expect(renderConfigHelp('vi')).toContain(key);
    expect(renderConfigHelp('en')).toContain(key);
  }
  expect(renderConfigHelp('vi')).toContain('mặc định 4000');
});

test('an external database may have an owner of its own', () => {
  const url = 'postgresql://app:secret@db.example.vn/khuyenhoc';
  expect(accepted({ DATABASE_URL: url }).database).toEqual({ kind: 'external', url, ownerUrl: url });
  const ownerUrl = 'postgres://owner:secret@db.example.vn/khuyenhoc';
  expect(accepted({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl }).database).toEqual({
    kind: 'external',
    url,
    ownerUrl,
  });
});

test('any OIDC variable makes it production, and production names each one that is missing', () => {
  expect(accepted(oidc)).toMatchObject({ mode: 'production', oidc: { audience: 'khuyenhoc-api' } });
  expect(refusedKeys({ OIDC_ISSUER: oidc.OIDC_ISSUER })).toEqual(['OIDC_AUDIENCE', 'OIDC_JWKS_URL']);
  expect(refusedKeys({ MODE: 'production' })).toEqual(['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL']);
});

test('a demo refuses OIDC, and a demo on an open network must be asked for by name', () => {
  expect(refusedKeys({ ...oidc, MODE: 'demo' })).toEqual(['MODE']);
  expect(refusedKeys({ HOST: '0.0.0.0' })).toEqual(['MODE']);
  expect(accepted({ HOST: '0.0.0.0', MODE: 'demo' }).mode).toBe('demo');
});

test.each([
  ['PORT', ['http', '-1', '65536', '4000.5', '0x10', ' 80', '4e3']],
  ['HOST', ['a b', 'http://x', '']],
  ['MODE', ['Demo', 'prod']],
  ['DATABASE_URL', ['mysql://db/x', 'localhost', '5432']],
  ['CORS_ORIGINS', ['*', 'example.vn', 'https://a.vn/', 'https://a.vn,https://b.vn/path']],
  ['LOG_LEVEL', ['verbose', 'INFO']],
  ['MAX_BODY_BYTES', ['0', '100kb', '99999999999']],
  ['LATE_ENTRY_DAYS', ['-1', '3651']],
])('%s refuses nonsense by name, with an example of a right value', (key, values) => {
  for (const value of values.filter((text) => text !== '')) {
    const [problem, ...others] = problemsOf({ [key]: value });
    expect(others, `${key}=${value}`).toEqual([]);
    expect(problem).toMatchObject({ key });
    expect(problem?.vi).toMatch(new RegExp(`ví dụ ${key}=`));
    expect(problem?.en).toMatch(new RegExp(`for example ${key}=`));
  }
});

test('keys are fetched over https, or from this very machine', () => {
  expect(refusedKeys({ ...oidc, OIDC_JWKS_URL: 'http://id.example.vn/certs' })).toContain('OIDC_JWKS_URL');
  expect(accepted({ ...oidc, OIDC_JWKS_URL: 'http://127.0.0.1:8080/certs' }).oidc?.jwksUrl).toContain('127.0.0.1');
});

test('everything wrong is told at once', () => {
  expect(refusedKeys({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'z' })).toEqual(
    ['DATABASE_URL', 'LOG_LEVEL', 'PORT'].toSorted(byReference),
  );
});

test('an unknown variable with our prefix is refused, with what was meant', () => {
  const [problem] = problemsOf({ KHUYENHOC_PORT: '80' });
  expect(problem?.en).toBe('KHUYENHOC_PORT is not a setting; write PORT=4000');
  expect(refusedKeys({ KHUYENHOC_COLOUR: 'red' })).toEqual(['KHUYENHOC_COLOUR']);
});

test('a password in a wrong address is never repeated', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://app:hunter2@db/x',
    DATABASE_OWNER_URL: 'ftp://owner:hunter2@db/x',
  });
  expect(problems.map(({ key }) => key)).toContain('DATABASE_URL');
  expect(JSON.stringify(problems)).not.toContain('hunter2');
});

function accepted(environment: Readonly<Record<string, string>>): Config {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function problemsOf(environment: Readonly<Record<string, string>>) {
  const result = readConfig(environment);
  return result.ok ? [] : result.error.problems;
}

function refusedKeys(environment: Readonly<Record<string, string>>): readonly string[] {
  return problemsOf(environment).map(({ key }) => key);
}

/** Problems come in the order in which settings are read. */
function byReference(left: string, right: string): number {
  const order = ['MODE', 'HOST', 'PORT', 'DATABASE_URL', 'LOG_LEVEL'];
  return order.indexOf(left) - order.indexOf(right);
}
