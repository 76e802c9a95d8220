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
  const rows = Object.entries(report.compared).map(([table, sum]) => `${table} ${sum.replace(/ [0-9a-f]{32}$/, '')}`);
  expect(rows).toEqual([
    'award 400 rows',
    'award_event 1600 rows',
    'sealed_value 1200 rows',
    'transfer 1600 rows',
    'account 603 rows',
    'award_total 800 rows',
    'idempotency_key 1600 rows',
  ]);
  expect(report).toMatchObject({ durable: true, levels: [{ inFlight: 32 }] });
  expect(stderr).toContain('both sides wrote the same rows');
});

test('a level that is no number says what is needed and ends with 1', async () => {
  const wrong = run(process.execPath, [main, 'transitions', '--in-flight', 'many']);
  await expect(wrong).rejects.toThrow('a whole number above zero');
  await expect(wrong).rejects.toMatchObject({ code: 1 });
});
