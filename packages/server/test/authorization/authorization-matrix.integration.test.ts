import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { actors } from './actors.ts';
import { aWorld, type World } from './a-world.ts';
import { applicationsOn, type TestApplications } from './an-application.ts';
import { schema } from './ask.ts';
import { matrixText, type MatrixRow } from './matrix-text.ts';
import { asRequestsAre, measureFields, measureMutations, measureRoot, type MutationCell } from './measure-matrix.ts';
import { asFarAsItGoes, mutationInputs } from './mutation-inputs.ts';
import { isAnswerOfMutation, objectTypes } from './schema-paths.ts';
import { isShell } from './shells.ts';
import { undone, type Writes } from './undone.ts';

/**
 * The table of who is told what. It is measured from the schema itself, so that nothing can be added to the one and forgotten in the
 * other; `UPDATE_MATRIX=1` writes what was measured, for a person to read before it is checked in.
 */
let applications: TestApplications;
let world: World;

beforeAll(async () => {
  applications = await applicationsOn(inject('postgresAdminUrl'));
  world = await aWorld(await applications.compose());
});
afterAll(() => applications.close());

async function compare(file: string, text: string): Promise<void> {
  const path = join(import.meta.dirname, file);
  if (process.env['UPDATE_MATRIX'] === '1') await writeFile(path, text);
  expect(text).toBe(await readFile(path, 'utf8'));
}

/** Relations in which nothing may be told that is not told of what does not exist there. */
const outside: Readonly<Record<string, string>> = { sibling: 'none', foreign: 'none-foreign' };

describe('every field of every type', () => {
  let rows: readonly MatrixRow[];
  beforeAll(async () => {
    rows = [...(await measureRoot(world, asRequestsAre(world))), ...(await measureFields(world, asRequestsAre(world)))];
  }, 300_000);

  test('is in the table, and the table is what is measured', async () => {
    const asked = new Set(rows.map((row) => row.of));
    const unasked = objectTypes().filter((type) => !asked.has(type.name) && !isAnswerOfMutation(type));
    expect(unasked.map((type) => type.name)).toEqual([]);
    const cells = rows.reduce((sum, row) => sum + row.names.length * actors.length, 0);
    expect(rows.filter(({ outcomes }) => Object.values(outcomes).some((one) => one.startsWith('ERROR')))).toEqual([]);
    process.stdout.write(`${cells} cells of ${asked.size} types\n`);
    await compare('fields.tsv', matrixText('type', rows));
  });

  test('tells of a sibling and of another network what it tells of nothing', () => {
    const byField = new Map<string, string>();
    for (const { of, relation, outcomes, names } of rows) {
      for (const name of names)
        byField.set(`${of}.${name} ${relation}`, actors.map((actor) => outcomes[actor]).join(' '));
    }
    for (const [cell, told] of byField) {
      const [field = '', relation = ''] = cell.split(' ');
      const nothing = outside[relation];
      if (nothing !== undefined) expect(told, cell).toBe(byField.get(`${field} ${nothing}`));
    }
  });

  test('tells nobody without a mandate anything of a network', () => {
    const told = rows.filter(
      (row) =>
        row.relation !== 'any' &&
        !isShell(row.names) &&
        (row.outcomes['no-mandate'] === 'V' || row.outcomes.anonymous === 'V'),
    );
    expect(told).toEqual([]);
  });
});

/** What only who stands at the root of a network may do; tests of their own do it. */
const onlyAtTheRoot = [
  'closePeriod',
  'foundMatchingGroup',
  'joinMatchingGroup',
  'leaveMatchingGroup',
  'linkIdentities',
] as const;

describe('every mutation', () => {
  const writes: Writes = { rows: 0 };
  const wrote: (MutationCell & Writes)[] = [];
  let rows: readonly MatrixRow[];
  beforeAll(async () => {
    const dry = await applications.compose((database) => undone(database, writes));
    const deps = { ...dry.useCases, reads: dry.reads, publicReads: dry.publicReads };
    rows = await measureMutations(world, asRequestsAre(world, deps), (cell) => {
      wrote.push({ ...cell, rows: writes.rows });
      writes.rows = 0;
    });
  }, 300_000);

  test('is in the table, and the table is what is measured', async () => {
    expect(Object.keys(mutationInputs).toSorted()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted(),
    );
    expect(rows.filter(({ outcomes }) => Object.values(outcomes).some((one) => one.startsWith('ERROR')))).toEqual([]);
    process.stdout.write(`${rows.length * actors.length} cells of ${Object.keys(mutationInputs).length} mutations\n`);
    await compare('mutations.tsv', matrixText('mutation', rows));
  });

  test('can be done by somebody, so that a refusal says something', () => {
    const possible = new Set(
      wrote.filter(({ name, outcome }) => outcome === (asFarAsItGoes[name] ?? 'done')).map(({ name }) => name),
    );
    expect(Object.keys(mutationInputs).filter((name) => !possible.has(name))).toEqual([...onlyAtTheRoot]);
  });

  test('writes nothing when it is refused, and something when it is done', () => {
    expect(wrote.filter(({ outcome, rows: count }) => outcome !== 'done' && count > 0)).toEqual([]);
    expect(wrote.filter(({ outcome, rows: count }) => outcome === 'done' && count === 0)).toEqual([]);
  });

  test('answers of a sibling and of another network as of nothing, and does nothing there', () => {
    for (const { of, relation, outcomes } of rows.filter((row) => outside[row.relation] !== undefined)) {
      const none = rows.find((row) => row.of === of && row.relation === outside[relation]);
      expect(outcomes, `${of} ${relation}`).toEqual(none?.outcomes);
    }
  });
});
