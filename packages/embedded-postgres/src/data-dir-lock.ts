import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The folder is ours until `release`, or it is somebody else's. `pid` is a hint for the message, not the lock. */
export type DataDirLock =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly pid: number | undefined };

/**
 * Takes the one lock of a data folder. Node has no flock, but SQLite inside Node locks a file through the operating system:
 * the kernel frees it when the process ends, however it ends, and neither a reused process id nor a container's own process
 * table can fool it. Nothing is ever stored in that file.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const pidFile = join(dataDir, 'server.pid');
  const lock = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    return { ok: false, pid: readPid(pidFile) };
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return { ok: true, release: () => void (lock.isOpen && lock.close()) };
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
