import { startTestPostgres } from '@khuyenhoc/embedded-postgres/testing';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  /** What a test gets by `inject(name)`. */
  export interface ProvidedContext {
    /** The superuser's address of the run's one PostgreSQL; each test file makes databases of its own in it. */
    readonly postgresAdminUrl: string;
  }
}

/** Starts one real PostgreSQL for all integration tests of a run; the function that it gives back ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  project.provide('postgresAdminUrl', postgres.adminUrl);
  return postgres.stop;
}
