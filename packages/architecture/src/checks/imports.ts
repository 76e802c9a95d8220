import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { packageNameOf } from '../layer-table.ts';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { SourceFile, SourceImport } from '../source-file.ts';
import { packageOf, type WorkspacePackage } from '../workspace-package.ts';

// What the root gives every test.
const testTools = ['vitest', 'fast-check'];

/**
 * What a file imports is what its package says it needs: relative paths stay inside the package and name the file,
 * other packages are named, and only what they export is taken.
 */
export function checkImports({ sources, packages }: Repository): Report {
  return joinReports(
    sources.flatMap((source) => {
      const home = packageOf(source.path, packages);
      return home === undefined ? [] : source.imports.map((found) => checkImport(source, found, home, packages));
    }),
  );
}

function checkImport(
  source: SourceFile,
  found: SourceImport,
  home: WorkspacePackage,
  packages: readonly WorkspacePackage[],
): Report {
  const fault = found.specifier.startsWith('.')
    ? relativeFault(source, found, home)
    : (packageFault(source, found, home) ?? innerFault(found, packages));
  return {
    seen: 1,
    faults: fault === undefined ? [] : [`${source.path}:${found.line} imports ${found.specifier}. ${fault}`],
  };
}

function relativeFault(
  { path }: SourceFile,
  { specifier }: SourceImport,
  { folder }: WorkspacePackage,
): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith(`${folder}/`)) return 'It leaves its package: import the other package by its name.';
  if (!/\.(ts|json)$/.test(specifier)) return 'Name the file as it is, with its `.ts`: Node runs it without a build.';
  if (path.startsWith(`${folder}/src/`) && target.startsWith(`${folder}/test/`))
    return 'Source never needs its tests: move it to src.';
  return undefined;
}

function packageFault({ path }: SourceFile, { specifier }: SourceImport, home: WorkspacePackage): string | undefined {
  const name = packageNameOf(specifier);
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? undefined : `Write node:${specifier}.`;
  if (name === home.name || home.dependencies.includes(name)) return undefined;
  if (path.startsWith(`${home.folder}/src/`)) return purityAdvice(home, name);
  if (home.devDependencies.includes(name) || testTools.includes(name)) return undefined;
  return `${home.folder}/package.json does not list ${name}: add it to its devDependencies.`;
}

function purityAdvice({ folder }: WorkspacePackage, name: string): string {
  if (folder === 'packages/domain') return 'The domain is pure: put a port in application/ports.';
  return `${folder}/package.json does not list ${name} among its dependencies, and the layer table decides whether it may.`;
}

function innerFault({ specifier }: SourceImport, packages: readonly WorkspacePackage[]): string | undefined {
  const name = packageNameOf(specifier);
  const other = packages.find((candidate) => candidate.name === name);
  if (other === undefined || `.${specifier.slice(name.length)}` in other.exports) return undefined;
  return `It is an inner file: take what ${name} exports, or let it export what is missing.`;
}
