import { openDatabase, migrate, type Database } from '@khuyenhoc/persistence';
import { createDatabaseFromTemplate } from '@khuyenhoc/embedded-postgres/testing';
import { Client, type QueryResultRow } from 'pg';
import { inject } from 'vitest';

/** The login that the application has in production: no rights of its own but membership of the roles. */
const appLogin = 'khuyenhoc_test_app';
const template = 'khuyenhoc_test_template';

/** A migrated database of one test file's own, as the application's login sees it and as its owner does. */
export interface TestDatabase {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Another server's connections to the same database. */
  open(poolSize?: number): Promise<Database>;
  /** Runs SQL as the owner, who is a superuser here: past both walls. */
  asOwner<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Makes a database from the run's template, which the first caller migrates. */
export async function aDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('postgresAdminUrl');
  const copy = await withTemplate(adminUrl, () => createDatabaseFromTemplate(adminUrl, template));
  const owner = new Client({ connectionString: copy.url });
  await owner.connect();
  const appUrl = new URL(copy.url);
  appUrl.username = appLogin;
  appUrl.password = appLogin;
  const opened: Database[] = [];
  const open = async (poolSize = 4): Promise<Database> => {
    const database = await openDatabase({ url: appUrl.href, poolSize, statementTimeoutMs: 30_000 });
    opened.push(database);
    return database;
  };
  return {
    database: await open(),
    ownerUrl: copy.url,
    appUrl: appUrl.href,
    open,
    asOwner: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await (values.length === 0 ? owner.query<Row>(sql) : owner.query<Row>(sql, [...values]))).rows,
    close: async () => {
      for (const database of opened) await database.close();
      await owner.end();
      await copy.drop();
    },
  };
}

/** One file of tests at a time: the first one migrates the template, and nobody is connected to it while it is copied. */
async function withTemplate<Value>(adminUrl: string, work: () => Promise<Value>): Promise<Value> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(hashtext('khuyenhoc test template'))");
    const { rows } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rows.length === 0) await makeTemplate(adminUrl, admin);
    return await work();
  } finally {
    await admin.end();
  }
}

async function makeTemplate(adminUrl: string, admin: Client): Promise<void> {
  await admin.query(`create role ${appLogin} login password '${appLogin}'`);
  await admin.query(`create database ${template} template template0`);
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  const migrated = await migrate({ ownerUrl: url.href, appLogin });
  if (!migrated.ok) throw new Error(`the template was not migrated: ${migrated.error.code}`);
}
