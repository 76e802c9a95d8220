import { describe, expect, test } from 'vitest';
import { checkPurity } from '../src/index.ts';
import { aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

function faultsOf(text: string, path = 'packages/domain/src/award/x.ts'): readonly string[] {
  return checkPurity(aRepository({ [path]: text })).faults;
}

describe('kernel, audit, rules and domain', () => {
  test('touch no clock, chance, process, network or console', () => {
    expectInOrder(checkPurity(theTree));
  });

  test.for([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const chance = Math.random();',
    "const home = process.env['HOME'];",
    "const page = await fetch('http://localhost');",
    'setTimeout(() => {}, 10);',
    "console.log('x');",
    'const id = crypto.randomUUID();',
    'const id = globalThis.crypto.randomUUID();',
    'const outside = globalThis;',
    'run(crypto);',
    'const elapsed = performance.now();',
    "import { readFileSync } from 'node:fs';",
    "import { hash } from 'crypto';",
  ])('may not say: %s', (text) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(/^packages\/domain\/src\/award\/x\.ts:1 .* is pure/)]);
  });

  test.for([
    'const day = new Date(epochMs);',
    'const at = Date.parse(text);',
    'const larger = Math.max(1, 2);',
    'export async function digest(crypto: Digester, text: string) { return await crypto.digest(text); }',
    'const process = ({ steps }: Plan) => steps; process({ steps: [] });',
    'const plan = { process: 1, console: 2 };',
    'const name = award.process;',
  ])('may say: %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  test('are the only ones held to it', () => {
    expect(faultsOf('const now = Date.now();', 'packages/server/src/main.ts')).toEqual([]);
    expect(faultsOf('const now = Date.now();', 'packages/domain/test/x.test.ts')).toEqual([]);
  });
});
