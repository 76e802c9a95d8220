import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ApiClient } from '../src/demo/api-client.ts';
import { noJournal } from '../src/demo/journal.ts';
import { playStory } from '../src/demo/play-story.ts';
import { silent } from '../src/demo/progress.ts';
import { allHolds } from '../src/demo/result-table.ts';
import { startServer, type ServerProcess } from '../src/demo/server-process.ts';
import { firstQuery } from '../src/first-query.ts';
import { nomineeRows } from '../src/nominees.ts';

let database: TestDatabase;
let keys = '';
const servers: ServerProcess[] = [];

beforeAll(async () => {
  database = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
  keys = await mkdtemp(join(tmpdir(), 'khuyenhoc-keys-'));
  // The first one fills the database; the folder holds the keys that all four share.
  servers.push(await startServer(keys, 0, database.url));
  servers.push(...(await Promise.all([1, 2, 3].map(() => startServer(keys, 0, database.url)))));
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.drop();
  await rm(keys, { recursive: true, force: true });
});

test('four servers on one database, each command sent to two of them at once: one effect each, and every place is given once', async () => {
  const api = new ApiClient(...servers.map((server) => server.url));
  const nominees = 250;
  const result = await playStory({
    api,
    journal: noJournal,
    progress: silent,
    seed: 3,
    nominees,
    run: 'four',
    twice: true,
  });
  expect(allHolds(result)).toBe(true);
  expect(result.audit.ledgerHolds).toBe(true);
  expect(result.overQuota).toBeGreaterThan(0);
  // A commune has five places a level, so what is approved can be counted from the list alone.
  const eligible = nomineeRows(3, nominees).filter((row) => row.expectation.outcome === 'ELIGIBLE');
  const byPool = Map.groupBy(eligible, (row) => `${row.associationRef} ${row.grade <= 5 ? 'primary' : 'secondary'}`);
  const affordable = byPool.values().reduce((sum, rows) => sum + Math.min(rows.length, 5), 0);
  expect(result.approved).toBe(affordable);
});

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the first page’s query, asked by the auditor, gives a history that holds and a ledger that sums to zero', async () => {
  const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const answer = await new ApiClient(...servers.map((server) => server.url)).graphql<{
    readonly campaigns: {
      readonly edges: readonly {
        readonly node: { readonly awards: { readonly edges: readonly { readonly node: object }[] } };
      }[];
    };
    readonly ledgerReport: object;
  }>('auditor', query, {});
  expect(answer.campaigns.edges[0]?.node.awards.edges[0]?.node).toMatchObject({
    amount: '2000000',
    historyCheck: { holds: true, events: 6 },
  });
  expect(answer.ledgerReport).toMatchObject({
    holds: true,
    sums: [
      { commodity: 'PLACE', sum: '0' },
      { commodity: 'VND', sum: '0' },
    ],
  });
});

test('the first page’s commands of curl are answered, and so is the query that GraphiQL shows', async () => {
  const url = servers[0]?.url ?? '';
  const commands = readme.matchAll(/curl -s (http:\/\/127\.0\.0\.1:4000\S+?)\)?(?: (-H .*))?$/gm);
  let token = '';
  let asked = 0;
  for (const [, address = '', rest = ''] of commands) {
    const headers = [...rest.matchAll(/-H ["']([^:]+): ([^"']+)["']/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value.replace('$TOKEN', token)],
    );
    const body = /-d '(.*)'/.exec(rest)?.[1];
    const response = await fetch(address.replace('http://127.0.0.1:4000', url), {
      headers: Object.fromEntries(headers),
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    const text = await response.text();
    expect(response.status, text).toBe(200);
    if (body === undefined) token = text;
    else
      expect(JSON.parse(text)).toMatchObject({ data: { viewer: { people: [{ mandates: [{ role: 'AUDITOR' }] }] } } });
    asked += 1;
  }
  expect(asked).toBe(2);
  await expect(new ApiClient(url).graphql('officer', firstQuery, {})).resolves.toHaveProperty('campaigns');
});
