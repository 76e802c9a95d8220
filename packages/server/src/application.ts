import {
  createCampaignPlanCache,
  createWriterPlanCache,
  GroupCommit,
  writeAwards,
  type AwardAnswer,
  type AwardBatches,
  type Gate,
  type PublicReads,
  type Reads,
} from '@khuyenhoc/application';
import type { AwardCommand } from '@khuyenhoc/domain';
import type { UseCaseDeps } from '@khuyenhoc/graphql';
import type { TenantId } from '@khuyenhoc/kernel';
import {
  createPostgresAwardBatches,
  createPostgresGate,
  createPostgresPlaceReads,
  createPostgresPublicReads,
  createPostgresReads,
  createPostgresUnitOfWork,
  openDatabase,
  type Database,
  type JobQueue,
} from '@khuyenhoc/persistence';
import { ruleModuleRegistry } from '@khuyenhoc/rules';
import { createVault, openKeyFolder, sha256, systemClock, systemIds, type KeyProvider } from '@khuyenhoc/vault';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { createTableSheet } from './imports/table-sheet.ts';
import { shippedModules } from './shipped-modules.ts';
import type { Closer } from './shutdown.ts';

/** Everything the server's edges stand on: the ports of the use cases over one database, and what reads it. */
export interface Application {
  readonly useCases: UseCaseDeps;
  readonly reads: Reads;
  readonly publicReads: PublicReads;
  readonly gate: Gate;
  readonly database: Database;
  readonly batches: AwardBatches;
  readonly keys: KeyProvider;
  /** To be closed after the HTTP side, in reverse order. */
  readonly closers: readonly Closer[];
}

/** The writer's shape: batches of a thousand, four in flight, the shape that `packages/bench` measures. */
const batchLimit = 1_000;
const inFlightLimit = 4;
const plansKept = 1_000;

/** Where the master keys lie. */
export function keyFolderOf({ dataDir }: Config): string {
  return join(dataDir, 'keys');
}

/** Builds the application over a migrated database. Nothing else in the house builds these. */
export async function composeApplication(
  config: Config,
  appUrl: string,
  queue: JobQueue,
  open: typeof openDatabase = openDatabase,
): Promise<Application> {
  const { poolSize, statementTimeoutMs, lateEntryDays } = config;
  const keys = await openKeyFolder(keyFolderOf(config));
  const vault = createVault({ keys });
  const database = await open({ url: appUrl, poolSize, statementTimeoutMs });
  const unitOfWork = createPostgresUnitOfWork(database, queue);
  const modules = ruleModuleRegistry(shippedModules, sha256);
  const plans = createCampaignPlanCache({ unitOfWork, modules }, plansKept);
  const writerPlans = createWriterPlanCache(plansKept);
  const batches = createPostgresAwardBatches(database);
  const writer = new GroupCommit<AwardCommand, AwardAnswer>({
    writeBatch: (tenantId, commands) =>
      writeAwards({ batches, plans: writerPlans, digest: sha256, lateEntryDays }, tenantId as TenantId, commands),
    batchLimit,
    inFlightLimit,
    queueLimit: config.commandQueueLimit,
  });
  return {
    useCases: {
      clock: systemClock,
      ids: systemIds,
      unitOfWork,
      plans,
      writer,
      vault,
      digest: sha256,
      modules,
      placeReads: createPostgresPlaceReads(database),
      sheet: createTableSheet(config.maxFileBytes),
      lateEntryDays,
    },
    reads: createPostgresReads(database),
    publicReads: createPostgresPublicReads(database),
    gate: createPostgresGate(database),
    database,
    batches,
    keys,
    closers: [
      { name: 'database', close: () => database.close() },
      { name: 'writer', close: () => writer.drained() },
    ],
  };
}
