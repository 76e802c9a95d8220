import type { RepositoryFile } from './repository-file.ts';

/** A package of the workspace as its package.json tells it. */
export interface WorkspacePackage {
  /** Relative to the root: `packages/kernel`. */
  readonly folder: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly license: string | undefined;
  readonly type: string | undefined;
  /** What may be imported from outside: `.` and declared subpaths such as `./testing`, each with its file. */
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

const manifestPath = /^((?:packages|plugins|examples)\/[^/]+)\/package\.json$/;

/** The packages whose package.json is among the files. */
export function packagesOf(files: readonly RepositoryFile[]): readonly WorkspacePackage[] {
  return files.flatMap((file) => {
    const folder = manifestPath.exec(file.path)?.[1];
    return folder === undefined ? [] : [packageFrom(folder, JSON.parse(file.text))];
  });
}

/** The package that a file belongs to; tools and top-level files belong to none. */
export function packageOf(path: string, packages: readonly WorkspacePackage[]): WorkspacePackage | undefined {
  return packages.find(({ folder }) => path.startsWith(`${folder}/`));
}

function packageFrom(folder: string, manifest: unknown): WorkspacePackage {
  const fields = new Map(entriesOf(manifest));
  return {
    folder,
    name: textOf(fields.get('name')) ?? folder,
    description: textOf(fields.get('description')),
    license: textOf(fields.get('license')),
    type: textOf(fields.get('type')),
    exports: Object.fromEntries(entriesOf(fields.get('exports')).map(([key, value]) => [key, textOf(value) ?? ''])),
    dependencies: entriesOf(fields.get('dependencies')).map(([name]) => name),
    devDependencies: entriesOf(fields.get('devDependencies')).map(([name]) => name),
  };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
