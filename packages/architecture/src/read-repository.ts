import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fenceFolderPrefix } from './fences/run-typescript.ts';
import type { RepositoryFile } from './repository-file.ts';
import { repositoryOf, type Repository } from './repository.ts';

/** Where the repository stands on this disk. */
export const repositoryRoot: string = resolve(import.meta.dirname, '../../..');

// Not ours: what the package manager, the version control and a running server put there.
const foreignFolders = new Set(['node_modules', 'dist', '.git', '.data', 'coverage']);
const textFile =
  /\.(ts|mts|js|mjs|json|jsonc|md|yaml|yml|graphql|sql|html|css|csv|txt|mmd|svg|snap)$|(^|\/)(LICENSE|run|Dockerfile|\.[a-z]+)$/;

/** Reads the text files of the repository from disk. The lockfile is left out: nobody writes it. */
export function readRepository(root: string = repositoryRoot): Repository {
  return repositoryOf([...filesBelow(root, '')]);
}

/** The names that stand at the top of the repository. */
export function readTopLevel(root: string = repositoryRoot): readonly string[] {
  return readdirSync(root).filter((name) => !foreignFolders.has(name));
}

function* filesBelow(root: string, folder: string): Generator<RepositoryFile> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && isOurs(entry.name)) yield* filesBelow(root, path);
    if (entry.isFile() && textFile.test(path) && path !== 'pnpm-lock.yaml') {
      yield { path, text: readFileSync(join(root, path), 'utf8') };
    }
  }
}

function isOurs(folder: string): boolean {
  return !foreignFolders.has(folder) && !folder.startsWith(fenceFolderPrefix);
}
