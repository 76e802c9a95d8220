import { execFile, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';

/** A server of ours that is to end. */
export interface RunningServer {
  readonly child: ChildProcess;
  readonly exited: Promise<string>;
  readonly folder: string;
  readonly binaries: Binaries;
}

/** Ends the server: connections are cut, their transactions roll back, everything is written. Urgent only when that hangs. */
export async function stopPostmaster({ child, exited, folder, binaries }: RunningServer): Promise<void> {
  if (process.platform === 'win32') {
    // Windows knows no signals, so pg_ctl speaks to the server through a named pipe.
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w']).catch(() => child.kill());
    await exited;
    return;
  }
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    child.kill(signal);
    const patience = new AbortController();
    const ended = await Promise.race([
      exited.then(() => true),
      sleep(patienceMs, false, { signal: patience.signal }).catch(() => false),
    ]);
    patience.abort();
    if (ended) return;
  }
  await exited;
}
