import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import { migrate, pendingSchemaChanges } from '@khuyenhoc/persistence';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { schemaDifference } from './schema-difference.ts';

let fresh: TestDatabase;
beforeEach(async () => {
  fresh = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
});
afterEach(() => fresh.drop());

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('an empty database is migrated once, also by servers that start together', async () => {
  const options = { ownerUrl: fresh.url, appLogin: null };
  const together = await Promise.all([migrate(options), migrate(options), migrate(options)]);
  const applied = together.map((result) => (result.ok ? result.value.applied.length : -1));
  expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
  expect(await migrate(options)).toEqual({ ok: true, value: { applied: [] } });
});

test('a database of a newer version is refused and left as it is', async () => {
  await migrate({ ownerUrl: fresh.url, appLogin: null });
  await query(`insert into mikro_orm_migrations (name, executed_at) values ('Migration29991231000000_later', now())`);
  const tables = `select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`;
  const before = await query(tables);
  const refused = await migrate({ ownerUrl: fresh.url, appLogin: null });
  expect(refused).toEqual({
    ok: false,
    error: {
      code: 'SCHEMA_NEWER',
      unknown: ['Migration29991231000000_later'],
      known: 'Migration20261124230000_people_and_places',
    },
  });
  expect(await query(tables)).toEqual(before);
});

test('the entities say nothing that no migration makes', async () => {
  await migrate({ ownerUrl: fresh.url, appLogin: null });
  expect(await pendingSchemaChanges(fresh.url)).toBe(false);
});

test('the live schema differs from the entities in nothing but how PostgreSQL words policies', async () => {
  await migrate({ ownerUrl: fresh.url, appLogin: null });
  expect(await schemaDifference(fresh.url)).toEqual([]);
  await query('alter table donation add column note text');
  expect(await schemaDifference(fresh.url)).toEqual([expect.stringContaining('note')]);
});
