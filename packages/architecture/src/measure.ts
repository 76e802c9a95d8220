import { Visitor } from 'oxc-parser';
import { lintOffsOf } from './checks/lint-offs.ts';
import type { SourceFile } from './source-file.ts';

/** What can be counted of good code. None of it proves quality; each of it shows where to look. */
export interface Figures {
  readonly files: number;
  /** Lines that hold more than a comment or blanks. */
  readonly codeLines: number;
  /** Of all lines of a file. */
  readonly medianLines: number;
  readonly longestFile: string;
  readonly longestLines: number;
  /** `as`, except `as const`, which narrows nothing. */
  readonly castsPerThousandLines: number;
  readonly lintOffsPerThousandLines: number;
  readonly anys: number;
  /** Comment lines among comment and code lines. */
  readonly commentShare: number;
}

/** Counts over the given files. */
export function measure(sources: readonly SourceFile[]): Figures {
  const sizes = sources
    .map((source) => ({ path: source.path, lines: linesIn(source.text) }))
    .toSorted((a, b) => a.lines - b.lines);
  const commentLines = sum(sources.map(commentLinesOf));
  const codeLines = sum(sources.map(codeLinesOf)) - commentLines;
  const escapes = sources.map(escapesOf);
  const thousands = Math.max(codeLines, 1) / 1000;
  return {
    files: sources.length,
    codeLines,
    medianLines: sizes[Math.floor(sizes.length / 2)]?.lines ?? 0,
    longestFile: sizes.at(-1)?.path ?? '',
    longestLines: sizes.at(-1)?.lines ?? 0,
    castsPerThousandLines: sum(escapes.map(({ casts }) => casts)) / thousands,
    lintOffsPerThousandLines: sum(sources.map((source) => lintOffsOf(source).length)) / thousands,
    anys: sum(escapes.map(({ anys }) => anys)),
    commentShare: commentLines / Math.max(commentLines + codeLines, 1),
  };
}

function escapesOf({ program }: SourceFile): { readonly casts: number; readonly anys: number } {
  let casts = 0;
  let anys = 0;
  new Visitor({
    TSAsExpression({ typeAnnotation }) {
      const isConst =
        typeAnnotation.type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const';
      if (!isConst) casts += 1;
    },
    TSAnyKeyword() {
      anys += 1;
    },
  }).visit(program);
  return { casts, anys };
}

/** Lines that a comment fills. One behind code belongs to the code. */
function commentLinesOf({ comments, text, lineAt }: SourceFile): number {
  const whole = comments.filter(({ start }) => text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '');
  return sum(whole.map(({ start, end }) => lineAt(end) - lineAt(start) + 1));
}

function codeLinesOf({ text }: SourceFile): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

function linesIn(text: string): number {
  return text.trimEnd().split('\n').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
