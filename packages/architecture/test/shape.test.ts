import { describe, expect, test } from 'vitest';
import { checkExports, checkManifests, checkPlugins, checkTopLevel, readTopLevel } from '../src/index.ts';
import { aManifest, aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

describe('the top level', () => {
  test('holds what a stranger expects there and nothing else', () => {
    expectInOrder(checkTopLevel(readTopLevel()));
  });

  test('refuses what belongs into a package', () => {
    expect(checkTopLevel(['packages', '.github', 'notes.txt', 'src']).faults).toEqual([
      expect.stringContaining('notes.txt'),
      expect.stringContaining('src'),
    ]);
  });
});

describe('exports', () => {
  test('of the repository are named one by one', () => {
    expectInOrder(checkExports(theTree));
  });

  test.for([
    'export default 1;',
    'const x = 1; export { x as default };',
    "export * from './x.ts';",
    "export * as all from './x.ts';",
  ])('may not be: %s', (text) => {
    expect(checkExports(aRepository({ 'packages/kernel/src/x.ts': text })).faults).toHaveLength(1);
  });

  test('may be the default where a tool asks for it', () => {
    expect(checkExports(aRepository({ '.config/vitest.config.ts': 'export default 1;' })).faults).toEqual([]);
  });
});

describe('manifests', () => {
  test('of all packages introduce them', () => {
    expectInOrder(checkManifests(theTree));
  });

  test.for([
    [{ name: '@khuyenhoc/attic' }, 'Name it @khuyenhoc/kernel'],
    [{ description: undefined }, 'has no description'],
    [{ license: 'ISC' }, 'does not say "license": "MIT"'],
    [{ type: 'commonjs' }, 'does not say "type": "module"'],
  ] as const)('may not say %o', ([changes, fault]) => {
    const files = {
      'packages/kernel/package.json': aManifest('kernel', changes),
      'packages/kernel/README.md': '# Kernel',
    };
    expect(checkManifests(aRepository(files)).faults).toEqual([expect.stringContaining(fault)]);
  });

  test('stand beside a README of one page', () => {
    const files = { 'packages/kernel/package.json': aManifest('kernel') };
    expect(checkManifests(aRepository(files)).faults).toEqual([expect.stringContaining('README.md is missing')]);
    const long = { ...files, 'packages/kernel/README.md': 'line\n'.repeat(61) };
    expect(checkManifests(aRepository(long)).faults).toEqual([expect.stringContaining('has 61 lines')]);
  });
});

describe('plugins', () => {
  test('of the repository all have the same parts', () => {
    expectInOrder(checkPlugins(theTree));
  });

  test('may neither lack a part nor grow long', () => {
    const parts = ['README.md', 'src/index.ts', 'src/parameters.ts', 'test/scenarios.test.ts'];
    const files = Object.fromEntries(parts.map((part) => [`plugins/poor/${part}`, '']));
    const plugin = {
      ...files,
      'plugins/poor/package.json': aManifest('plugin-poor'),
      'plugins/poor/src/award.ts': '\n'.repeat(220),
    };
    expect(checkPlugins(aRepository(plugin)).faults).toEqual([
      expect.stringContaining('plugins/poor/src/rule.ts is missing'),
      expect.stringContaining('plugins/poor/src/award.ts has more than 220 lines'),
    ]);
  });
});
