import { expect, inject, onTestFinished, test } from 'vitest';
import { configReference } from '../src/config-reference.ts';
import { aDataFolder } from './a-data-folder.ts';
import { anExternalDatabase } from './an-external-database.ts';
import { runProgram, type Environment } from './a-program.ts';

const cli = (environment: Environment, ...args: readonly string[]) =>
  runProgram('cli/main.ts', { LOG_LEVEL: 'error', ...environment }, args);

test('help is shown when it is asked for, and counts as a wrong call when no command was given', async () => {
  const asked = await cli({}, '--help');
  expect(asked).toMatchObject({ code: 0, errors: '' });
  for (const command of ['migrate', 'config', 'token']) expect(asked.output).toContain(command);
  expect(await cli({})).toMatchObject({ code: 2, output: '' });
});

test.each([[['fly']], [['config', '--lang', 'fr']], [['token']]])(
  'a wrong call is told and exits 2: %j',
  async (args) => {
    const run = await cli({}, ...args);
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toMatch(/^error: [^\n]+\n$/);
  },
);

test('the table of settings has every setting, in either language', async () => {
  const [vi, en] = await Promise.all([cli({}, 'config'), cli({}, 'config', '--lang', 'en')]);
  for (const { key, about } of configReference) {
    expect(vi?.output).toContain(`${key} `);
    expect(vi?.output).toContain(about.vi);
    expect(en?.output).toContain(about.en);
  }
  expect([vi?.code, en?.code]).toEqual([0, 0]);
});

test('migrate prints what was applied, and nothing the second time', async () => {
  const database = await anExternalDatabase(inject('postgresAdminUrl'));
  onTestFinished(database.drop);
  const urls = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const first = await cli(urls, 'migrate', '--json');
  expect(first).toMatchObject({ code: 0, errors: '' });
  const { applied } = JSON.parse(first.output) as { readonly applied: readonly string[] };
  const migrations = await database.asOwner<{ readonly name: string }>(
    'select name from mikro_orm_migrations order by id',
  );
  expect(applied).toEqual(migrations.map(({ name }) => name));
  expect(applied.length).toBeGreaterThan(0);
  const second = await cli(urls, 'migrate');
  expect(second).toMatchObject({ code: 0, errors: '' });
  expect(second.output).toContain('The schema is at this version already.');
});

test('what keeps a database from being migrated is one sentence in each language', async () => {
  const unreachable = await cli({ DATABASE_URL: 'postgresql://app:hunter2@127.0.0.1:1/khuyenhoc' }, 'migrate');
  expect(unreachable).toMatchObject({ code: 1, output: '' });
  expect(unreachable.errors.trimEnd().split('\n')).toHaveLength(2);
  expect(unreachable.errors).not.toContain('hunter2');
  const wrong = await cli({ POOL_SIZE: 'many' }, 'migrate');
  expect(wrong).toMatchObject({ code: 2, output: '' });
  expect(wrong.errors).toContain('POOL_SIZE="many"');
});

test('a token is issued in demo mode alone, and only to a login that a token can name', async () => {
  const DATA_DIR = await aDataFolder();
  const issued = await cli({ MODE: 'demo', DATA_DIR }, 'token', 'officer');
  expect(issued).toMatchObject({ code: 0, errors: '' });
  expect(issued.output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const claims: unknown = JSON.parse(Buffer.from(issued.output.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ sub: 'officer' });
  expect(await cli({ MODE: 'demo', DATA_DIR }, 'token', 'cán bộ')).toMatchObject({ code: 2, output: '' });
  const oidc = {
    OIDC_ISSUER: 'https://id.example.vn',
    OIDC_AUDIENCE: 'api',
    OIDC_JWKS_URL: 'https://id.example.vn/keys',
  };
  const refused = await cli({ MODE: 'production', DATA_DIR, ...oidc }, 'token', 'officer');
  expect(refused).toMatchObject({ code: 2, output: '' });
  expect(refused.errors).toContain('MODE=demo');
});
