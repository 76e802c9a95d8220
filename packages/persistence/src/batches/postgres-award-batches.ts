import { BatchConflict, type AwardBatches } from '@khuyenhoc/application';
import type { Database } from '../database.ts';
import { findNominating } from './find-nominating.ts';
import { lockAccounts } from './lock-accounts.ts';
import { lockAwards } from './lock-awards.ts';
import { readGround } from './read-ground.ts';
import { readPlans } from './read-plans.ts';
import { writeChanges } from './write-changes.ts';

/** The group-commit writer's statements on PostgreSQL: one transaction a batch, under the writer's role. */
export function createPostgresAwardBatches(database: Database): AwardBatches {
  return {
    transaction: (tenantId, work) =>
      asConflict(() =>
        database.transaction({ role: 'writer', tenantId }, (em) =>
          work({
            lockAwards: (keys) => lockAwards(em, tenantId, keys),
            findNominating: (keys) => findNominating(em, tenantId, keys),
            readGround: (ground) => readGround(em, tenantId, ground),
            readPlans: (ids) => readPlans(em, tenantId, ids),
            lockAccounts: (ids) => lockAccounts(em, tenantId, ids),
            write: (changes) => writeChanges(em, tenantId, changes),
          }),
        ),
      ),
  };
}

/** Deadlock, serialization failure: two batches met in opposite order, and one of them is to begin anew. */
const metAnother = new Set(['40P01', '40001']);

async function asConflict<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (metAnother.has(code)) throw new BatchConflict(`the database refused: ${code}`, { cause: error });
    throw error;
  }
}
