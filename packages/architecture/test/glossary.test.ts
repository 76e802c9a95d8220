import { describe, expect, test } from 'vitest';
import { checkGlossary, type Repository } from '../src/index.ts';
import { aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

function glossaryOf(cell: string): Repository {
  return aRepository({
    'packages/architecture/ARCHITECTURE.md': `## The words\n\n| word | means | exported as |\n| --- | --- | --- |\n| Award | a gift | ${cell} |\n`,
    'packages/domain/src/index.ts': "export { type Award, award } from './award.ts';",
    'packages/domain/src/award.ts': 'export type Award = 1; export type Hidden = 2; export const award = 1;',
  });
}

describe('the glossary', () => {
  test('names what the packages export', () => {
    expectInOrder(checkGlossary(theTree));
    expectInOrder(checkGlossary(glossaryOf('`Award`, `award`')));
  });

  test('refuses a name that no package exports', () => {
    expect(checkGlossary(glossaryOf('`Prize`')).faults).toEqual([
      expect.stringContaining('is Prize, which no package exports'),
    ]);
    expect(checkGlossary(glossaryOf('`Hidden`')).faults).toHaveLength(1);
  });

  test('refuses a word without a name, and one that has got its name meanwhile', () => {
    expect(checkGlossary(glossaryOf('')).faults).toEqual([expect.stringContaining('gives no exported name')]);
    expect(checkGlossary(glossaryOf('not yet')).faults).toEqual([expect.stringContaining('but Award is exported')]);
  });
});
