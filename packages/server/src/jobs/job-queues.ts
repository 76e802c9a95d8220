import type { RunImportJob } from '@khuyenhoc/application';
import type { Queue } from 'pg-boss';

/** The schema that belongs to the queue alone. Its tables hold no tenant's data but ids. */
export const jobSchema = 'pgboss';

/** Every kind of job with what it carries: ids only, since job tables are no place for people. */
export interface JobPayloads {
  readonly 'run-import': RunImportJob;
}

export type JobName = keyof JobPayloads;

/** A server that dies is found out by its missing heartbeat, which the queue allows no shorter than this. */
const heartbeatSeconds = 10;

export const jobQueues = [
  {
    name: 'run-import',
    // One import, one job, however often it is asked for.
    policy: 'exclusive',
    heartbeatSeconds,
    // The longest list with the slowest disk; a hung server is found out by the heartbeat long before.
    expireInSeconds: 3_600,
    // Hours of a database that is away, since an import that was confirmed must end.
    retryLimit: 500,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    deleteAfterSeconds: 14 * 24 * 3_600,
  },
] as const satisfies readonly (Queue & { readonly name: JobName })[];
