import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { ServerIdentity } from './server-identity.ts';

/** A program of PostgreSQL's and what it works on. `args` are made from the path under which the program sees the folder. */
export interface PostgresCommand {
  readonly program: string;
  readonly folder: string;
  readonly args: (folder: string) => readonly string[];
  readonly identity: ServerIdentity | undefined;
}

/**
 * Runs one of PostgreSQL's programs on a data folder, as the right user, in a process group of its own: Ctrl-C must reach our
 * process alone, which then ends the database after its last request.
 */
export function spawnOnFolder({ program, folder, args, identity }: PostgresCommand): ChildProcess {
  const access = folderAccess(folder, identity);
  try {
    return spawn(program, [...args(access.path)], {
      stdio: ['ignore', 'pipe', 'pipe', ...(access.descriptor === undefined ? [] : [access.descriptor])],
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: cleanEnvironment(),
      ...identity,
    });
  } finally {
    if (access.descriptor !== undefined) closeSync(access.descriptor);
  }
}

/**
 * A root process keeps its data folder closed to others, perhaps inside its own closed home, where the user that PostgreSQL
 * runs as could not walk to. On Linux the open folder is handed over as descriptor 3, whose path needs no walking.
 */
function folderAccess(folder: string, identity: ServerIdentity | undefined) {
  if (identity === undefined || process.platform !== 'linux') return { path: folder, descriptor: undefined };
  return { path: '/proc/self/fd/3', descriptor: openSync(folder, 'r') };
}

/** Settings meant for another server (PGPORT, PGDATA, PGOPTIONS …) must not reach ours, and messages stay in English. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
