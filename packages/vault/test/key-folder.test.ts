import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantId } from '@khuyenhoc/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addMasterKey,
  countMasterKeys,
  createVault,
  masterKeysFrom,
  MasterKeyMissing,
  openKeyFolder,
  retireMasterKeys,
} from '../src/index.ts';
import { decryptBytes, encryptBytes } from '../src/cipher.ts';
import { derive } from '../src/derive.ts';

const tenant = '01930000-0000-7000-8000-000000000001' as TenantId;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the keys are made once, stay the same, and are readable by their owner alone', async () => {
  const first = await openKeyFolder(folder);
  const second = await openKeyFolder(folder);
  expect(second.currentKeyId()).toBe(first.currentKeyId());
  expect((await readdir(folder)).toSorted()).toEqual(['index.key', 'master.key']);
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600);
});

test('two servers that start at once end up with one key', async () => {
  const [left, right] = await Promise.all([openKeyFolder(folder), openKeyFolder(folder)]);
  const sealed = createVault({ keys: left });
  const key = sealed.newSubject();
  expect(createVault({ keys: right }).open(key, sealed.encrypt(key, 'Mơ'))).toBe('Mơ');
});

test('a damaged key file is refused rather than replaced', async () => {
  await writeFile(join(folder, 'master.key'), 'short');
  await expect(openKeyFolder(folder)).rejects.toThrow('5 bytes instead of 32');
});

test('what an older version wrapped, without the id of a key, is still opened, and its blind indexes are found', async () => {
  const masterKey = new Uint8Array(32).fill(5);
  await writeFile(join(folder, 'master.key'), masterKey);
  const keys = await openKeyFolder(folder);
  const subject = new Uint8Array(32).fill(9);
  const old = encryptBytes(derive(masterKey, 'wrap'), subject);
  expect(Buffer.from(keys.unwrap(old)).equals(subject)).toBe(true);
  expect(keys.isCurrent(old)).toBe(false);
  expect(Buffer.from(keys.indexKey()).equals(masterKeysFrom(masterKey).indexKey)).toBe(true);
  expect(() => decryptBytes(derive(new Uint8Array(32), 'wrap'), old)).toThrow();
});

describe('a rotation', () => {
  test('adds a key that wraps from now on; what lies under the older one stays readable, and so do equal blind indexes', async () => {
    const before = createVault({ keys: await openKeyFolder(folder) });
    const key = before.newSubject();
    const sealed = before.encrypt(key, 'Trường Trung Sơn');
    const id = await addMasterKey(folder);
    const keys = await openKeyFolder(folder);
    const after = createVault({ keys });
    expect(keys.currentKeyId()).toBe(id);
    expect(keys.isCurrent(key)).toBe(false);
    expect(keys.isCurrent(after.newSubject())).toBe(true);
    expect(after.open(key, sealed)).toBe('Trường Trung Sơn');
    const rewrapped = keys.wrap(keys.unwrap(key));
    expect(after.open(rewrapped, sealed)).toBe('Trường Trung Sơn');
    expect(after.blindIndex(tenant, 'person-match', 'mo')).toBe(before.blindIndex(tenant, 'person-match', 'mo'));
    // A server that was running all the time finds the new key when it first meets it, and then wraps under it too.
    expect(before.open(rewrapped, sealed)).toBe('Trường Trung Sơn');
    expect(keys.isCurrent(before.newSubject())).toBe(true);
  });

  test('once the older key is retired, what was left under it can never be read again', async () => {
    const before = createVault({ keys: await openKeyFolder(folder) });
    const key = before.newSubject();
    const sealed = before.encrypt(key, 'x');
    await addMasterKey(folder);
    const rewrapped = await openKeyFolder(folder).then((keys) => keys.wrap(keys.unwrap(key)));
    expect(countMasterKeys(folder)).toBe(2);
    expect(await retireMasterKeys(folder)).toBe(1);
    const after = createVault({ keys: await openKeyFolder(folder) });
    expect(() => after.open(key, sealed)).toThrow(MasterKeyMissing);
    expect(after.open(rewrapped, sealed)).toBe('x');
    expect(await retireMasterKeys(folder)).toBe(0);
    expect(after.blindIndex(tenant, 'person-match', 'mo')).toBe(before.blindIndex(tenant, 'person-match', 'mo'));
    // A third key follows the second.
    await addMasterKey(folder);
    expect((await readdir(folder)).toSorted()).toEqual(['index.key', 'master-0002.key', 'master-0003.key']);
  });
});
