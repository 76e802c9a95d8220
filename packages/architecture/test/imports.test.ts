import { describe, expect, test } from 'vitest';
import { checkImports } from '../src/index.ts';
import { aManifest, aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

const manifests = {
  'packages/domain/package.json': aManifest('domain', {
    dependencies: { '@khuyenhoc/kernel': '1' },
    devDependencies: { canonicalize: '1' },
  }),
  'packages/kernel/package.json': aManifest('kernel', {
    exports: { '.': './src/index.ts', './testing': './src/testing.ts' },
  }),
};

function faultsOf(path: string, text: string): readonly string[] {
  return checkImports(aRepository({ ...manifests, [path]: text })).faults;
}

describe('imports', () => {
  test('of the repository are what its packages say', () => {
    expectInOrder(checkImports(theTree));
  });

  test('by name, by declared subpath and by relative file are in order', () => {
    const text = `import { ok } from '@khuyenhoc/kernel';
      import { aDay } from '@khuyenhoc/kernel/testing';
      import { award } from './award.ts';`;
    expect(faultsOf('packages/domain/src/x.ts', text)).toEqual([]);
  });

  test.for([
    [
      'a relative path that leaves its package',
      "import { x } from '../../kernel/src/money.ts';",
      'It leaves its package',
    ],
    ['a relative path without its ending', "import { x } from './money';", 'Name the file as it is'],
    ['a source that needs its tests', "import { x } from '../test/makers.ts';", 'Source never needs its tests'],
    ['an inner file of another package', "import { x } from '@khuyenhoc/kernel/src/money.ts';", 'It is an inner file'],
    [
      'a package that is not listed',
      "import type { x } from '@khuyenhoc/persistence';",
      'put a port in application/ports',
    ],
    ['a development dependency in source', "import canonicalize from 'canonicalize';", 'The domain is pure'],
    ['a re-export', "export { x } from '@khuyenhoc/persistence';", 'put a port in application/ports'],
    ['a dynamic import', "const x = await import('@khuyenhoc/persistence');", 'put a port in application/ports'],
    ['a builtin without its prefix', "import { join } from 'path';", 'Write node:path.'],
  ])('refuse %s', ([, text = '', advice = '']) => {
    expect(faultsOf('packages/domain/src/x.ts', `\n${text}`)).toEqual([expect.stringContaining(advice)]);
    expect(faultsOf('packages/domain/src/x.ts', `\n${text}`)[0]).toMatch(/^packages\/domain\/src\/x\.ts:2 imports /);
  });

  test('of tests may take development dependencies and the tools of tests, and nothing else', () => {
    const path = 'packages/domain/test/x.test.ts';
    expect(faultsOf(path, "import { test } from 'vitest'; import canonicalize from 'canonicalize';")).toEqual([]);
    expect(faultsOf(path, "import { Client } from 'pg';")).toEqual([expect.stringContaining('does not list pg')]);
  });
});
