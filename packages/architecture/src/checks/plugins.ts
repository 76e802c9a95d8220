import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';

const parts = [
  'README.md',
  'package.json',
  'src/index.ts',
  'src/parameters.ts',
  'src/rule.ts',
  'test/scenarios.test.ts',
];
// About two hundred lines; a formatter that breaks one more of them is no reason to fail.
const fileLines = 220;

/** Who has read one plugin knows where everything is in the next: the same parts, each short. */
export function checkPlugins({ packages, files }: Repository): Report {
  const plugins = packages.filter(({ folder }) => folder.startsWith('plugins/'));
  return joinReports(
    plugins.map(({ folder }) => {
      const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
      const absent = parts.filter((part) => !own.some(({ path }) => path === `${folder}/${part}`));
      const long = own.filter(
        ({ path, text }) => path.startsWith(`${folder}/src/`) && text.split('\n').length > fileLines,
      );
      return {
        seen: 1,
        faults: [
          ...absent.map(
            (part) => `${folder}/${part} is missing. Every plugin has the same parts: ${parts.join(', ')}.`,
          ),
          ...long.map(
            ({ path }) =>
              `${path} has more than ${fileLines} lines. A rule that long is two rules, or belongs to the engine.`,
          ),
        ],
      };
    }),
  );
}
