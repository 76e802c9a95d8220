import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const repository = `${import.meta.dirname}/../../..`;
const config = `${import.meta.dirname}/fixtures/reporter/vitest.config.ts`;

interface FixtureRun {
  readonly lastLine: string;
  readonly exitCode: number | null;
}

/** Runs real suites in a real runner of their own: the line is only worth what it says when things go wrong. */
function runFixtures(files: readonly string[], globalSetup?: string): FixtureRun {
  const env = {
    ...process.env,
    FIXTURE_FILES: files.join(','),
    ...(globalSetup === undefined ? {} : { FIXTURE_GLOBAL_SETUP: globalSetup }),
  };
  const run = spawnSync(process.execPath, [`${repository}/node_modules/vitest/vitest.mjs`, 'run', '--config', config], {
    env,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { lastLine: run.stdout.split('\n').at(-2) ?? '', exitCode: run.status };
}

describe('the last line of a run', () => {
  test('counts a failing and a skipped test beside the passing ones', () => {
    expect(runFixtures(['passing.ts', 'failing.ts', 'skipping.ts'])).toEqual({
      lastLine: '2 passed, 1 failed, 1 skipped',
      exitCode: 1,
    });
  });

  test('counts a file that does not load as failed', () => {
    expect(runFixtures(['passing.ts', 'throws-on-import.ts'])).toEqual({ lastLine: '2 passed, 1 failed', exitCode: 1 });
  });

  test('counts a group whose setup throws as failed', () => {
    expect(runFixtures(['setup-throws.ts'])).toEqual({ lastLine: '0 passed, 1 failed, 1 skipped', exitCode: 1 });
  });

  test('counts a rejection that nobody handled as failed', () => {
    expect(runFixtures(['unhandled-rejection.ts'])).toEqual({ lastLine: '1 passed, 1 failed', exitCode: 1 });
  });

  test('counts a run without any test file as failed', () => {
    expect(runFixtures(['nothing-here.ts'])).toEqual({ lastLine: '0 passed, 1 failed', exitCode: 1 });
  });

  test('counts a run whose global setup throws as failed', () => {
    expect(runFixtures(['passing.ts'], './global-setup-throws.ts').lastLine).toMatch(/^0 passed, [1-9]\d* failed/);
  });

  test('counts what passed, below what a teardown prints', () => {
    expect(runFixtures(['passing.ts'], './chatty-teardown.ts')).toEqual({
      lastLine: '2 passed, 0 failed',
      exitCode: 0,
    });
  });
});
