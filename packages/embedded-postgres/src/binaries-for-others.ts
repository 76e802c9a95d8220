import { chmod, cp, lstat, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StepFailed } from './start-refusal.ts';

/** Programs that root wants to run as somebody else, the name of their copy, and the folders that may hold it. */
export interface ProgramsForOthers {
  readonly native: string;
  readonly name: string;
  readonly places: readonly string[];
}

/**
 * A folder with the programs that every user may enter: the one they stand in, or else a copy, made once and kept for the
 * next start. A checkout in root's home or in a closed folder of a build machine needs it.
 */
export async function binariesForOthers({ native, name, places }: ProgramsForOthers): Promise<string> {
  if (await othersMayEnter(native)) return native;
  for (const place of places) {
    const safe = await prepareCache(place).catch(() => false);
    if (safe) return await copyOnce(native, join(place, name));
  }
  throw new StepFailed(
    'BINARIES',
    `root needs a folder to copy PostgreSQL to; none of these can be used: ${places.join(', ')}`,
  );
}

/** A folder that somebody else made or may write to could hold somebody else's programs. */
async function prepareCache(place: string): Promise<boolean> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  const found = await lstat(place);
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0 && (await othersMayEnter(place));
}

/** Copies beside the target and renames, so that a copy cut short is never taken for a whole one. */
async function copyOnce(native: string, target: string): Promise<string> {
  const exists = async () => (await stat(target).catch(() => undefined)) !== undefined;
  if (await exists()) return target;
  const partial = await mkdtemp(`${target}-`);
  try {
    await cp(native, partial, { recursive: true, verbatimSymlinks: true });
    await chmod(partial, 0o755);
    await rename(partial, target);
  } catch (error) {
    // Another process may have finished the same copy first.
    if (!(await exists())) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return target;
}

/** Whether a user without any rights of its own can walk to a folder: every folder above is open to all. */
async function othersMayEnter(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & 0o005) !== 0o005) return false;
  const above = dirname(path);
  return above === path || (await othersMayTraverse(above));
}

async function othersMayTraverse(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & 0o001) === 0) return false;
  const above = dirname(path);
  return above === path || (await othersMayTraverse(above));
}
