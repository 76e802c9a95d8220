import { repositoryOf, type Repository } from '../src/index.ts';

/** A repository of a test's own: path → text. */
export function aRepository(files: Readonly<Record<string, string>>): Repository {
  return repositoryOf(Object.entries(files).map(([path, text]) => ({ path, text })));
}

/** The package.json of a package that is in order, with what a test changes. */
export function aManifest(name: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const inOrder = { name: `@khuyenhoc/${name}`, description: 'What it holds', license: 'MIT', type: 'module' };
  return JSON.stringify({ ...inOrder, exports: { '.': './src/index.ts' }, ...changes });
}
