import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { withClient } from './database.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A PostgreSQL for one run of tests. */
export interface TestPostgres {
  /** The superuser's address. */
  readonly adminUrl: string;
  readonly dataDir: string;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** A database of one test's own. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Removes the database, cutting the connections that are still open. */
  readonly drop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL in a temporary folder, for a run of tests: it does not wait for the disk, everything else is as in
 * production. Works as root and as anybody. Meant for a global set-up: one server, then a database for each test file.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-test-'));
  const started = await startEmbeddedPostgres({ dataDir, fsync: false, log: () => {} });
  if (!started.ok) throw new Error(`no PostgreSQL for tests: ${JSON.stringify(started.error)}`);
  return {
    adminUrl: started.value.ownerUrl,
    dataDir,
    stop: async () => {
      await started.value.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes a database as a copy of `template`, to which nobody may be connected; "template0" gives an empty one. Tens of milliseconds. */
export async function createDatabaseFromTemplate(adminUrl: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const quoted = escapeIdentifier(name);
  await withClient(adminUrl, async (client) => {
    await client.query(`create database ${quoted} template ${escapeIdentifier(template)}`);
  });
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    drop: () =>
      withClient(adminUrl, async (client) => {
        await client.query(`drop database if exists ${quoted} with (force)`);
      }),
  };
}
