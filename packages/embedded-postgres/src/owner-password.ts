import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StepFailed } from './start-refusal.ts';

/** The password of the database's owner, made at random with the database and kept in a file that only we may read. */
export async function ownerPassword(dataDir: string, clusterExists: boolean): Promise<string> {
  const file = join(dataDir, 'postgres-password');
  if (!clusterExists) {
    const password = randomBytes(24).toString('base64url');
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StepFailed('PASSWORD', `the database is there, but its password file ${file} cannot be read`, error);
  });
  return kept.trim();
}
