import { architecturePage } from '../layer-table.ts';
import { namesIn, tableUnder } from '../markdown-table.ts';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';

const openWord = 'not yet';

/** The words of the field, as the glossary lists them, are names that packages export; a word without a name says so. */
export function checkGlossary({ files, sources }: Repository): Report {
  const page = files.find(({ path }) => path === architecturePage)?.text ?? '';
  const exported = new Set(
    sources.filter(({ path }) => path.endsWith('/src/index.ts')).flatMap(({ exportedNames }) => exportedNames),
  );
  return joinReports(
    tableUnder(page, 'The words').map((row) => {
      const word = row.get('word') ?? '';
      const cell = row.get('exported as') ?? '';
      return { seen: 1, faults: wordFaults(word, cell, exported) };
    }),
  );
}

function wordFaults(word: string, cell: string, exported: ReadonlySet<string>): readonly string[] {
  if (cell === openWord) {
    const name = word.replaceAll(/\W/g, '');
    if (!exported.has(name)) return [];
    return [
      `${architecturePage} says that "${word}" is not in the code yet, but ${name} is exported. Write its name into the table.`,
    ];
  }
  const names = namesIn(cell);
  if (names.length === 0)
    return [`${architecturePage} gives no exported name for "${word}". Name it, or write "${openWord}".`];
  return names
    .filter((name) => !exported.has(name))
    .map(
      (name) => `${architecturePage} says that "${word}" is ${name}, which no package exports. Rename one of the two.`,
    );
}
