import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from 'pg';
import { openDatabase } from '@khuyenhoc/persistence';
import type { TenantId } from '@khuyenhoc/kernel';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { referenceTables, tenantTables } from './reference-tables.ts';
import { entityTables } from './schema-difference.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const ours = `from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'mikro_orm_migrations'`;

/** Read before a tenant is known, so its key begins with who signs in. */
const keyedBySignIn = ['identity'];

test('every table forces row-level security, and is an entity', async () => {
  const tables = await db.asOwner<{ name: string; enabled: boolean; forced: boolean }>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced ${ours} order by 1`,
  );
  expect(tables.filter((table) => !table.enabled || !table.forced)).toEqual([]);
  expect(tables.map((table) => table.name)).toEqual(await entityTables());
});

test('every key begins with the tenant, so that the schema can be spread by it', async () => {
  const keys = await db.asOwner<{ name: string; first: string | null; columns: string[] }>(
    `select c.relname as name, a.attname as first,
       (select array_agg(x.attname::text) from pg_attribute x where x.attrelid = c.oid and x.attnum = any(i.indkey)) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_index i on i.indrelid = c.oid and (i.indisprimary or i.indisunique)
     left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'mikro_orm_migrations'`,
  );
  expect(keys.length).toBeGreaterThan(keyedBySignIn.length);
  const others = keys.filter((key) => key.first !== 'tenant_id' && !referenceTables.includes(key.name));
  expect(others.map((key) => key.name)).toEqual(keyedBySignIn);
  for (const key of others) expect(key.columns).toContain('tenant_id');
});

test('no table is without a policy for the writer that asks for the tenant, and only the published and the gate see all', async () => {
  const policies = await db.asOwner<{
    table: string;
    policy: string;
    roles: string;
    seen: string;
    check: string | null;
  }>(
    `select tablename as table, policyname as policy, roles::text as roles, qual as seen, with_check as check from pg_policies order by 1, 2`,
  );
  const byTable = Map.groupBy(policies, (policy) => policy.table);
  expect([...byTable.keys()]).toEqual(await entityTables());
  for (const table of await tenantTables()) {
    const found = byTable.get(table) ?? [];
    const writer = found.find((policy) => policy.policy === 'writer');
    expect(writer, table).toMatchObject({ roles: '{khuyenhoc_writer}' });
    expect(writer?.seen, table).toContain('khuyenhoc.tenant');
    expect(writer?.check, table).toContain('khuyenhoc.tenant');
    const reader = found.find((policy) => policy.policy === 'reader');
    if (reader !== undefined) expect(reader.seen, table).toContain('khuyenhoc.tenant');
  }
  const open = policies
    .filter(({ table, seen }) => seen === 'true' && !referenceTables.includes(table))
    .map(({ table, roles }) => `${table} ${roles}`);
  expect(open).toEqual([
    'association {khuyenhoc_gate}',
    'identity {khuyenhoc_gate}',
    'mandate {khuyenhoc_gate}',
    'published_award {khuyenhoc_public}',
    'published_campaign {khuyenhoc_public}',
    'tenant {khuyenhoc_gate}',
  ]);
});

test('what is the same for every network is read by all roles and written by none', async () => {
  const grants = await db.asOwner<{ grant: string }>(
    `select table_name || ' ' || grantee || ' ' || privilege_type as grant from information_schema.role_table_grants
     where table_name = any($1) and grantee like 'khuyenhoc\\_%' order by 1`,
    [referenceTables],
  );
  const readers = ['gate', 'public', 'reader', 'writer'].map((role) => `khuyenhoc_${role} SELECT`);
  expect(grants.map(({ grant }) => grant)).toEqual(
    referenceTables.flatMap((table) => readers.map((reader) => `${table} ${reader}`)),
  );
});

describe('the login of the application', () => {
  test('owns nothing, may do nothing by itself, and passes no wall', async () => {
    const [login] = await db.asOwner(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'khuyenhoc_test_app'`,
    );
    expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    const client = new Client({ connectionString: db.appUrl });
    await client.connect();
    try {
      for (const table of await entityTables()) {
        await expect(client.query(`select from "${table}"`), table).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await client.end();
    }
  });

  test('cannot change the schema', async () => {
    const database = await openDatabase({ url: db.appUrl, poolSize: 1, statementTimeoutMs: 5_000 });
    const scope = { role: 'writer', tenantId: '01990000-0000-7000-8000-000000000001' as TenantId } as const;
    await expect(database.transaction(scope, (em) => em.execute('drop table donor'))).rejects.toThrow('must be owner');
    await database.close();
  });
});

test('histories, transfers and whatever else only grows can be changed or deleted by no role', async () => {
  const grants = await db.asOwner<{ table: string; role: string; right: string }>(
    `select table_name as table, grantee as role, privilege_type as right from information_schema.role_table_grants
     where table_schema = 'public' and grantee in ('khuyenhoc_reader', 'khuyenhoc_writer', 'khuyenhoc_public', 'khuyenhoc_gate', $1, 'PUBLIC')`,
    ['khuyenhoc_test_app'],
  );
  const growing = [
    'award_event',
    'campaign_event',
    'consent',
    'consent_withdrawal',
    'donation',
    'erasure',
    'file_evidence',
    'idempotency_key',
    'reported_figure',
    'rule_set_act',
    'publication_profile',
    'rule_set_version',
    'sealed_value',
    'transfer',
    'workflow_template',
  ];
  for (const table of growing) {
    const rights = grants.filter((grant) => grant.table === table);
    expect(
      rights.map((grant) => grant.right).filter((right) => right !== 'SELECT' && right !== 'INSERT'),
      table,
    ).toEqual([]);
    expect(rights, table).toContainEqual({ table, role: 'khuyenhoc_writer', right: 'INSERT' });
  }
  const changing = grants.filter((grant) => grant.right !== 'SELECT' && grant.role !== 'khuyenhoc_writer');
  expect(changing).toEqual([]);
});
