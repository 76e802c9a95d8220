import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { freePort } from './free-port.ts';
import { spawnOnFolder } from './postgres-process.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import type { ServerIdentity } from './server-identity.ts';
import { settingArguments } from './settings.ts';
import { StepFailed } from './start-refusal.ts';

/** What a database server is started with. */
export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly folder: string;
  readonly identity: ServerIdentity | undefined;
  readonly fsync: boolean;
  readonly log: (message: string) => void;
}

/** A database server that takes connections. */
export interface Postmaster {
  readonly port: number;
  readonly exited: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Failures that a second try cures: the port went to another program meanwhile, or backends of a killed server still end. */
const passing = /could not bind|Address already in use|pre-existing shared memory block|is still in use/;
const attempts = 10;

/** Starts PostgreSQL and waits until it takes connections, also through the recovery after a crash. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const running = launch(options, port);
    const failure = await untilReady(running, options.folder);
    if (failure === undefined) return running;
    if (attempt === attempts || !passing.test(failure)) throw new StepFailed('START', failure);
    await sleep(200);
  }
}

interface Running extends Postmaster {
  readonly child: ChildProcess;
  readonly lastLines: () => string;
}

function launch({ binaries, folder, identity, fsync, log }: PostmasterOptions, port: number): Running {
  const args = (path: string) => ['-D', path, ...settingArguments({ port, fsync })];
  const child = spawnOnFolder({ program: binaries.postgres, folder, identity, args });
  let lines: readonly string[] = [];
  const keep = (line: string) => {
    lines = [...lines.slice(-9), line];
    log(line);
  };
  if (child.stdout !== null) createInterface(child.stdout).on('line', keep);
  if (child.stderr !== null) createInterface(child.stderr).on('line', keep);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(`PostgreSQL ended with ${child.exitCode ?? child.signalCode}`));
  });
  // The last chance when the process ends without calling `stop`: better a clean end than an orphan.
  const endWithUs = () => void child.kill('SIGINT');
  process.once('exit', endWithUs);
  void exited.then(() => process.off('exit', endWithUs));
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopPostmaster({ child, exited, folder, binaries }));
  return { child, port, exited, stop, lastLines: () => lines.join('\n') };
}

/** Gives what went wrong, or undefined once the server is ready. Recovery of a large database takes its time. */
async function untilReady({ child, exited, lastLines, stop }: Running, folder: string): Promise<string | undefined> {
  const ended = exited.then((reason) => `${reason}: ${lastLines()}`);
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const failure = await Promise.race([ended, sleep(10, undefined)]);
    if (failure !== undefined) return failure;
    const status = await readPostmasterFile(folder);
    if (status?.ready === true && status.pid === child.pid) return undefined;
  }
  await stop();
  return `PostgreSQL was not ready within two minutes: ${lastLines()}`;
}
