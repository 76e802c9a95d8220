import { ClosedTenant, runImport, type RunImportDeps, type RunImportJob } from '@khuyenhoc/application';
import type { Logger } from '../logger.ts';

/** The writer's queue is full: the job is put back and tried again a little later. */
class ImportDelayed extends Error {
  override readonly name = 'ImportDelayed';
  readonly code = 'QUEUE_FULL';
}

/** Works one import to its end. */
export function importJob(deps: RunImportDeps, logger: Logger): (job: RunImportJob) => Promise<void> {
  return async (job) => {
    const run = await unlessClosed(() => runImport(deps, job));
    if (run === 'closed') {
      // What was nominated stays; the rest of the list is nominated in the network that goes on.
      logger.warn({ importId: job.importId }, 'an import was left where its network was closed');
      return;
    }
    if (run.ok) {
      const { id, state, rows, doneRows } = run.value;
      logger.info({ importId: id, state, rows, doneRows }, 'an import came to its end');
      return;
    }
    if (run.error.code !== 'NOT_FOUND') throw new ImportDelayed('the writer is busy');
    // The tenant was removed with its imports; there is nothing left to do.
    logger.warn({ importId: job.importId }, 'an import was gone before its job ran');
  };
}

async function unlessClosed<Value>(work: () => Promise<Value>): Promise<Value | 'closed'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ClosedTenant) return 'closed';
    throw error;
  }
}
