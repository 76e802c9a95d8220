import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { ownerName } from './database.ts';
import { spawnOnFolder } from './postgres-process.ts';
import type { ServerIdentity } from './server-identity.ts';
import { StepFailed } from './start-refusal.ts';

/** What a new database folder is made of. */
export interface NewCluster {
  readonly binaries: Binaries;
  readonly folder: string;
  readonly identity: ServerIdentity | undefined;
  readonly password: string;
  readonly fsync: boolean;
}

/** The major version of PostgreSQL whose finished database stands in a folder, or undefined while there is none. */
export async function clusterVersion(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text?.trim();
}

/** PostgreSQL of one major version cannot read the files of another, and says so only in words we keep out of the log. */
export function assertReadable(folder: string, found: string, binaries: Binaries): void {
  if (found === binaries.majorVersion) return;
  throw new StepFailed(
    'DATA_FOLDER',
    `${folder} was made by PostgreSQL ${found}, and this program brings PostgreSQL ${binaries.majorVersion}: ` +
      'dump it with the program that made it and restore the dump into an empty folder',
  );
}

/**
 * Makes a database in a folder beside its place and renames it, so that a first start cut short leaves nothing half made.
 * Text is UTF-8 and sorted by PostgreSQL's own C.UTF-8, which is the same on every operating system.
 */
export async function createCluster({ binaries, folder, identity, password, fsync }: NewCluster): Promise<void> {
  const staging = `${folder}.new`;
  const passwordFile = join(staging, 'password');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o700 });
  // initdb reads the password from a file that the user it runs as must be able to open; no argument list ever shows it.
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (identity !== undefined) {
    await chown(passwordFile, identity.uid, identity.gid);
    await chown(staging, identity.uid, identity.gid);
  }
  const args = (path: string) => [
    `--pgdata=${path}/data`,
    `--pwfile=${path}/password`,
    `--username=${ownerName}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(fsync ? [] : ['--no-sync']),
  ];
  await runToEnd(spawnOnFolder({ program: binaries.initdb, folder: staging, args, identity }));
  await rename(join(staging, 'data'), folder);
  await rm(staging, { recursive: true });
}

async function runToEnd(child: ReturnType<typeof spawnOnFolder>): Promise<void> {
  let output = '';
  const keepTail = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-2_000);
  };
  child.stdout?.on('data', keepTail);
  child.stderr?.on('data', keepTail);
  await once(child, 'close');
  if (child.exitCode !== 0)
    throw new StepFailed('INITDB', `initdb ended with ${child.exitCode ?? child.signalCode}: ${output.trim()}`);
}
