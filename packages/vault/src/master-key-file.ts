import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const fileName = 'master.key';
const keyBytes = 32;

/**
 * The master key in a file that only its owner may read, made at the first start. It never enters the database, so a stolen
 * dump shows no personal value; whoever backs up the database must keep this file elsewhere, and safe.
 */
export async function readOrCreateMasterKey(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  const key = (await readIfThere(path)) ?? (await create(folder, path));
  if (key.length !== keyBytes)
    throw new RangeError(`${path} is not a master key: it has ${key.length} bytes instead of ${keyBytes}`);
  return key;
}

/** Written whole under another name first: of two servers that start at once, one's link wins and both read the same key. */
async function create(folder: string, path: string): Promise<Uint8Array> {
  const draft = join(folder, `${fileName}.${randomBytes(6).toString('hex')}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(randomBytes(keyBytes));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path);
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
