import { createDatabaseFromTemplate } from '@khuyenhoc/embedded-postgres/testing';
import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral, type QueryResultRow } from 'pg';

/** An empty database on a PostgreSQL that the server did not start, with a login for the application that owns nothing. */
export interface ExternalDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Runs SQL as the owner. */
  readonly asOwner: <Row extends QueryResultRow>(sql: string) => Promise<readonly Row[]>;
  readonly drop: () => Promise<void>;
}

export async function anExternalDatabase(adminUrl: string): Promise<ExternalDatabase> {
  const database = await createDatabaseFromTemplate(adminUrl, 'template0');
  const appLogin = `app_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await run(adminUrl, `create role ${escapeIdentifier(appLogin)} login noinherit password ${escapeLiteral(password)}`);
  const appUrl = new URL(database.url);
  appUrl.username = appLogin;
  appUrl.password = password;
  return {
    ownerUrl: database.url,
    appUrl: appUrl.href,
    asOwner: (sql) => run(database.url, sql),
    drop: async () => {
      await database.drop();
      await run(adminUrl, `drop role ${escapeIdentifier(appLogin)}`);
    },
  };
}

async function run<Row extends QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
