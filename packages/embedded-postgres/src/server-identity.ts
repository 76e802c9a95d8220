import { stat } from 'node:fs/promises';

/** The user and group that PostgreSQL runs as. */
export interface ServerIdentity {
  readonly uid: number;
  readonly gid: number;
}

/** The user that every Unix calls nobody; no user has to be made. */
const nobody: ServerIdentity = { uid: 65_534, gid: 65_534 };

/**
 * Whom PostgreSQL must run as, or undefined for "as we are". It refuses to run as root, so a root process lends it the owner
 * of the database folder, or nobody while there is none.
 */
export async function serverIdentity(folder: string): Promise<ServerIdentity | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  const owner = await stat(folder).catch(() => undefined);
  return owner === undefined || owner.uid === 0 ? nobody : { uid: owner.uid, gid: owner.gid };
}
