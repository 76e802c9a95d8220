import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { parseArgs } from 'node:util';

/**
 * `pnpm test:deep [--seed N] [files]`: the same tests, each doing all that it asks for instead of a hundredth (see
 * packages/test-scale). Without a seed it chooses one and prints it, so that a failure can be repeated.
 */
const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const seed = values.seed ?? String(randomInt(2 ** 31));
if (!/^\d{1,10}$/.test(seed) || Number(seed) >= 2 ** 31) {
  console.error(`--seed must be 0 to 2147483647: ${seed}`);
  process.exit(2);
}

console.log(`A deep run from seed ${seed}. Repeat it with: pnpm test:deep --seed ${seed}`);
const vitest = new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
const config = `${import.meta.dirname}/vitest.config.ts`;
// A deep test takes a hundred times as long, so its time is not a sign that it hangs.
const patience = ['--testTimeout=1800000', '--hookTimeout=600000'];
const run = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...patience, ...positionals], {
  stdio: 'inherit',
  env: { ...process.env, KHUYENHOC_DEEP: '1', KHUYENHOC_SEED: seed },
});
process.exit(run.status ?? 1);
