import type { Repository } from '../repository.ts';
import { packageOf } from '../workspace-package.ts';

/** A block of code in a page. */
export interface Fence {
  /** The page. */
  readonly path: string;
  /** The line of its first code, counted from one. */
  readonly line: number;
  /** `ts`, `graphql`, `sh`, … */
  readonly language: string;
  /** What follows the language: `check` asks that the code is type-checked but not run, `in=plugins/x` where it would stand. */
  readonly mode: string;
  readonly code: string;
  /** The package that it stands in, which decides what it may import: the one it names, the one whose page it is, or the root. */
  readonly folder: string;
}

// A list item may indent its fence; the closing line repeats the opening one's indent.
const fencePattern = /^([ \t]*)```(\w+)?[ \t]*([^\n]*)\n([\s\S]*?)^\1```[ \t]*$/gm;

/** The fences of every page of the repository. */
export function collectFences({ files, packages }: Repository): readonly Fence[] {
  const pages = files.filter(({ path }) => path.endsWith('.md') && !path.includes('/fixtures/'));
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(fencePattern)].map((match) => {
      const [, indent = '', language = '', mode = '', code = ''] = match;
      return {
        path,
        line: text.slice(0, match.index).split('\n').length + 1,
        language,
        mode: mode.trim(),
        code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
        folder: /\bin=(\S+)/.exec(mode)?.[1] ?? packageOf(path, packages)?.folder ?? '.',
      };
    }),
  );
}
