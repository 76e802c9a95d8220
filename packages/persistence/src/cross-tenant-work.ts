import type { CrossTenantWork } from '@khuyenhoc/application';
import { assert, present } from '@khuyenhoc/kernel';
import { statement, type Database } from './database.ts';
import { createCrossingRepository } from './repositories/crossing.repository.ts';
import { scopeStatements } from './scope.ts';
import { again, createRepositories, type JobQueue } from './unit-of-work.ts';

/**
 * One transaction that goes from tenant to tenant. Each step has the writer's role and exactly one tenant, with repositories and
 * an identity map of its own; it is flushed before the next begins, so that no row is ever written under another's policies.
 */
export function createPostgresCrossTenantWork(database: Database, queue: JobQueue): CrossTenantWork {
  return {
    run(tenants, work) {
      // Held in order of id, so that two crossings never wait for each other.
      const [first, ...others] = [...new Set(tenants)].toSorted();
      const tenantId = present(first, 'a tenant to work in');
      return undone(() =>
        again(() =>
          database.transaction({ role: 'writer', tenantId, alone: true }, async (em) => {
            for (const other of others)
              await statement(em, scopeStatements({ role: 'writer', tenantId: other, alone: true }));
            let stepping = false;
            const { value: done, keep } = await work(async (stepTenant, step) => {
              assert(!stepping, 'steps of a crossing follow each other');
              assert(tenants.includes(stepTenant), 'a crossing works in the tenants that it holds');
              stepping = true;
              try {
                await statement(em, scopeStatements({ role: 'writer', tenantId: stepTenant, alone: true }));
                const side = em.fork({ keepTransactionContext: true });
                const context = { em: side, tenantId: stepTenant };
                const value = await step({
                  ...createRepositories(side, stepTenant, queue),
                  crossings: createCrossingRepository(context),
                });
                await side.flush();
                return value;
              } finally {
                stepping = false;
              }
            });
            if (!keep) throw new Undone(done);
            return done;
          }),
        ),
      );
    },
  };
}

/** Rolls back a work that is not to be kept, and carries its value out. */
class Undone<Value> extends Error {
  override readonly name = 'Undone';
  readonly value: Value;

  constructor(value: Value) {
    super('the work was not to be kept');
    this.value = value;
  }
}

async function undone<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    // Thrown above and nowhere else, with the value of this very run.
    if (error instanceof Undone) return (error as Undone<Value>).value;
    throw error;
  }
}
