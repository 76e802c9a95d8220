import type { SubjectKeys, UnitOfWork, Vault } from '@khuyenhoc/application';
import {
  createPostgresSubjectKeys,
  createPostgresUnitOfWork,
  openDatabase,
  type Database,
} from '@khuyenhoc/persistence';
import { createVault, openKeyFolder, type KeyProvider } from '@khuyenhoc/vault';
import { keyFolderOf } from '../application.ts';
import { readConfig } from '../config.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { sayFailure } from './say-failure.ts';
import { withDatabase } from './with-database.ts';

/** What a command needs that works on what is sealed: the keys, and the database under the application's own login. */
export interface OpenVault {
  readonly folder: string;
  readonly keys: KeyProvider;
  readonly vault: Vault;
  readonly subjectKeys: SubjectKeys;
  readonly unitOfWork: UnitOfWork;
  readonly database: Database;
}

/** Runs a command with the keys of the data folder and the configured database. It queues no jobs. */
export async function withVault(
  environment: CommandLine['environment'],
  run: (open: OpenVault) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(environment);
  if (!config.ok) return sayFailure(config.error);
  const folder = keyFolderOf(config.value);
  const { statementTimeoutMs } = config.value;
  return withDatabase(environment, async ({ appUrl }) => {
    const database = await openDatabase({ url: appUrl, poolSize: 2, statementTimeoutMs });
    try {
      const keys = await openKeyFolder(folder);
      return await run({
        folder,
        database,
        keys,
        vault: createVault({ keys }),
        subjectKeys: createPostgresSubjectKeys(database),
        unitOfWork: createPostgresUnitOfWork(database, { enqueue: () => Promise.reject(new Error('no jobs here')) }),
      });
    } finally {
      await database.close();
    }
  });
}
