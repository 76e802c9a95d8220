import { readConfig } from '../config.ts';
import { prepareDatabase, type PreparedDatabase } from '../database/prepare-database.ts';
import { createLogger } from '../logger.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { sayFailure } from './say-failure.ts';

/** Runs a command on the configured database, reachable and of this version, and lets go of it; or says why there is none. */
export async function withDatabase(
  environment: CommandLine['environment'],
  run: (database: PreparedDatabase) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(environment);
  if (!config.ok) return sayFailure(config.error);
  const logger = createLogger({ level: config.value.logLevel, destination: process.stderr });
  const prepared = await prepareDatabase(config.value, logger);
  if (!prepared.ok) return sayFailure(prepared.error);
  try {
    return await run(prepared.value);
  } finally {
    for (const { close } of prepared.value.closers.toReversed()) await close();
  }
}
