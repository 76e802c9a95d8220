import { joinReports, type Report } from '../report.ts';
import type { RepositoryFile } from '../repository-file.ts';
import type { Repository } from '../repository.ts';

interface Smell {
  readonly pattern: RegExp;
  readonly advice: string;
}

// Written so that no pattern finds itself in this file.
const smells: readonly Smell[] = [
  {
    pattern: /(?<![\w./:-])\/(work|home|Users|root)\/[\w.-]+/,
    advice: 'It is a path of one machine: make it relative, or take it from the configuration.',
  },
  {
    pattern: /[A-Z]:\\(Users|Windows)\b/,
    advice: 'It is a path of one machine: make it relative, or take it from the configuration.',
  },
  {
    pattern: /\b(registry\.(npmjs|yarnpkg)\.\w+|npm\.pkg\.github\.\w+|verdacci[o])\b/,
    advice: 'Whoever installs chooses the registry: do not name one.',
  },
  { pattern: /\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/, advice: 'Do it now, or open an issue.' },
];

/** No file speaks of one machine or registry, and none leaves work lying about. */
export function checkTextHygiene({ files }: Repository): Report {
  // Bad fixtures of this package smell on purpose.
  return joinReports(files.filter(({ path }) => !path.startsWith('packages/architecture/test/')).map(checkFile));
}

function checkFile({ path, text }: RepositoryFile): Report {
  const faults = text.split('\n').flatMap((line, index) =>
    smells.flatMap(({ pattern, advice }) => {
      const found = pattern.exec(line)?.[0];
      return found === undefined ? [] : [`${path}:${index + 1} says "${found}". ${advice}`];
    }),
  );
  return { seen: 1, faults };
}
