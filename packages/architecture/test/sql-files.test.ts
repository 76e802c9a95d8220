import { describe, expect, test } from 'vitest';
import { checkSqlFiles, sqlFiles } from '../src/index.ts';
import { aRepository } from './a-repository.ts';
import { expectInOrder, theTree } from './the-tree.ts';

const path = 'packages/persistence/src/lock-awards.ts';
const reason = 'Locks rows in the order of their ids, which the unit of work cannot say.';
const writer = aRepository({ [path]: "import { CompiledQuery } from 'kysely'; run(CompiledQuery.raw('select 1'));" });

describe('files that write SQL of their own', () => {
  test('are those of the list, each with its reason', () => {
    expectInOrder(checkSqlFiles(theTree, sqlFiles));
  });

  test('are accepted when they are listed', () => {
    expectInOrder(checkSqlFiles(writer, [{ path, reason }]));
  });

  test('are refused when they are not', () => {
    expect(checkSqlFiles(writer, []).faults).toEqual([expect.stringContaining(`${path} writes SQL of its own.`)]);
  });

  test('are found by each way past the entities', () => {
    for (const call of [
      'em.getConnection().execute(sql)',
      'em.getKysely()',
      'em.getTransactionContext().executeQuery(query)',
    ]) {
      const text = `import { EntityManager } from '@mikro-orm/postgresql'; ${call};`;
      expect(checkSqlFiles(aRepository({ [path]: text }), []).faults).toHaveLength(1);
    }
  });

  test('are found behind the statement of the unit of work, and may be listed by their folder', () => {
    const text = "import { statement } from '../database.ts'; await statement(em, 'select 1');";
    const batches = aRepository({ 'packages/persistence/src/batches/lock.ts': text });
    expect(checkSqlFiles(batches, []).faults).toHaveLength(1);
    expectInOrder(checkSqlFiles(batches, [{ path: 'packages/persistence/src/batches/', reason }]));
  });

  test('must still write it when they are listed, and have a reason', () => {
    const listed = [{ path: 'packages/persistence/src/gone.ts', reason }];
    expect(checkSqlFiles(writer, [{ path, reason }, ...listed]).faults).toEqual([
      expect.stringContaining('which writes no SQL'),
    ]);
    expect(checkSqlFiles(writer, [{ path, reason: '' }]).faults).toEqual([expect.stringContaining('gives no reason')]);
  });

  test('are not those that run a command or a GraphQL operation', () => {
    const other = aRepository({
      'packages/server/src/cli/main.ts': "import { x } from 'graphql'; program.execute(x);",
    });
    expectInOrder(checkSqlFiles(other, []));
  });
});
