import type { Jobs, Repositories, UnitOfWork } from '@khuyenhoc/application';
import type { TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement, type Database } from './database.ts';
import { refuseClosed } from './refuse-closed.ts';
import { createActRepository } from './repositories/act.repository.ts';
import { createFileRepository } from './repositories/file.repository.ts';
import { createAssociationRepository } from './repositories/association.repository.ts';
import { createCampaignRepository } from './repositories/campaign.repository.ts';
import { createConsentRepository } from './repositories/consent.repository.ts';
import { createErasureRepository } from './repositories/erasure.repository.ts';
import { createFigureRepository } from './repositories/figure.repository.ts';
import { createFundRepository } from './repositories/fund.repository.ts';
import { createHistoryRepository } from './repositories/history.repository.ts';
import { createImportRepository } from './repositories/import.repository.ts';
import { createKeyRepository } from './repositories/key.repository.ts';
import { createLedger } from './repositories/ledger.repository.ts';
import { createMandateRepository } from './repositories/mandate.repository.ts';
import { createMatchingGroupRepository } from './repositories/matching-group.repository.ts';
import { createMatchingRepository } from './repositories/matching.repository.ts';
import { createOrganisationRepository } from './repositories/organisation.repository.ts';
import { createPersonRecordRepository } from './repositories/person-record.repository.ts';
import { createPersonSearchRepository } from './repositories/person-search.repository.ts';
import { createPersonRepository } from './repositories/person.repository.ts';
import { createPublicationRepository } from './repositories/publication.repository.ts';
import { createRelationshipRepository } from './repositories/relationship.repository.ts';
import { createSeatRepository } from './repositories/seat.repository.ts';
import { createRecipientGroupRepository } from './repositories/recipient-group.repository.ts';
import { createSchoolRepository } from './repositories/school.repository.ts';
import { createSourceRepository } from './repositories/source.repository.ts';
import { createTenantRepository } from './repositories/tenant.repository.ts';

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
    run: (tenantId, work, { alone = false, alsoClosed = false } = {}) =>
      again(() =>
        database.transaction({ role: 'writer', tenantId, alone }, async (em) => {
          if (!alsoClosed) await refuseClosed(em, tenantId);
          return work(createRepositories(em, tenantId, queue));
        }),
      ),
  };
}

/** Somebody else was first: a key was taken, or two waited for each other. What was read is out of date, so it is read again. */
const wasLate = new Set(['23505', '40001', '40P01']);
const attempts = 3;

/** Runs a transaction again when somebody else was first. */
export async function again<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && wasLate.has(String(error.code)))) throw error;
    }
  }
  return run();
}

/** The repositories of one tenant over a running transaction. */
export function createRepositories(em: EntityManager, tenantId: TenantId, queue: JobQueue): Repositories {
  const context = { em, tenantId };
  return {
    tenants: createTenantRepository(context),
    associations: createAssociationRepository(context),
    organisation: createOrganisationRepository(context),
    histories: createHistoryRepository(context),
    acts: createActRepository(context),
    files: createFileRepository(context),
    figures: createFigureRepository(context),
    people: createPersonRepository(context),
    records: createPersonRecordRepository(context),
    search: createPersonSearchRepository(context),
    matching: createMatchingRepository(context),
    matchingGroups: createMatchingGroupRepository(context),
    schools: createSchoolRepository(context),
    recipientGroups: createRecipientGroupRepository(context),
    mandates: createMandateRepository(context),
    relationships: createRelationshipRepository(context),
    seats: createSeatRepository(context),
    sources: createSourceRepository(context),
    campaigns: createCampaignRepository(context),
    funds: createFundRepository(context),
    ledger: createLedger(context),
    imports: createImportRepository(context),
    publications: createPublicationRepository(context),
    consents: createConsentRepository(context),
    erasures: createErasureRepository(context),
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
