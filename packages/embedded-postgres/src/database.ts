import { Client, escapeIdentifier } from 'pg';

/** The superuser and the database that every embedded server has. */
export const ownerName = 'khuyenhoc';
export const databaseName = 'khuyenhoc';

/** The owner's address of a database on an embedded server. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${ownerName}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes a database unless it is there. Asked at each start, since a first start may have been cut short before it. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  });
}

/** Runs statements on one connection of its own. */
export async function withClient(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  // A connection cut while idle raises an event; the statement that meets it reports it.
  client.on('error', () => {});
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
