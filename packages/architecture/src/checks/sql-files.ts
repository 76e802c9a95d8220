import { Visitor } from 'oxc-parser';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { SourceFile } from '../source-file.ts';
import type { SqlFile } from '../sql-files.ts';

const listedIn = 'packages/architecture/src/sql-files.ts';
const steppingPast = new Set(['executeQuery', 'execute', 'getKysely']);
const databaseLibrary = /^(@mikro-orm\/|kysely$)/;
// Persistence's own way to send a statement inside the unit of work: who calls it writes SQL as much as who uses Kysely.
const ownStatement = 'statement';

/** The files that use MikroORM's connection with SQL of their own are exactly those of the list. */
export function checkSqlFiles({ sources }: Repository, listed: readonly SqlFile[]): Report {
  const reports = sources.filter(({ path }) => path.includes('/src/')).map((source) => checkSource(source, listed));
  const gone = listed.filter((entry) => !sources.some((source) => isListed(source, [entry]) && writesSql(source)));
  const bare = listed.filter(({ reason }) => reason.trim().length < 20);
  return joinReports([
    ...reports,
    {
      seen: listed.length,
      faults: gone.map(({ path }) => `${listedIn} lists ${path}, which writes no SQL. Remove it.`),
    },
    { seen: 0, faults: bare.map(({ path }) => `${listedIn} gives no reason for ${path}. Say why entities do not do.`) },
  ]);
}

/** Whether a file sends SQL of its own through MikroORM's connection or its Kysely. */
function writesSql({ program, imports }: SourceFile): boolean {
  if (!imports.some(({ specifier }) => databaseLibrary.test(specifier) || specifier.endsWith('/database.ts')))
    return false;
  let found = false;
  new Visitor({
    CallExpression({ callee }) {
      found ||= callee.type === 'Identifier' && callee.name === ownStatement;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      found ||= steppingPast.has(callee.property.name);
    },
    Identifier({ name }) {
      found ||= name === 'CompiledQuery';
    },
  }).visit(program);
  return found;
}

function checkSource(source: SourceFile, listed: readonly SqlFile[]): Report {
  if (!writesSql(source) || isListed(source, listed)) return { seen: 1, faults: [] };
  return {
    seen: 1,
    faults: [`${source.path} writes SQL of its own. Use entities, or list it with its reason in ${listedIn}.`],
  };
}

function isListed(source: SourceFile, listed: readonly SqlFile[]): boolean {
  return listed.some(({ path }) => source.path === path || (path.endsWith('/') && source.path.startsWith(path)));
}
