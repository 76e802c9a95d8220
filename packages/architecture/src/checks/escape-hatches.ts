import { Visitor } from 'oxc-parser';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { SourceFile } from '../source-file.ts';

const testWords = new Set(['test', 'it', 'describe', 'suite']);
const leftOut = new Set(['only', 'skip', 'todo', 'skipIf', 'runIf']);

/** Nothing switches the compiler off (`any`, a cast through `unknown`), and no test is left out. */
export function checkEscapeHatches({ sources }: Repository): Report {
  return joinReports(sources.map(checkSource));
}

function checkSource(source: SourceFile): Report {
  const faults: string[] = [];
  const add = (position: number, fault: string): void => {
    faults.push(`${source.path}:${source.lineAt(position)} ${fault}`);
  };
  new Visitor({
    TSAnyKeyword: ({ start }) => add(start, 'says any. Say unknown and parse it, or name the type.'),
    TSNonNullExpression: ({ start }) =>
      add(start, 'claims with ! what nobody checked. Use present(value, what) of the kernel.'),
    TSAsExpression({ expression, start }) {
      if (expression.type !== 'TSAsExpression' || expression.typeAnnotation.type !== 'TSUnknownKeyword') return;
      add(start, 'casts through unknown. Parse the value, or let the type say what it is.');
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      if (!testWords.has(object.name) || !leftOut.has(property.name)) return;
      add(
        start,
        `leaves tests out with ${object.name}.${property.name}. Run them all, or delete the one that is wrong.`,
      );
    },
  }).visit(source.program);
  return { seen: 1, faults };
}
