import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running PostgreSQL says of itself in its folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly ready: boolean;
}

/** The path of the file that PostgreSQL keeps while it runs. */
export function postmasterFilePath(folder: string): string {
  return join(folder, 'postmaster.pid');
}

/** Reads `postmaster.pid`: the process id stands on the first line, the status on the eighth (pg_ctl waits on the same). */
export async function readPostmasterFile(folder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFilePath(folder), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}
