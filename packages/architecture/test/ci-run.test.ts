import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../src/index.ts';

interface BuildRun {
  readonly lastLine: string;
  readonly exitCode: number | null;
}

/** Runs the real script; only the package manager is a stand-in, since a build that builds itself would not end. */
function build({ failing = '', line }: { readonly failing?: string; readonly line: string }): BuildRun {
  const run = spawnSync(`${repositoryRoot}/.ci/run`, {
    env: {
      ...process.env,
      PATH: `${import.meta.dirname}/fixtures/ci:${process.env['PATH'] ?? ''}`,
      FIXTURE_FAILING: failing,
      FIXTURE_LINE: line,
    },
    encoding: 'utf8',
  });
  return { lastLine: run.stdout.split('\n').at(-2) ?? '', exitCode: run.status };
}

describe('the build', () => {
  test('adds its five checks to what the tests count', () => {
    expect(build({ line: '10 passed, 0 failed, 2 skipped' })).toEqual({
      lastLine: '15 passed, 0 failed, 2 skipped',
      exitCode: 0,
    });
  });

  test.for(['install', 'types', 'lint', 'format:check', 'dead'])(
    'fails with a line that says so when %s fails',
    (failing) => {
      expect(build({ failing, line: '10 passed, 0 failed' })).toEqual({ lastLine: '14 passed, 1 failed', exitCode: 1 });
    },
  );

  test('counts failing tests', () => {
    expect(build({ failing: 'test', line: '9 passed, 1 failed' })).toEqual({
      lastLine: '14 passed, 1 failed',
      exitCode: 1,
    });
  });

  test('counts a test run that failed without saying so', () => {
    expect(build({ failing: 'test', line: '9 passed, 0 failed' })).toEqual({
      lastLine: '14 passed, 1 failed',
      exitCode: 1,
    });
  });

  test('counts a test run that died before it counted', () => {
    expect(build({ line: 'out of memory' })).toEqual({ lastLine: '5 passed, 1 failed', exitCode: 1 });
    expect(build({ failing: 'test', line: 'out of memory' })).toEqual({ lastLine: '5 passed, 1 failed', exitCode: 1 });
  });
});
