import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiClient } from './demo/api-client.ts';
import { fileJournal, noJournal } from './demo/journal.ts';
import { playStory } from './demo/play-story.ts';
import { progressOn } from './demo/progress.ts';
import { allHolds, resultJson, resultTable } from './demo/result-table.ts';
import { readTimeline, timelinePicture } from './demo/timeline-picture.ts';
import { startServer } from './demo/server-process.ts';

/** `pnpm demo`: plays a whole campaign through HTTP, on a server of its own or on one that runs. */
const usage = `pnpm demo [--url URL] [--seed N] [--nominees N] [--journal FILE] [--picture FILE] [--json]

  --url URL        a server that runs and has an open campaign; without it one is started in an empty folder
  --seed N         which invented children (1)
  --nominees N     how many rows the Excel list has (400)
  --journal FILE   where acknowledged steps are noted, one line each
  --picture FILE   the history of one award that was signed for, drawn as SVG
  --json           the result as JSON

Exit code: 0 all holds, 1 something does not, 2 the call is wrong.
`;

const options = {
  url: { type: 'string' },
  seed: { type: 'string', default: '1' },
  nominees: { type: 'string', default: '400' },
  journal: { type: 'string' },
  picture: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const parsed = readArguments();
  if (typeof parsed === 'number') return parsed;
  const journal = parsed.journal === undefined ? noJournal : fileJournal(parsed.journal);
  const server = parsed.url === undefined ? await ownServer() : { url: parsed.url, end: () => Promise.resolve() };
  try {
    const api = new ApiClient(server.url);
    const result = await playStory({
      api,
      journal,
      progress: progressOn(process.stderr),
      seed: parsed.seed,
      nominees: parsed.nominees,
      run: `demo ${parsed.seed}`,
    });
    if (parsed.picture !== undefined) await writeFile(parsed.picture, timelinePicture(await readTimeline(api)));
    process.stdout.write(parsed.json ? resultJson(result) : `\n${resultTable(result)}`);
    return allHolds(result) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    journal.close();
    await server.end();
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    const numbers = { seed: Number(values.seed), nominees: Number(values.nominees) };
    if (!Number.isInteger(numbers.seed) || !(numbers.nominees >= 50 && numbers.nominees <= 5_000)) {
      throw new Error('--seed needs a whole number, --nominees one from 50 to 5000');
    }
    return { ...values, ...numbers };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
}

async function ownServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-demo-'));
  const server = await startServer(dataDir, 0);
  return {
    url: server.url,
    end: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
