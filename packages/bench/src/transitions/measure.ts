import { startEmbeddedPostgres } from '@khuyenhoc/embedded-postgres';
import { migrate } from '@khuyenhoc/persistence';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { lifeCommand, lifeSteps } from './award-life.ts';
import { checksums } from './checksum.ts';
import { GroupCommitSide } from './group-commit-side.ts';
import { RowByRow } from './row-by-row.ts';
import { makeWorld, usualSize, worldOf, type World, type WorldSize } from './world.ts';
import type { AwardCommand } from '@khuyenhoc/domain';

export interface MeasureOptions {
  readonly rounds: number;
  /** How many callers wait for their own commit at once. */
  readonly inFlight: readonly number[];
  /** Awards a round and side at each level: enough to run some seconds. */
  readonly awards: {
    readonly groupCommit: (inFlight: number) => number;
    readonly rowByRow: (inFlight: number) => number;
  };
  readonly log: (line: string) => void;
}

/** One side at one level: medians over the rounds. */
export interface SideFigures {
  readonly transitionsPerSecond: number;
  readonly min: number;
  readonly max: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface LevelFigures {
  readonly inFlight: number;
  readonly groupCommit: SideFigures;
  readonly rowByRow: SideFigures;
  /** Median of the rounds' own ratios. */
  readonly ratio: number;
}

export interface Report {
  readonly postgres: string;
  readonly durable: boolean;
  readonly compared: Readonly<Record<string, string>>;
  readonly levels: readonly LevelFigures[];
}

interface Side {
  write(command: AwardCommand): Promise<boolean>;
  close(): Promise<void>;
}

interface Run {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const connections = 32;

/** Measures both sides in one interleaved run on a fresh, durable PostgreSQL. What they write is compared before any time is taken. */
export async function measureTransitions(options: MeasureOptions): Promise<Report> {
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-bench-'));
  const started = await startEmbeddedPostgres({ dataDir, log: () => {} });
  if (!started.ok) throw new Error(`no PostgreSQL: ${started.error.code}`);
  const url = started.value.ownerUrl;
  try {
    const migrated = await migrate({ ownerUrl: url, appLogin: null });
    if (!migrated.ok) throw new Error('the schema is newer than this code');
    const size = usualSize;
    const world = worldOf(size);
    const compared = await compareSides(url, world, size, 400);
    options.log(
      `both sides wrote the same rows: ${Object.entries(compared)
        .map(([table, sum]) => `${table} ${sum}`)
        .join(', ')}`,
    );
    const levels: LevelFigures[] = [];
    for (const inFlight of options.inFlight) levels.push(await measureLevel(url, world, size, inFlight, options));
    return { ...(await settings(url)), compared, levels };
  } finally {
    await started.value.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const openers = {
  groupCommit: (url: string, world: World): Promise<Side> => GroupCommitSide.open(url, world),
  rowByRow: (url: string, world: World): Promise<Side> => RowByRow.open(url, world, connections),
};

async function compareSides(url: string, world: World, size: WorldSize, awards: number) {
  const sums = [];
  for (const open of Object.values(openers)) {
    await makeWorld(url, world, size);
    const side = await open(url, world);
    await runLives(side, world, 0, awards, 64);
    await side.close();
    sums.push(await checksums(url));
  }
  const [ours, theirs] = sums;
  if (ours === undefined || JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(`the sides wrote different rows: ${JSON.stringify(ours)} ${JSON.stringify(theirs)}`);
  }
  return ours;
}

async function measureLevel(
  url: string,
  world: World,
  size: WorldSize,
  inFlight: number,
  options: MeasureOptions,
): Promise<LevelFigures> {
  const runs: Record<keyof typeof openers, Run[]> = { groupCommit: [], rowByRow: [] };
  for (let round = 0; round < options.rounds; round += 1) {
    for (const name of ['groupCommit', 'rowByRow'] as const) {
      await makeWorld(url, world, size);
      const side = await openers[name](url, world);
      await runLives(side, world, 0, 200, inFlight);
      await checkpoint(url);
      const run = await runLives(side, world, 200, options.awards[name](inFlight), inFlight);
      await side.close();
      runs[name].push(run);
      options.log(
        `${inFlight} in flight, round ${round + 1}, ${name}: ${Math.round(run.perSecond)}/s, p99 ${run.p99Ms.toFixed(1)} ms`,
      );
    }
  }
  const ratios = runs.groupCommit.map((run, round) => run.perSecond / (runs.rowByRow[round]?.perSecond ?? Number.NaN));
  return { inFlight, groupCommit: figures(runs.groupCommit), rowByRow: figures(runs.rowByRow), ratio: median(ratios) };
}

/** Leads awards through all their steps with so many callers, each awaiting its own commit before its next step. */
async function runLives(side: Side, world: World, first: number, awards: number, inFlight: number): Promise<Run> {
  const latencies: number[] = [];
  let next = first;
  const caller = async (): Promise<void> => {
    while (next < first + awards) {
      const award = next;
      next += 1;
      for (let step = 0; step < lifeSteps.length; step += 1) {
        const began = performance.now();
        const accepted = await side.write(lifeCommand(world, award, step));
        latencies.push(performance.now() - began);
        if (!accepted) throw new Error(`award ${award} was refused at ${lifeSteps[step]}`);
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: Math.min(inFlight, awards) }, caller));
  const seconds = (performance.now() - began) / 1_000;
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { perSecond: latencies.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function figures(runs: readonly Run[]): SideFigures {
  const rates = runs.map((run) => run.perSecond);
  return {
    transitionsPerSecond: Math.round(median(rates)),
    min: Math.round(Math.min(...rates)),
    max: Math.round(Math.max(...rates)),
    p50Ms: Number(median(runs.map((run) => run.p50Ms)).toFixed(1)),
    p99Ms: Number(median(runs.map((run) => run.p99Ms)).toFixed(1)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function checkpoint(url: string): Promise<void> {
  await withClient(url, (client) => client.query('checkpoint'));
}

async function settings(url: string): Promise<{ postgres: string; durable: boolean }> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ version: string; fsync: string; commit: string }>(
      "select version(), current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
    ),
  );
  return {
    postgres: rows[0]?.version.split(' on ')[0] ?? '',
    durable: rows[0]?.fsync === 'on' && rows[0].commit === 'on',
  };
}

async function withClient<Value>(url: string, use: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
