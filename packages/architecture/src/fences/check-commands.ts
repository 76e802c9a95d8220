import { joinReports, type Report } from '../report.ts';
import type { RepositoryFile } from '../repository-file.ts';
import type { Fence } from './collect-fences.ts';
import type { KnownCommand } from './known-commands.ts';

const shell = new Set(['sh', 'bash', 'shell', 'console']);

/** Every command that a page shows is one that a test or the build runs. */
export function checkCommands(
  fences: readonly Fence[],
  known: readonly KnownCommand[],
  files: readonly RepositoryFile[],
): Report {
  const unproven = known.filter(({ provenBy }) => !files.some(({ path }) => path === provenBy));
  return joinReports([
    ...fences.filter(({ language }) => shell.has(language)).map((fence) => checkFence(fence, known)),
    {
      seen: known.length,
      faults: unproven.map(
        ({ command, provenBy }) => `${provenBy} is gone, which ran ${command.source}. Name the test that runs it now.`,
      ),
    },
  ]);
}

/** The commands of a fence: one a line, without comments; a backslash at the end joins two lines. */
function commandsOf(code: string): readonly string[] {
  return code
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#\s.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function checkFence({ path, line, code }: Fence, known: readonly KnownCommand[]): Report {
  const commands = commandsOf(code);
  const unknown = commands.filter((given) => !known.some(({ command }) => command.test(given)));
  return {
    seen: commands.length,
    faults: unknown.map(
      (given) =>
        `${path}:${line} shows "${given}", which nothing runs. Test it, and name the test in packages/architecture/src/fences/known-commands.ts.`,
    ),
  };
}
