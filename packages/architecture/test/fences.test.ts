import { describe, expect, test } from 'vitest';
import { checkCommands, checkGraphql, collectFences, repositoryRoot, runTypescriptFences } from '../src/index.ts';
import { knownCommands } from '../src/fences/known-commands.ts';
import { schemaPath } from '../src/fences/check-graphql.ts';
import { aManifest, aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

const fences = collectFences(theTree);

function pageWith(language: string, code: string): ReturnType<typeof collectFences> {
  const page = `# A page\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;
  return collectFences(
    aRepository({ 'packages/kernel/package.json': aManifest('kernel'), 'packages/kernel/README.md': page }),
  );
}

describe('fences', () => {
  test('are collected with their place, language and package', () => {
    expect(pageWith('ts check', 'const x = 1;')).toEqual([
      {
        path: 'packages/kernel/README.md',
        line: 4,
        language: 'ts',
        mode: 'check',
        code: 'const x = 1;\n',
        folder: 'packages/kernel',
      },
    ]);
  });

  test('in lists lose the indent of their list', () => {
    const page = aRepository({ 'README.md': '- so:\n\n  ```sh\n  pnpm test\n  ```\n' });
    expect(collectFences(page)).toMatchObject([{ code: 'pnpm test\n', line: 4, folder: '.' }]);
  });

  test('may name the package that they stand in', () => {
    expect(pageWith('ts in=plugins/poor', 'const x = 1;')).toMatchObject([{ folder: 'plugins/poor' }]);
  });
});

describe('TypeScript of the pages', () => {
  // Every piece is a process of its own, one after another: on a machine with other work they take minutes.
  test('compiles and runs', { timeout: 240_000 }, () => {
    expectInOrder(runTypescriptFences(fences, repositoryRoot));
  });

  test('is refused when it does not compile, with the line of the page', () => {
    const report = runTypescriptFences(pageWith('ts check', "const x = 1;\nconst y: number = 'one';"), repositoryRoot);
    expect(report.faults).toEqual([expect.stringMatching(/^packages\/kernel\/README\.md:5 does not compile: TS2322/)]);
  });

  test('is refused when it throws, unless it asks only to be checked', () => {
    const code = "throw new Error('a bad example');";
    expect(runTypescriptFences(pageWith('ts', code), repositoryRoot).faults).toEqual([
      expect.stringContaining('README.md:4 fails when it is run: Error: a bad example'),
    ]);
    expectInOrder(runTypescriptFences(pageWith('ts check', code), repositoryRoot));
  });

  test('may import what its package may, and nothing else', () => {
    expectInOrder(
      runTypescriptFences(pageWith('ts', "import { ok } from '@khuyenhoc/kernel';\nok(1);"), repositoryRoot),
    );
    expect(
      runTypescriptFences(pageWith('ts check', "import { x } from '@khuyenhoc/server';"), repositoryRoot).faults,
    ).toHaveLength(1);
  });
});

describe('commands of the pages', () => {
  test('are all run by somebody', () => {
    expectInOrder(checkCommands(fences, knownCommands, theTree.files));
  });

  test('are refused when nobody runs them', () => {
    const report = checkCommands(
      pageWith('sh', '# first\npnpm test\npnpm launch --now # soon'),
      knownCommands,
      theTree.files,
    );
    expect(report.faults).toEqual([
      expect.stringContaining('README.md:4 shows "pnpm launch --now", which nothing runs'),
    ]);
  });

  test('are refused when who ran them is gone', () => {
    const gone = [{ command: /^pnpm start$/, provenBy: 'packages/server/test/gone.test.ts' }];
    expect(checkCommands([], gone, theTree.files).faults).toEqual([expect.stringContaining('gone.test.ts is gone')]);
  });
});

describe('operations of the pages', () => {
  const sdl = 'type Query { award: String }';

  test('are valid against the printed schema', () => {
    const shown = fences.filter(({ language }) => language === 'graphql');
    const report = checkGraphql(fences, theTree.files.find(({ path }) => path === schemaPath)?.text);
    expect(report).toEqual({ seen: shown.length, faults: [] });
  });

  test('are refused when the schema or the grammar refuses them', () => {
    expectInOrder(checkGraphql(pageWith('graphql', '{ award }'), sdl));
    expect(checkGraphql(pageWith('graphql', '{ prize }'), sdl).faults).toEqual([
      expect.stringContaining('Cannot query field'),
    ]);
    expect(checkGraphql(pageWith('graphql', '{ award'), sdl).faults).toEqual([
      expect.stringContaining('shows no GraphQL'),
    ]);
    expect(checkGraphql(pageWith('graphql', '{ award }'), undefined).faults).toEqual([
      expect.stringContaining('is missing'),
    ]);
  });
});
