import type { RepositoryFile } from './repository-file.ts';
import { packagesOf, type WorkspacePackage } from './workspace-package.ts';
import { isSourcePath, parseSource, type SourceFile } from './source-file.ts';

/** Everything the checks look at, as plain values: a bad example is built in a test as easily as the real tree is read. */
export interface Repository {
  readonly files: readonly RepositoryFile[];
  /** The TypeScript files, parsed. Bad fixtures are not among them. */
  readonly sources: readonly SourceFile[];
  readonly packages: readonly WorkspacePackage[];
}

/** Parses what was read. */
export function repositoryOf(files: readonly RepositoryFile[]): Repository {
  return {
    files,
    sources: files.filter(({ path }) => isSourcePath(path)).map(parseSource),
    packages: packagesOf(files),
  };
}
