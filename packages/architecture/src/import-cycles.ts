import { posix } from 'node:path';
import { packageNameOf } from './layer-table.ts';
import type { Repository } from './repository.ts';
import type { SourceFile } from './source-file.ts';
import type { WorkspacePackage } from './workspace-package.ts';

/** File → files that it imports, across packages too. Imports of others' packages are left out. */
export function importGraph({ sources, packages }: Repository): ReadonlyMap<string, readonly string[]> {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map((source) => [source.path, targetsOf(source, packages).filter((target) => known.has(target))]),
  );
}

/** The cycles of a graph, each as the files on it, found by walking from every file once (depth first). */
export function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const cycles: (readonly string[])[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at !== -1) cycles.push(trail.slice(at));
    if (at !== -1 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return cycles;
}

function targetsOf({ path, imports }: SourceFile, packages: readonly WorkspacePackage[]): readonly string[] {
  return imports.flatMap(({ specifier }) => {
    if (specifier.startsWith('.')) return [posix.join(posix.dirname(path), specifier)];
    const name = packageNameOf(specifier);
    const target = packages.find((candidate) => candidate.name === name);
    const file = target?.exports[`.${specifier.slice(name.length)}`];
    return target === undefined || file === undefined ? [] : [posix.join(target.folder, file)];
  });
}
