import { defineConfig } from 'vitest/config';
import { PlainLineReporter } from './plain-line-reporter.ts';

/**
 * How the tests run. The level of a test is in its file name and folder, so that nobody has to look it up:
 * *unit* touches no database and no socket, *integration* (`*.integration.test.ts`) starts the real thing,
 * *architecture* reads this repository.
 */
const anyTest = '{packages,plugins,examples}/*/test/**/*.test.ts';
const integrationTest = '{packages,plugins,examples}/*/test/**/*.integration.test.ts';
const architectureTest = 'packages/architecture/test/**/*.test.ts';

// Bad fixtures must fail, so they may never be collected as tests of ours.
const never = ['**/node_modules/**', '**/fixtures/**'];

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  // Without it vite loads graphql's development copy while yoga loads the other: two realms, and every schema is refused.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    // The plain line is the last thing a run prints: people and pipelines read it alike.
    reporters: ['default', new PlainLineReporter()],
    // The same properties are tried in every ordinary run; a deep run chooses others.
    setupFiles: [`${import.meta.dirname}/seed-properties.ts`],
    // A process a file: the engine's native parts (PostgreSQL, QuickJS, ZEN) are then as alone as in production.
    pool: 'forks',
    // Small machines build this too; two workers keep the timeouts below honest there.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [anyTest], exclude: [...never, integrationTest, architectureTest] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integrationTest],
          exclude: never,
          globalSetup: `${import.meta.dirname}/start-postgres.ts`,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Together in one process: each file of checks looks at the same tree, which is read and parsed once.
        test: {
          name: 'architecture',
          include: [architectureTest],
          exclude: never,
          isolate: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
