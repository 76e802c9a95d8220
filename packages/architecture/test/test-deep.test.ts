import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../src/index.ts';

function deepRun(...given: readonly string[]): { readonly output: string; readonly exitCode: number | null } {
  const run = spawnSync(process.execPath, ['.config/test-deep.ts', ...given], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  return { output: run.stdout, exitCode: run.status };
}

describe('a deep run', () => {
  test('tells its seed first and its counts last', () => {
    const { output, exitCode } = deepRun('--seed', '42', 'packages/test-scale');
    expect(output).toContain('pnpm test:deep --seed 42\n');
    expect(output).toMatch(/\n[1-9]\d* passed, 0 failed\n$/);
    expect(exitCode).toBe(0);
  });

  test('refuses a seed that cannot be repeated', () => {
    expect(deepRun('--seed', 'abc')).toEqual({ output: '', exitCode: 2 });
  });
});
