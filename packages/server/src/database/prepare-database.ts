import { startEmbeddedPostgres } from '@khuyenhoc/embedded-postgres';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { migrate, type SchemaNewer } from '@khuyenhoc/persistence';
import { Client } from 'pg';
import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { Closer } from '../shutdown.ts';
import { databaseUnreachable, type StartFailure } from '../start-failure.ts';
import { appLogin, createAppLogin } from './app-login.ts';

/** A database that is reachable and migrated. */
export interface PreparedDatabase {
  readonly ownerUrl: string;
  /** Where the application connects; it has no rights but the scoped roles where the server itself made the login. */
  readonly appUrl: string;
  /** That login, when it is another than the owner. */
  readonly appLogin: string | null;
  /** The migrations that had to be run, oldest first. */
  readonly applied: readonly string[];
  readonly closers: readonly Closer[];
}

/** Starts the embedded PostgreSQL or reaches the external one, and brings the schema to this version. */
export async function prepareDatabase(config: Config, logger: Logger): Promise<Result<PreparedDatabase, StartFailure>> {
  return config.database.kind === 'embedded'
    ? prepareEmbedded(config.dataDir, logger)
    : prepareExternal(config.database.url, config.database.ownerUrl);
}

async function prepareEmbedded(dataDir: string, logger: Logger): Promise<Result<PreparedDatabase, StartFailure>> {
  const started = await startEmbeddedPostgres({
    dataDir,
    log: (message) => logger.debug({ postgres: message }, 'postgres'),
  });
  if (!started.ok) return started;
  const { ownerUrl, stop } = started.value;
  const appUrl = await createAppLogin(ownerUrl);
  const migrated = await migrate({ ownerUrl, appLogin });
  if (migrated.ok) {
    const { applied } = migrated.value;
    return ok({ ownerUrl, appUrl, appLogin, applied, closers: [{ name: 'postgres', close: stop }] });
  }
  await stop();
  return err(schemaNewer(migrated.error));
}

async function prepareExternal(appUrl: string, ownerUrl: string): Promise<Result<PreparedDatabase, StartFailure>> {
  for (const url of new Set([appUrl, ownerUrl])) {
    const failure = await whyUnreachable(url);
    if (failure !== null) return err(failure);
  }
  const login = decodeURIComponent(new URL(appUrl).username);
  const separateLogin = login === decodeURIComponent(new URL(ownerUrl).username) ? null : login;
  const migrated = await migrate({ ownerUrl, appLogin: separateLogin });
  if (!migrated.ok) return err(schemaNewer(migrated.error));
  return ok({ ownerUrl, appUrl, appLogin: separateLogin, applied: migrated.value.applied, closers: [] });
}

async function whyUnreachable(url: string): Promise<StartFailure | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return null;
  } catch (error) {
    return databaseUnreachable(url, error);
  } finally {
    await client.end().catch(() => {});
  }
}

function schemaNewer({ unknown, known }: SchemaNewer): StartFailure {
  return { code: 'SCHEMA_NEWER', found: unknown.join(', '), known };
}
