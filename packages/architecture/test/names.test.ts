import { describe, expect, test } from 'vitest';
import { checkFileNames, checkTypeNames } from '../src/index.ts';
import { aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

describe('names of files', () => {
  test('of the repository say what they hold', () => {
    expectInOrder(checkFileNames(theTree));
  });

  test.for([
    'packages/domain/src/award/award.workflow.ts',
    'packages/persistence/test/writer.integration.test.ts',
    'packages/persistence/src/migrations/Migration20260102030405_first.ts',
    '.config/vitest.config.ts',
  ])('may be %s', (path) => {
    expect(checkFileNames(aRepository({ [path]: '' })).faults).toEqual([]);
  });

  test.for([
    ['packages/domain/src/utils.ts', 'says nothing'],
    ['packages/domain/src/helpers/award.ts', 'says nothing'],
    ['packages/domain/src/common/award.ts', 'says nothing'],
    ['packages/domain/src/AwardState.ts', 'is not kebab-case'],
    ['packages/domain/src/award_state.ts', 'is not kebab-case'],
    ['packages/domain/src/award.service.ts', 'is not in the list'],
    ['packages/domain/src/Migration20260102030405_first.ts', 'is not kebab-case'],
  ])('may not be %s', ([path = '', fault]) => {
    expect(checkFileNames(aRepository({ [path]: '' })).faults).toEqual([expect.stringContaining(fault ?? '')]);
  });
});

describe('names of types', () => {
  test('of the repository are nouns of the field', () => {
    expectInOrder(checkTypeNames(theTree));
  });

  test.for([
    'interface IAward {}',
    'type AwardInfo = string;',
    'class AwardManager {}',
    'interface AwardImpl {}',
    'type AwardData = 1;',
    'class AwardHelper {}',
  ])('may not be: %s', (text) => {
    expect(checkTypeNames(aRepository({ 'packages/domain/src/x.ts': `\n${text}` })).faults).toEqual([
      expect.stringMatching(/^packages\/domain\/src\/x\.ts:2 names a type /),
    ]);
  });

  test('may begin with an I and end in the field’s words', () => {
    const text = 'interface Import {} type ImportId = string; class Identity {} type DatabaseUrl = string;';
    expectInOrder(checkTypeNames(aRepository({ 'packages/domain/src/x.ts': text })));
  });
});
