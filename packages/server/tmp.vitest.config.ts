import { defineConfig } from 'vitest/config';
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: { pool: 'forks', testTimeout: 15000, include: ['packages/server/test/**/*.test.ts'] },
});
