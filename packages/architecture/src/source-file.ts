import { parseSync, type Comment, type Program } from 'oxc-parser';
import type { RepositoryFile } from './repository-file.ts';

/** One `import … from`, `export … from` or `import()` of a file. */
export interface SourceImport {
  readonly specifier: string;
  readonly line: number;
}

/** A TypeScript file, parsed. */
export interface SourceFile extends RepositoryFile {
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly SourceImport[];
  /** Names that the file exports. */
  readonly exportedNames: readonly string[];
  /** Lines with `export default`. */
  readonly defaultExports: readonly number[];
  /** Lines with `export *`. */
  readonly starExports: readonly number[];
  /** The line, counted from one, of a position in the text. */
  readonly lineAt: (position: number) => number;
}

/** Whether a path is TypeScript of ours. Fixtures are bad on purpose, and no code of the project. */
export function isSourcePath(path: string): boolean {
  return path.endsWith('.ts') && !path.includes('/fixtures/');
}

/** Parses a file. Throws when it is no TypeScript: nothing can be said about it then. */
export function parseSource(file: RepositoryFile): SourceFile {
  const { program, comments, module, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${file.path}: ${error.message}`);
  const lineAt = lineCounter(file.text);
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    // One request a statement, though each of its names repeats it.
    ...module.staticExports.flatMap(({ entries }) => entries.slice(0, 1).flatMap((entry) => entry.moduleRequest ?? [])),
  ].map(({ value, start }) => ({ specifier: value, line: lineAt(start) }));
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    specifier: file.text.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''),
    line: lineAt(start),
  }));
  return {
    ...file,
    program,
    comments,
    imports: [...requests, ...dynamic],
    exportedNames: exported.flatMap(({ exportName }) => exportName.name ?? []),
    defaultExports: program.body.filter(isDefaultExport).map(({ start }) => lineAt(start)),
    starExports: program.body.filter(({ type }) => type === 'ExportAllDeclaration').map(({ start }) => lineAt(start)),
    lineAt,
  };
}

function lineCounter(text: string): (position: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (position) => starts.findLastIndex((start) => start <= position) + 1;
}

function isDefaultExport(statement: Program['body'][number]): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true;
  if (statement.type !== 'ExportNamedDeclaration') return false;
  return statement.specifiers.some(({ exported }) => exported.type === 'Identifier' && exported.name === 'default');
}
