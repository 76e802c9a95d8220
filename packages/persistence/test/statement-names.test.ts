import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * A connection prepares a statement once under its name and refuses another text under the same one. Which connection met which
 * statement first is chance, so a name given twice fails on some days only.
 */
test('no two statements bear one name', async () => {
  const root = join(import.meta.dirname, '../src');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const named = new Map<string, string[]>();
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/\/\*n:(\w+)\*\//g)) named.set(name, [...(named.get(name) ?? []), file]);
  }
  expect(named.size).toBeGreaterThan(50);
  expect([...named].filter(([, places]) => places.length > 1)).toEqual([]);
});
