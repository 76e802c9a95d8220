import { createJobs } from '../../src/jobs/create-jobs.ts';
import { createLogger } from '../../src/logger.ts';

/** A server of its own process that takes an import's job and never ends it; the test kills it meanwhile. */
const appUrl = process.env['APP_URL'] ?? '';
const jobs = createJobs({ appUrl, logger: createLogger({ level: 'silent' }) });
await jobs.start();
await jobs.work({
  'run-import': async ({ importId }) => {
    process.stdout.write(`${importId}\n`);
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  },
});
