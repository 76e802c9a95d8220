import { describe, expect, test } from 'vitest';
import { checkEscapeHatches, checkLintOffs, checkTextHygiene } from '../src/index.ts';
import { aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

describe('texts', () => {
  test('of the repository speak of the project alone', () => {
    expectInOrder(checkTextHygiene(theTree));
  });

  test.for([
    ['see ', 'work', 'notes.md'].join('/'),
    'cd /home/lan/khuyenhoc',
    'open C:\\Users\\lan',
    ['curl https://registry', 'npmjs', 'org/zod'].join('.'),
    '// TODO: later',
    '// FIXME',
  ])('may not say: %s', (line) => {
    expect(checkTextHygiene(aRepository({ 'packages/kernel/README.md': `\n${line}\n` })).faults).toEqual([
      expect.stringMatching(/^packages\/kernel\/README\.md:2 says /),
    ]);
  });

  test.for(['the route /members/home/list', 'https://example.org/work/1', 'the field todo', './home/x'])(
    'may say: %s',
    (line) => {
      expectInOrder(checkTextHygiene(aRepository({ 'packages/kernel/README.md': line })));
    },
  );
});

describe('escape hatches', () => {
  test('are not used in the repository', () => {
    expectInOrder(checkEscapeHatches(theTree));
  });

  test.for([
    'const x: any = 1;',
    'const x = y as any;',
    'const x = y as unknown as Award;',
    'const x = y!.z;',
    "test.only('x', () => {});",
    "describe.skip('x', () => {});",
    "it.todo('x');",
    "test.skipIf(true)('x', () => {});",
  ])('may not be: %s', (text) => {
    expect(checkEscapeHatches(aRepository({ 'packages/kernel/test/x.test.ts': text })).faults).toHaveLength(1);
  });

  test('are not what only looks like one', () => {
    const text = "const x = 'as any'; // any\nconst y = { only: 1 }.only; const z = 1 as const; queue.skip();";
    expectInOrder(checkEscapeHatches(aRepository({ 'packages/kernel/src/x.ts': text })));
  });
});

describe('checks that are switched off', () => {
  test('each have a reason in the repository', () => {
    expectInOrder(checkLintOffs(theTree));
  });

  test.for([
    '// oxlint-disable-next-line no-console',
    '/* eslint-disable */',
    '// oxlint-disable-next-line no-console -- why',
    '// @ts-expect-error',
    '// @ts-ignore -- a long reason is no reason',
    '// @ts-nocheck',
  ])('may not be: %s', (comment) => {
    expect(checkLintOffs(aRepository({ 'packages/kernel/src/x.ts': `\n${comment}\nconst x = 1;` })).faults).toEqual([
      expect.stringMatching(/^packages\/kernel\/src\/x\.ts:2 says /),
    ]);
  });

  test('may say why', () => {
    const text = '// oxlint-disable-next-line no-console -- the command line prints\nconst x = 1;';
    expectInOrder(checkLintOffs(aRepository({ 'packages/kernel/src/x.ts': text })));
  });
});
