import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareBinaries } from './binaries.ts';
import { assertReadable, clusterVersion, createCluster } from './cluster.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { databaseName, ensureDatabase, urlOf } from './database.ts';
import { ownerPassword } from './owner-password.ts';
import { stopOrphan } from './orphan.ts';
import { startPostmaster } from './postmaster.ts';
import { serverIdentity } from './server-identity.ts';
import { inStep, StepFailed, type EmbeddedPostgresRefusal } from './start-refusal.ts';

/** Where the database lives and how it is run. */
export interface EmbeddedPostgresOptions {
  /** The folder that holds the database, its password and its lock. Made when missing. */
  readonly dataDir: string;
  /** Whether a commit waits for the disk. Off only where losing everything is fine: in tests. */
  readonly fsync?: boolean;
  /** Told what PostgreSQL writes and what a start had to repair, line by line. */
  readonly log: (message: string) => void;
}

/** A running PostgreSQL. */
export interface EmbeddedPostgres {
  /** The superuser's address, with its password: keep it out of logs. */
  readonly ownerUrl: string;
  readonly port: number;
  /** Whether this start made the database. */
  readonly created: boolean;
  readonly startedInMs: number;
  /** Settles when PostgreSQL ends, wanted or not, with the reason. */
  readonly exited: Promise<string>;
  /** Ends PostgreSQL cleanly and frees the folder. May be called more than once. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL on a data folder, making it at the first start. It listens on 127.0.0.1 alone, on a port that was
 * free, and asks for a password. One process owns the folder; a server left behind by a killed process is stopped first.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<
  | { readonly ok: true; readonly value: EmbeddedPostgres }
  | { readonly ok: false; readonly error: EmbeddedPostgresRefusal }
> {
  try {
    const dataDir = await inStep('DATA_FOLDER', () => prepareDataDir(options.dataDir));
    const lock = await inStep('DATA_FOLDER', () => lockDataDir(dataDir));
    if (!lock.ok) return { ok: false, error: { code: 'DATA_DIR_IN_USE', dataDir, pid: lock.pid } };
    try {
      return { ok: true, value: await startLocked(dataDir, options, lock.release) };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    const { step, message: detail } = error;
    return { ok: false, error: { code: 'EMBEDDED_POSTGRES_FAILED', dataDir: options.dataDir, step, detail } };
  }
}

async function startLocked(
  dataDir: string,
  { fsync = true, log }: EmbeddedPostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const startedAt = performance.now();
  const folder = join(dataDir, 'postgres');
  const found = await clusterVersion(folder);
  const identity = await inStep('DATA_FOLDER', () => serverIdentity(folder));
  const binaries = await inStep('BINARIES', () => prepareBinaries(identity));
  const password = await inStep('PASSWORD', () => ownerPassword(dataDir, found !== undefined));
  if (found === undefined) {
    await inStep('INITDB', () => createCluster({ binaries, folder, identity, password, fsync }));
  } else {
    assertReadable(folder, found, binaries);
    await inStep('ORPHAN', () => stopOrphan(folder, log));
  }
  const postmaster = await inStep('START', () => startPostmaster({ binaries, folder, identity, fsync, log }));
  try {
    await inStep('DATABASE', () => ensureDatabase(urlOf(postmaster.port, password, 'postgres'), databaseName));
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return {
    ownerUrl: urlOf(postmaster.port, password, databaseName),
    port: postmaster.port,
    created: found === undefined,
    startedInMs: Math.round(performance.now() - startedAt),
    exited: postmaster.exited,
    stop: async () => {
      await postmaster.stop();
      release();
    },
  };
}

/** Others may not look inside: besides the database the folder holds passwords and keys. */
async function prepareDataDir(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  return await realpath(path);
}
