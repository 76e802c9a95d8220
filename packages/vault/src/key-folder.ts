import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { derive } from './derive.ts';
import type { KeyId, KeyProvider } from './key-provider.ts';
import { createKeyRing, type MasterKeys } from './key-ring.ts';
import { wrappingKeyOf } from './wrapped-key.ts';

/**
 * The default provider: a folder with `master.key`, with `master-0002.key` and so on after rotations, and with `index.key`. Only
 * its owner may read it, and it never enters the database: a stolen dump shows no personal value, and whoever backs up the
 * database keeps this folder elsewhere, and safe.
 */
const firstName = 'master.key';
const indexName = 'index.key';
const laterName = /^master-(\d{4})\.key$/;
const keyBytes = 32;

/** Opens the folder's keys, made at the first start. Keys that another server adds later are found when they are needed. */
export async function openKeyFolder(folder: string): Promise<KeyProvider> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (keyNames(folder).length === 0) await writeOnce(folder, firstName, randomBytes(keyBytes));
  const [oldest = firstName] = keyNames(folder);
  // Made of the first key while that is there, so that what older versions indexed is found; then it stands by itself.
  if (oldest === firstName) await writeOnce(folder, indexName, derive(readKey(folder, firstName), 'index'));
  return createKeyRing(readMasterKeys(folder), () => readMasterKeys(folder));
}

/** Adds a key, which is current from now on. The older ones stay readable until {@link retireMasterKeys}. */
export async function addMasterKey(folder: string): Promise<KeyId> {
  await openKeyFolder(folder);
  const number = Math.max(1, ...keyNames(folder).map(numberOf)) + 1;
  const key = randomBytes(keyBytes);
  await writeOnce(folder, `master-${String(number).padStart(4, '0')}.key`, key);
  return wrappingKeyOf(key).id;
}

/** How many master keys the folder holds: two or more while a rotation is under way. */
export function countMasterKeys(folder: string): number {
  return keyNames(folder).length;
}

/** Deletes all keys but the current one, and tells how many. What still lies under them can never be read again. */
export async function retireMasterKeys(folder: string): Promise<number> {
  const retired = keyNames(folder).slice(0, -1);
  for (const name of retired) await unlink(join(folder, name));
  return retired.length;
}

function readMasterKeys(folder: string): MasterKeys {
  const [first = firstName, ...later] = keyNames(folder);
  return {
    keys: [readKey(folder, first), ...later.map((name) => readKey(folder, name))],
    indexKey: readKey(folder, indexName),
  };
}

/** The files of keys, oldest first. */
function keyNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name === firstName || laterName.test(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(name: string): number {
  return Number(laterName.exec(name)?.[1] ?? 1);
}

function readKey(folder: string, name: string): Uint8Array {
  const path = join(folder, name);
  const key = readFileSync(path);
  if (key.length !== keyBytes)
    throw new RangeError(`${path} is not a master key: it has ${key.length} bytes instead of ${keyBytes}`);
  return key;
}

/** Written whole under another name first: of two servers that start at once, one's link wins and both read the same key. */
async function writeOnce(folder: string, name: string, key: Uint8Array): Promise<void> {
  const draft = join(folder, `${name}.${randomBytes(6).toString('hex')}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, join(folder, name));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
}
