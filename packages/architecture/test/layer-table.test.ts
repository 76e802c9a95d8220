import { describe, expect, test } from 'vitest';
import { checkLayerTable, type Repository } from '../src/index.ts';
import { aManifest, aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

const page = `# The house

## The layers

| package | holds | may import (ours) | may import (theirs) |
| --- | --- | --- | --- |
| \`kernel\` | money | – | – |
| \`persistence\` | rows | \`kernel\` | \`@mikro-orm/*\`, \`pg\` |
| \`plugins/*\` | rules | \`rules\` | \`zod\`, \`zen\` |
`;
const persistence = { '@khuyenhoc/kernel': '1', '@mikro-orm/core': '1', pg: '1' };
const inOrder = {
  'packages/architecture/ARCHITECTURE.md': page,
  'packages/kernel/package.json': aManifest('kernel'),
  'packages/persistence/package.json': aManifest('persistence', { dependencies: persistence }),
  'plugins/poor/package.json': aManifest('plugin-poor', { dependencies: { '@khuyenhoc/rules': '1' } }),
};

function houseWith(changes: Readonly<Record<string, string>>): Repository {
  return aRepository({ ...inOrder, ...changes });
}

describe('the layer table', () => {
  test('is what every package.json of the repository says', () => {
    expectInOrder(checkLayerTable(theTree));
  });

  test('accepts packages that list what it says, and plugins that choose from it', () => {
    expectInOrder(checkLayerTable(houseWith({})));
  });

  test('refuses a dependency that goes up', () => {
    const kernel = aManifest('kernel', { dependencies: { '@khuyenhoc/persistence': '1' } });
    expect(checkLayerTable(houseWith({ 'packages/kernel/package.json': kernel })).faults).toEqual([
      expect.stringContaining('packages/kernel/package.json depends on @khuyenhoc/persistence.'),
    ]);
  });

  test('refuses a plugin that looks past the rules', () => {
    const plugin = aManifest('plugin-poor', { dependencies: { '@khuyenhoc/domain': '1' } });
    expect(checkLayerTable(houseWith({ 'plugins/poor/package.json': plugin })).faults).toEqual([
      expect.stringContaining('A plugin sees the rules alone'),
    ]);
  });

  test("refuses somebody else's package that the row does not name", () => {
    const kernel = aManifest('kernel', { dependencies: { lodash: '1' } });
    expect(checkLayerTable(houseWith({ 'packages/kernel/package.json': kernel })).faults).toEqual([
      expect.stringContaining('depends on lodash'),
    ]);
  });

  test('refuses a row that promises more than the package takes', () => {
    const { pg: _, ...others } = persistence;
    const changed = aManifest('persistence', { dependencies: others });
    expect(checkLayerTable(houseWith({ 'packages/persistence/package.json': changed })).faults).toEqual([
      expect.stringContaining('says that `persistence` may import pg'),
    ]);
  });

  test('refuses a package without a row and a row without a package', () => {
    const { 'packages/kernel/package.json': kernel, ...others } = inOrder;
    expect(checkLayerTable(aRepository({ ...others, 'packages/attic/package.json': kernel })).faults).toEqual([
      expect.stringContaining('packages/attic has no row'),
      expect.stringContaining('has a row for `kernel`, which is no package'),
    ]);
  });

  test('refuses a repository without the page', () => {
    expect(checkLayerTable(aRepository({})).faults).toEqual([expect.stringContaining('is missing')]);
  });
});
