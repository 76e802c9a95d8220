import { isBuiltin } from 'node:module';
import { Visitor, type Argument, type Expression } from 'oxc-parser';
import { declaredNames } from '../declared-names.ts';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { SourceFile } from '../source-file.ts';

/** The packages whose answers depend on their arguments alone. */
const purePackages: readonly string[] = ['kernel', 'audit', 'rules', 'domain'];

// What reaches outside the arguments, or differs from one call, machine or year to the next.
const outside = new Set([
  'process',
  'console',
  'crypto',
  'globalThis',
  'performance',
  'fetch',
  'navigator',
  'localStorage',
]);
const outsideCalls = new Set([...outside, 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Date']);
const outsideMembers = new Set(['Date.now', 'Math.random']);

/** Kernel, audit, rules and domain touch no clock, chance, process, network or console. */
export function checkPurity({ sources }: Repository): Report {
  const pure = sources.filter(({ path }) => purePackages.some((name) => path.startsWith(`packages/${name}/src/`)));
  return joinReports(pure.map(checkSource));
}

function checkSource(source: SourceFile): Report {
  const faults: string[] = [];
  const local = declaredNames(source.program);
  const add = (what: string, position: number): void => {
    faults.push(
      `${source.path}:${source.lineAt(position)} uses ${what}. This package is pure: take the value as an argument.`,
    );
  };
  const isOutside = (name: string, names: ReadonlySet<string>): boolean => names.has(name) && !local.has(name);
  const addValue = (value: Expression | Argument | null): void => {
    if (value?.type === 'Identifier' && isOutside(value.name, outside)) add(value.name, value.start);
  };

  for (const { specifier, line } of source.imports) {
    if (isBuiltin(specifier))
      faults.push(`${source.path}:${line} imports ${specifier}. This package is pure: take the value as an argument.`);
  }
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier') return;
      const member = property.type === 'Identifier' ? `${object.name}.${property.name}` : object.name;
      if (isOutside(object.name, outside) || (outsideMembers.has(member) && !local.has(object.name)))
        add(member, start);
    },
    CallExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && isOutside(callee.name, outsideCalls)) add(`${callee.name}()`, start);
      given.forEach(addValue);
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) add('new Date()', start);
    },
    VariableDeclarator: ({ init }) => addValue(init),
  }).visit(source.program);
  return { seen: 1, faults };
}
