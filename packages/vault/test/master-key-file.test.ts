import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrCreateMasterKey } from '../src/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the key is made once, stays the same, and is readable by its owner alone', async () => {
  const first = await readOrCreateMasterKey(folder);
  const second = await readOrCreateMasterKey(folder);
  expect(Buffer.from(second).equals(first)).toBe(true);
  expect((await stat(join(folder, 'master.key'))).mode & 0o777).toBe(0o600);
});

test('two servers that start at once end up with one key', async () => {
  const keys = await Promise.all([readOrCreateMasterKey(folder), readOrCreateMasterKey(folder)]);
  const again = await readOrCreateMasterKey(folder);
  for (const key of keys) expect(Buffer.from(key).equals(again)).toBe(true);
});

test('a damaged key file is refused rather than replaced', async () => {
  await writeFile(join(folder, 'master.key'), 'short');
  await expect(readOrCreateMasterKey(folder)).rejects.toThrow('5 bytes instead of 32');
});
