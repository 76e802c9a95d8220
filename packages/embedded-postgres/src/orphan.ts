import { execFile } from 'node:child_process';
import { readlink, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { postmasterFilePath, readPostmasterFile } from './postmaster-file.ts';
import { StepFailed } from './start-refusal.ts';

/**
 * Stops a PostgreSQL that runs on our folder although its parent was killed. We hold the folder's lock, so nobody uses it.
 * The process id in its file proves nothing, it may have been given to another program or the folder may be a copy: only a
 * process that is PostgreSQL and works in this very folder is touched.
 */
export async function stopOrphan(folder: string, log: (message: string) => void): Promise<void> {
  const found = await readPostmasterFile(folder);
  if (found === undefined) return;
  const relation = await processOn(found.pid, folder);
  if (relation === 'UNKNOWN') return;
  if (relation === 'OURS') {
    log(`PostgreSQL ${found.pid} was left behind on ${folder}; stopping it`);
    await endProcess(found.pid, folder);
  }
  // PostgreSQL would take any living process of that id for itself and refuse to start.
  await rm(postmasterFilePath(folder), { force: true });
}

/** Asks politely (open transactions roll back), then urgently (the next start recovers from the log). */
async function endProcess(pid: number, folder: string): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
      if ((await processOn(pid, folder)) !== 'OURS') return;
      await sleep(20);
    }
  }
  throw new StepFailed('ORPHAN', `PostgreSQL ${pid} runs on ${folder} and does not end`);
}

type Relation = 'OURS' | 'OTHER' | 'UNKNOWN';

async function processOn(pid: number, folder: string): Promise<Relation> {
  if (process.platform !== 'linux') return await processOnByCommandLine(pid, folder);
  try {
    const [program, workingDir] = await Promise.all([readlink(`/proc/${pid}/exe`), readlink(`/proc/${pid}/cwd`)]);
    return basename(program).startsWith('postgres') && workingDir === folder ? 'OURS' : 'OTHER';
  } catch (error) {
    // A process that is gone, or dead and not yet collected, has no links; one of another user hides them.
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'UNKNOWN' : 'OTHER';
  }
}

async function processOnByCommandLine(pid: number, folder: string): Promise<Relation> {
  const [program, args]: readonly [string, readonly string[]] =
    process.platform === 'win32'
      ? [
          'powershell',
          ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`],
        ]
      : ['ps', ['-ww', '-o', 'command=', '-p', String(pid)]];
  try {
    const { stdout } = await promisify(execFile)(program, [...args]);
    return stdout.includes('postgres') && stdout.includes(folder) ? 'OURS' : 'OTHER';
  } catch {
    return 'OTHER';
  }
}
