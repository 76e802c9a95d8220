import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this package in a process of its own. */
export interface Program {
  readonly output: () => string;
  readonly errors: () => string;
  /** The address it listens on; rejects with what it said when it ends before. */
  readonly url: Promise<string>;
  readonly exit: Promise<number | null>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export type Environment = Readonly<Record<string, string>>;

const startLimitMs = 60_000;

/** Starts `src/<path>` with nothing in its environment but what is given, and what Node needs to run. */
export function startProgram(path: string, environment: Environment, args: readonly string[] = []): Program {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src', path), ...args], {
    env: { PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, 'close').then(() => child.exitCode);
  const url = new Promise<string>((resolve, reject) => {
    const tooLate = setTimeout(() => child.kill('SIGKILL'), startLimitMs);
    child.stdout.on('data', () => {
      const found = /khuyenhoc\s+(http:\/\/\S+)\/graphql/.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(tooLate);
      resolve(found);
    });
    child.once('close', (code) => {
      clearTimeout(tooLate);
      reject(new Error(`ended with ${code}: ${output}${errors}`));
    });
  });
  // Who waits for the exit alone does not care for the address.
  url.catch(() => {});
  return { output: () => output, errors: () => errors, url, exit, signal: (signal) => child.kill(signal) };
}

/** Runs a program to its end. */
export async function runProgram(path: string, environment: Environment, args: readonly string[] = []) {
  const program = startProgram(path, environment, args);
  const code = await program.exit;
  return { code, output: program.output(), errors: program.errors() };
}
