import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';

/** What a second file of a concept may be. */
const suffixes = [
  'workflow',
  'entity',
  'mapper',
  'repository',
  'type',
  'queries',
  'mutations',
  'test',
  'integration.test',
  'contract',
  'config',
];
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// MikroORM runs migrations in the order of their names, and a name is the class in the file.
const migration = /\/migrations\/Migration\d{14}_[a-z0-9_]+\.ts$/;
const sayNothing = /^(utils?|helpers?|common|misc|managers?|shared|lib)$/;

/** Files and folders are named after a concept, in kebab-case, with at most one suffix of the closed list. */
export function checkFileNames({ sources }: Repository): Report {
  return joinReports(sources.map(({ path }) => ({ seen: 1, faults: migration.test(path) ? [] : faultsOf(path) })));
}

function faultsOf(path: string): readonly string[] {
  const parts = path.replace(/\.ts$/, '').split('/');
  const [name = '', ...rest] = (parts.at(-1) ?? '').split('.');
  const folders = parts.slice(0, -1).filter((folder) => folder !== '.config' && folder !== '.ci');
  const suffix = rest.join('.');
  const faults: string[] = [];
  for (const part of [...folders, name]) {
    if (!kebabCase.test(part)) faults.push(`${path}: "${part}" is not kebab-case. Rename it after its concept.`);
    if (sayNothing.test(part)) faults.push(`${path}: "${part}" says nothing. Name the file after what it holds.`);
  }
  if (suffix !== '' && !suffixes.includes(suffix)) {
    faults.push(
      `${path}: ".${suffix}" is not in the list (.${suffixes.join(' .')}). Use one of them or a name of its own.`,
    );
  }
  return faults;
}
