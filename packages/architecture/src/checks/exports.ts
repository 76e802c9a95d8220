import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';

// The tools that read these files ask for a default export.
const askedFor = /^\.config\/[^/]+\.config\.ts$/;

/** Names are exported one by one: no default exports, no `export *`. */
export function checkExports({ sources }: Repository): Report {
  return joinReports(
    sources.map(({ path, exportedNames, defaultExports, starExports }) => ({
      seen: exportedNames.length,
      faults: [
        ...(askedFor.test(path) ? [] : defaultExports).map(
          (line) => `${path}:${line} has a default export. Give it its name and export that.`,
        ),
        ...starExports.map(
          (line) => `${path}:${line} exports everything of another file. List the names: they are the promise.`,
        ),
      ],
    })),
  );
}
