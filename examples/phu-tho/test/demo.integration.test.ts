import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ApiClient } from '../src/demo/api-client.ts';
import { listAwards } from '../src/demo/award-list.ts';
import { openCampaign } from '../src/demo/campaign-steps.ts';
import { fileJournal, readJournal } from '../src/demo/journal.ts';
import { playStory } from '../src/demo/play-story.ts';
import { silent } from '../src/demo/progress.ts';
import { allHolds } from '../src/demo/result-table.ts';
import { startServer, type ServerProcess } from '../src/demo/server-process.ts';
import { nomineeRows } from '../src/nominees.ts';

/** What the example's own list promises, row by row, against what the server made of it. */
function expected(seed: number, nominees: number) {
  const rows = nomineeRows(seed, nominees).map((row) => row.expectation);
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    faulty: of('FAULTY'),
    eligible: of('ELIGIBLE'),
    ineligible: of('INELIGIBLE'),
    undecidable: of('UNDECIDABLE'),
  };
}

test('`pnpm demo` plays the campaign through HTTP, ends with 0 and finds what the list promises', async () => {
  const demo = spawn(process.execPath, [join(import.meta.dirname, '../src/demo.ts'), '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, progress] = ['', ''];
  demo.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  demo.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()));
  const [code] = (await once(demo, 'close')) as readonly unknown[];
  expect(code, progress).toBe(0);
  const result = JSON.parse(output) as {
    readonly list: {
      readonly rows: number;
      readonly faulty: number;
      readonly faults: readonly { readonly message: string }[];
    };
    readonly eligible: number;
    readonly returned: number;
    readonly refusedByClause: Readonly<Record<string, number>>;
    readonly audit: { readonly brokenHistories: number; readonly ledgerHolds: boolean };
  };
  const promised = expected(1, 400);
  expect(result.list.rows).toBe(400);
  expect(result.list.faulty).toBe(promised.faulty);
  expect(promised.faulty).toBe(15);
  expect(result.list.faults.every((fault) => fault.message.length > 20)).toBe(true);
  expect(result.eligible).toBe(promised.eligible);
  expect(result.returned).toBe(promised.undecidable);
  expect(Object.values(result.refusedByClause).reduce((sum, count) => sum + count, 0)).toBe(promised.ineligible);
  expect(result.audit).toMatchObject({ brokenHistories: 0, ledgerHolds: true });
  // Not a terminal: plain lines, no moving ones.
  expect(progress).not.toContain('\r');
});

test('a wrong call says how to call it and ends with 2', async () => {
  const demo = spawn(process.execPath, [join(import.meta.dirname, '../src/demo.ts'), '--nominees', 'many'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  demo.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(demo, 'close')) as readonly unknown[];
  expect(code).toBe(2);
  expect(said).toContain('pnpm demo [--url URL]');
});

test('a server killed in the middle and started again has everything it acknowledged, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-kill-'));
  const dataDir = join(folder, 'data');
  let server: ServerProcess = await startServer(dataDir, 0);
  const port = Number(new URL(server.url).port);
  try {
    const journalPath = join(folder, 'journal.jsonl');
    const journal = fileJournal(journalPath);
    let notes = 0;
    let kills = 0;
    let restarted: Promise<void> = Promise.resolve();
    const killAndRestart = async (): Promise<void> => {
      await server.kill();
      server = await startServer(dataDir, port);
    };
    // Twice in the middle: while the communes verify, and again while the second approver approves.
    const watching = {
      note: (entries: Parameters<typeof journal.note>[0]) => {
        journal.note(entries);
        notes += entries.length;
        if ((notes > 40 && kills === 0) || (notes > 240 && kills === 1)) {
          kills += 1;
          restarted = restarted.then(killAndRestart);
        }
      },
      close: () => journal.close(),
    };
    const api = new ApiClient(server.url);
    const campaign = await openCampaign(api);
    const result = await playStory({ api, journal: watching, progress: silent, seed: 2, nominees: 150, run: 'killed' });
    await restarted;
    watching.close();
    expect(kills).toBe(2);
    expect(api.waits).toBeGreaterThan(0);
    expect(
      allHolds(result),
      JSON.stringify({ ...result, paidVnd: String(result.paidVnd), refusedByClause: [...result.refusedByClause] }),
    ).toBe(true);

    const standing = new Map((await listAwards(api, 'auditor', campaign, null)).map((award) => [award.id, award]));
    const acknowledged = readJournal(journalPath);
    expect(acknowledged.size).toBeGreaterThan(100);
    for (const entry of acknowledged.values()) {
      expect(standing.get(entry.awardId)?.version, entry.awardId).toBe(entry.version);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
