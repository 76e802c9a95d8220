import type { JobQueue, TransactionSql } from '@khuyenhoc/persistence';
import { PgBoss, type Db } from 'pg-boss';
import type { Logger } from '../logger.ts';
import { jobFailure } from './job-failure.ts';
import { jobQueues, jobSchema, type JobName, type JobPayloads } from './job-queues.ts';

export interface JobServiceOptions {
  /** Where the application's own login connects. */
  readonly appUrl: string;
  readonly logger: Logger;
  /** Jobs of one kind that this server works at once. */
  readonly concurrency?: number;
}

/** What is done for each kind of job. A job that throws is tried again, so doing it twice must do no harm. */
export type JobHandlers = { readonly [Name in JobName]: (job: JobPayloads[Name]) => Promise<void> };

/**
 * Work for later, shared by all servers of one database: a job runs on one of them, and again on another when that one dies. A job
 * is queued by the transaction that wants it: it is there when the transaction commits, and never otherwise.
 */
export interface JobService extends JobQueue {
  /** Connects, so that jobs can be queued. */
  start(): Promise<void>;
  /** Begins to take jobs. */
  work(handlers: JobHandlers): Promise<void>;
  /** Lets running jobs finish for a while, then leaves them to be taken up by another server. */
  stop(options?: { readonly timeoutMs?: number }): Promise<void>;
}

/** How often the queue looks for servers that have gone silent; with the heartbeat it is the time to a new start. */
const watchSeconds = 2;

/** Jobs on pg-boss, whose tables were installed before. */
export function createJobs({ appUrl, logger, concurrency = 1 }: JobServiceOptions): JobService {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: jobSchema,
    application_name: 'khuyenhoc-jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
    // The application's login owns nothing, so it cannot rebuild indexes.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => logger.error({ failure: jobFailure(error).message }, 'the job queue reports an error'));
  return {
    start: async () => {
      await boss.start();
    },
    async work(handlers) {
      for (const { name } of jobQueues) {
        const options = { batchSize: 1, localConcurrency: concurrency, pollingIntervalSeconds: 1 };
        await boss.work<JobPayloads[typeof name]>(name, options, async (jobs) => {
          for (const { id, data } of jobs) await workOn(logger, { id, name }, () => handlers[name](data));
        });
      }
    },
    async enqueue(sql, name, job) {
      await boss.send(name, { ...job }, { db: within(sql), singletonKey: job.importId });
    },
    stop: ({ timeoutMs = 10_000 } = {}) => boss.stop({ graceful: timeoutMs > 0, timeout: Math.max(1_000, timeoutMs) }),
  };
}

/** The caller's transaction as the queue wants it. */
function within(sql: TransactionSql): Db {
  return {
    async executeSql(text, values) {
      const { rows } = await sql.executeSql(text, values);
      return { rows: [...rows] };
    },
  };
}

async function workOn(
  logger: Logger,
  job: { readonly id: string; readonly name: JobName },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error({ job, err: error }, 'a job failed and will be tried again');
    // The queue keeps what is thrown, so it gets a code and never the words of an error, which may quote a value.
    throw jobFailure(error);
  }
}
