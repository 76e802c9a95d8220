import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { measure, repositoryRoot } from '../src/index.ts';
import { aRepository } from './a-repository.ts';

test('the figures count code, comments, casts and checks that are switched off', () => {
  const text = `/** A header. */
const x = 1 as const; // behind code

// A line.
// oxlint-disable-next-line no-console -- shown
const y = x as number;
const z: any = y;
`;
  const { sources } = aRepository({ 'packages/kernel/src/x.ts': text, 'packages/kernel/src/y.ts': 'const a = 1;\n' });
  expect(measure(sources)).toEqual({
    files: 2,
    codeLines: 4,
    medianLines: 7,
    longestFile: 'packages/kernel/src/x.ts',
    longestLines: 7,
    castsPerThousandLines: 250,
    lintOffsPerThousandLines: 250,
    anys: 1,
    commentShare: 3 / 7,
  });
});

test('the command prints them for this repository', () => {
  const run = spawnSync(process.execPath, ['packages/architecture/src/figures.ts'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  expect(run.status).toBe(0);
  expect(run.stdout).toMatch(/^ +[1-9]\d* {2}files\n +[1-9]\d* {2}lines of code\n/);
});
