import { namesIn, tableUnder } from './markdown-table.ts';
import type { WorkspacePackage } from './workspace-package.ts';

/** One row of the layer table in ARCHITECTURE.md: what a package, or each package of a folder, may import. */
export interface Layer {
  /** `kernel`, `plugins/*`, `examples/*`. */
  readonly row: string;
  /** Packages of ours, by their names. */
  readonly ours: readonly string[];
  /** Packages of others; `@scope/*` stands for all of a scope. */
  readonly theirs: readonly string[];
}

/** Where the table is written down. */
export const architecturePage = 'packages/architecture/ARCHITECTURE.md';

/** Reads the layer table. */
export function layersOf(page: string): readonly Layer[] {
  return tableUnder(page, 'The layers').map((row) => ({
    row: namesIn(row.get('package') ?? '')[0] ?? '',
    ours: namesIn(row.get('may import (ours)') ?? '').map((name) => `@khuyenhoc/${name}`),
    theirs: namesIn(row.get('may import (theirs)') ?? ''),
  }));
}

/** The row for a package: its own, or the one for its whole folder. */
export function layerOf(layers: readonly Layer[], { folder }: WorkspacePackage): Layer | undefined {
  const own = folder.replace(/^packages\//, '');
  return layers.find(({ row }) => row === own) ?? layers.find(({ row }) => row === folder.replace(/[^/]+$/, '*'));
}

/** Whether a row stands for a folder of packages, each of which takes what it needs from the row. */
export function isFolderRow({ row }: Layer): boolean {
  return row.endsWith('/*');
}

/** Whether a name is covered by a list that may hold whole scopes. */
export function covers(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name,
  );
}

/** The package that a specifier names: `@scope/name/inner` is of `@scope/name`. */
export function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
