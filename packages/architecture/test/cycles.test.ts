import { describe, expect, test } from 'vitest';
import { checkCycles } from '../src/index.ts';
import { aManifest, aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

describe('import cycles', () => {
  test('are not in the repository', () => {
    expectInOrder(checkCycles(theTree));
  });

  test('are found through several files and through types alone', () => {
    const cyclic = aRepository({
      'packages/domain/src/a.ts': "import { b } from './inner/b.ts';",
      'packages/domain/src/inner/b.ts': "import type { C } from '../c.ts';",
      'packages/domain/src/c.ts': "export { a } from './a.ts';",
    });
    expect(checkCycles(cyclic).faults).toEqual([
      expect.stringContaining(
        'packages/domain/src/a.ts → packages/domain/src/inner/b.ts → packages/domain/src/c.ts → packages/domain/src/a.ts is a cycle.',
      ),
    ]);
  });

  test('are found across packages', () => {
    const cyclic = aRepository({
      'packages/kernel/package.json': aManifest('kernel'),
      'packages/kernel/src/index.ts': "import { award } from '@khuyenhoc/domain';",
      'packages/domain/package.json': aManifest('domain'),
      'packages/domain/src/index.ts': "import { money } from '@khuyenhoc/kernel';",
    });
    expect(checkCycles(cyclic).faults).toHaveLength(1);
  });

  test('are not two ways to one file', () => {
    const diamond = aRepository({
      'packages/domain/src/a.ts': "import './b.ts'; import './c.ts';",
      'packages/domain/src/b.ts': "import './d.ts';",
      'packages/domain/src/c.ts': "import './d.ts';",
      'packages/domain/src/d.ts': '',
    });
    expectInOrder(checkCycles(diamond));
  });
});
