import type { Jobs, Repositories, UnitOfWork } from '@khuyenhoc/application';
import type { TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement, type Database } from './database.ts';
import { BookRow } from './entities/book.entity.ts';
import { TenantRow } from './entities/tenant.entity.ts';
import { momentOf } from './mappers/moments.ts';
import { createAssociationRepository } from './repositories/association.repository.ts';
import { createCampaignRepository } from './repositories/campaign.repository.ts';
import { createFundRepository } from './repositories/fund.repository.ts';
import { createImportRepository } from './repositories/import.repository.ts';
import { createKeyRepository } from './repositories/key.repository.ts';
import { createLedger } from './repositories/ledger.repository.ts';
import { createMandateRepository } from './repositories/mandate.repository.ts';
import { createPersonRepository } from './repositories/person.repository.ts';
import { createPublicationRepository } from './repositories/publication.repository.ts';
import { createSourceRepository } from './repositories/source.repository.ts';

/** Sends statements within the running transaction, in the form job queues ask for. */
export interface TransactionSql {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** A job queue whose tables lie in the same database, so that a job is queued by the transaction that wants it. */
export interface JobQueue {
  enqueue(sql: TransactionSql, ...job: Parameters<Jobs['enqueue']>): Promise<void>;
}

/** Everything but awards, written through MikroORM under the writer's role: one use case, one transaction. */
export function createPostgresUnitOfWork(database: Database, queue: JobQueue): UnitOfWork {
  return {
    run: (tenantId, work) =>
      again(() =>
        database.transaction({ role: 'writer', tenantId }, (em) => work(createRepositories(em, tenantId, queue))),
      ),
  };
}

/** Somebody else was first: a key was taken, or two waited for each other. What was read is out of date, so it is read again. */
const wasLate = new Set(['23505', '40001', '40P01']);
const attempts = 3;

async function again<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && wasLate.has(String(error.code)))) throw error;
    }
  }
  return run();
}

function createRepositories(em: EntityManager, tenantId: TenantId, queue: JobQueue): Repositories {
  const context = { em, tenantId };
  return {
    tenants: {
      add(tenant) {
        em.persist(
          em.create(TenantRow, { tenantId: tenant.id, name: tenant.name, createdAt: momentOf(tenant.createdAt) }),
        );
        // The books are there from the beginning, so that there is something to lock before the first period is closed.
        em.persist(em.create(BookRow, { tenantId: tenant.id, closedThrough: null }));
      },
    },
    associations: createAssociationRepository(context),
    people: createPersonRepository(context),
    mandates: createMandateRepository(context),
    sources: createSourceRepository(context),
    campaigns: createCampaignRepository(context),
    funds: createFundRepository(context),
    ledger: createLedger(context),
    imports: createImportRepository(context),
    publications: createPublicationRepository(context),
    keys: createKeyRepository(context),
    jobs: {
      async enqueue(...job) {
        await em.flush();
        await queue.enqueue(
          { executeSql: async (text, values) => ({ rows: await statement(em, text, values) }) },
          ...job,
        );
      },
    },
  };
}
