import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabaseFromTemplate, startTestPostgres, type TestPostgres } from '../src/testing.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await startTestPostgres();
}, 30_000);

afterAll(async () => {
  await server.stop();
});

test('each copy of a template has its rows and a life of its own', async () => {
  const template = await createDatabaseFromTemplate(server.adminUrl, 'template0');
  await run(template.url, 'create table pupil (name text); insert into pupil values ($$An$$)');
  const copies = await Promise.all([1, 2, 3].map(() => createDatabaseFromTemplate(server.adminUrl, template.name)));
  const [first, second] = copies;
  await run(first?.url ?? '', 'delete from pupil');
  expect(await run(first?.url ?? '', 'select name from pupil')).toEqual([]);
  expect(await run(second?.url ?? '', 'select name from pupil')).toEqual([{ name: 'An' }]);
  for (const database of [...copies, template]) await database.drop();
  expect(await run(server.adminUrl, `select from pg_database where datname like 'test_%'`)).toEqual([]);
});

test('a database is removed although somebody is still connected', async () => {
  const database = await createDatabaseFromTemplate(server.adminUrl, 'template0');
  const client = new Client({ connectionString: database.url });
  const errors: unknown[] = [];
  client.on('error', (error) => errors.push(error));
  await client.connect();
  const ended = new Promise((resolve) => client.once('end', resolve));
  await database.drop();
  await ended;
  expect(errors).toContainEqual(expect.objectContaining({ code: '57P01' }));
});

test('stop ends the server and leaves no folder', async () => {
  const brief = await startTestPostgres();
  const [row] = await run(brief.adminUrl, `select current_setting('fsync') as fsync`);
  expect(row).toMatchObject({ fsync: 'off' });
  await brief.stop();
  await expect(run(brief.adminUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(existsSync(brief.dataDir)).toBe(false);
});

async function run(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
