import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty data folder, removed when the test has ended. */
export async function aDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
