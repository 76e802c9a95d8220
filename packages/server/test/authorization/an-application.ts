import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, type Database } from '@khuyenhoc/persistence';
import { composeApplication, type Application } from '../../src/application.ts';
import { readConfig } from '../../src/config.ts';
import { anExternalDatabase, type ExternalDatabase } from '../an-external-database.ts';

/** Applications over one database of their own, each opening it in its own way. */
export interface TestApplications {
  readonly database: ExternalDatabase;
  readonly compose: (wrap?: (database: Database) => Database) => Promise<Application>;
  readonly close: () => Promise<void>;
}

export async function applicationsOn(adminUrl: string): Promise<TestApplications> {
  const database = await anExternalDatabase(adminUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-matrix-'));
  const appLogin = new URL(database.appUrl).username;
  const migrated = await migrate({ ownerUrl: database.ownerUrl, appLogin });
  if (!migrated.ok) throw new Error(migrated.error.code);
  const config = readConfig({ MODE: 'demo', DATA_DIR: dataDir, DATABASE_URL: database.appUrl });
  if (!config.ok) throw new Error(config.error.code);
  const opened: Application[] = [];
  const queue = { enqueue: () => Promise.reject(new Error('no job was expected')) };
  return {
    database,
    compose: async (wrap = (one) => one) => {
      const application = await composeApplication(config.value, database.appUrl, queue, async (options) =>
        wrap(await openDatabase(options)),
      );
      opened.push(application);
      return application;
    },
    close: async () => {
      for (const { closers } of opened) for (const { close } of closers.toReversed()) await close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
