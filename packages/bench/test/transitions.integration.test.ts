import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Report } from '../src/index.ts';

const main = join(import.meta.dirname, '../src/main.ts');
const run = promisify(execFile);

test('`pnpm bench transitions --json` measures two sides that wrote the same rows', async () => {
  const few = ['--rounds', '1', '--in-flight', '32', '--share', '1'];
  const { stdout, stderr } = await run(process.execPath, [main, 'transitions', ...few, '--json']);
  const report = JSON.parse(stdout) as Report;

  // Each of 400 awards takes four steps; the approval posts money and a place, and so does the payment.
  expect(report.compared).toEqual({
    award: expect.stringMatching(/^400 rows [0-9a-f]{32}$/),
    award_event: expect.stringMatching(/^1600 rows [0-9a-f]{32}$/),
    sealed_value: expect.stringMatching(/^1200 rows [0-9a-f]{32}$/),
    transfer: expect.stringMatching(/^1600 rows [0-9a-f]{32}$/),
    account: expect.stringMatching(/^603 rows [0-9a-f]{32}$/),
    idempotency_key: expect.stringMatching(/^1600 rows [0-9a-f]{32}$/),
  });
  expect(report).toMatchObject({ durable: true, levels: [{ inFlight: 32 }] });
  expect(stderr).toContain('both sides wrote the same rows');
});

test('a level that is no number says what is needed and ends with 1', async () => {
  const wrong = run(process.execPath, [main, 'transitions', '--in-flight', 'many']);
  await expect(wrong).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('a whole number above zero') });
});
