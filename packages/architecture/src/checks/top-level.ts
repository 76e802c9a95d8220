import type { Report } from '../report.ts';

const allowed = new Set([
  'packages',
  'plugins',
  'examples',
  'pnpm-workspace.yaml',
  'package.json',
  'tsconfig.base.json',
  'README.md',
  'LICENSE',
  'pnpm-lock.yaml',
]);

/** What stands at the top is what a stranger sees first, so it is a closed list. Names that begin with a dot are the tools'. */
export function checkTopLevel(entries: readonly string[]): Report {
  return {
    seen: entries.length,
    faults: entries
      .filter((entry) => !entry.startsWith('.') && !allowed.has(entry))
      .map(
        (entry) =>
          `${entry} stands at the top of the repository. Move it into the package it belongs to, or into .config.`,
      ),
  };
}
