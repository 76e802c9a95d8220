import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';

const cleanups: (() => unknown)[] = [];

afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s lets the answer in work finish, closes in reverse order and exits 0',
  async (signal) => {
    const program = await aProgram(['500', '5000']);
    const answer = fetch(`${program.url}/slow`);
    await program.said('working');
    program.child.kill(signal);
    expect(await (await answer).json()).toEqual({ done: true });
    expect(await program.exit).toEqual([0, null]);
    expect(program.lines.slice(1)).toEqual(['working', 'answered', 'second closed', 'first closed']);
  },
);

test('with nothing in work it is over in a moment, although a client keeps its connection', async () => {
  const program = await aProgram(['0', '5000']);
  await (await fetch(`${program.url}/slow`)).text();
  const startedAt = performance.now();
  program.child.kill('SIGTERM');
  expect(await program.exit).toEqual([0, null]);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('an answer that takes longer than the cap is cut, and the exit code tells', async () => {
  const program = await aProgram(['60000', '300']);
  const answer = fetch(`${program.url}/slow`).catch((error: unknown) => error);
  await program.said('working');
  program.child.kill('SIGTERM');
  expect(await program.exit).toEqual([1, null]);
  expect(await answer).toBeInstanceOf(TypeError);
  expect(program.lines).toContain('first closed');
});

test('a second Ctrl-C ends at once', async () => {
  const program = await aProgram(['60000', '30000']);
  fetch(`${program.url}/slow`).catch(() => {});
  await program.said('working');
  const startedAt = performance.now();
  program.child.kill('SIGINT');
  setTimeout(() => program.child.kill('SIGINT'), 100);
  expect(await program.exit).toEqual([130, null]);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a part that does not close keeps no other open, and the exit code tells', async () => {
  const program = await aProgram(['0', '1000', 'broken']);
  program.child.kill('SIGTERM');
  expect(await program.exit).toEqual([1, null]);
  expect(program.lines).toContain('first closed');
});

/** Starts the program and waits for its address. */
async function aProgram(args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'shutdown-process.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => child.kill('SIGKILL'));
  const exit = once(child, 'close');
  const lines: string[] = [];
  const waiting: { readonly line: string; readonly done: () => void }[] = [];
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    for (const { line: wanted, done } of waiting) if (line.startsWith(wanted)) done();
  });
  const said = (line: string) =>
    new Promise<void>((done) => {
      if (lines.some((known) => known.startsWith(line))) done();
      else waiting.push({ line, done });
    });
  await said('http://');
  return { child, exit, lines, said, url: lines[0] ?? '' };
}
