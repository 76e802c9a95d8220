import { readConfig } from '../config.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { installJobs } from '../jobs/install-jobs.ts';
import { createLogger } from '../logger.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { sayFailure } from './say-failure.ts';

/**
 * Brings the database to this version, exactly as a start does, and prints what that took. For whoever upgrades a database
 * under the owner's login before the server runs under its own.
 */
export async function migrateDatabase(
  environment: CommandLine['environment'],
  { json }: { readonly json: boolean },
): Promise<ExitCode> {
  const config = readConfig(environment);
  if (!config.ok) return sayFailure(config.error);
  const logger = createLogger({ level: config.value.logLevel, destination: process.stderr });
  const prepared = await prepareDatabase(config.value, logger);
  if (!prepared.ok) return sayFailure(prepared.error);
  const { ownerUrl, appLogin, applied, closers } = prepared.value;
  try {
    await installJobs({ ownerUrl, appLogin });
  } finally {
    for (const { close } of closers.toReversed()) await close();
  }
  process.stdout.write(json ? `${JSON.stringify({ applied })}\n` : applied.length === 0 ? nothing : listed(applied));
  return 0;
}

const nothing = 'Lược đồ đã ở phiên bản này, không phải làm gì.\nThe schema is at this version already.\n';

function listed(applied: readonly string[]): string {
  return `Đã nâng cấp · applied:\n${applied.map((name) => `  ${name}\n`).join('')}`;
}
