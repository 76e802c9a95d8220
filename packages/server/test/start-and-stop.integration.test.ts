import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { aDataFolder } from './a-data-folder.ts';
import { anExternalDatabase, type ExternalDatabase } from './an-external-database.ts';
import { runProgram, startProgram, type Environment, type Program } from './a-program.ts';

const main = 'main.ts';
const quiet = { MODE: 'demo', PORT: '0', LOG_LEVEL: 'error' };

/** Starts a server and waits until it listens; it is ended with the test. */
async function aServer(environment: Environment): Promise<{ readonly program: Program; readonly url: string }> {
  const program = startProgram(main, { ...quiet, ...environment });
  onTestFinished(async () => {
    program.signal('SIGKILL');
    await program.exit;
  });
  return { program, url: await program.url };
}

async function answers(url: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ standardWorkflow { code } }' });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return await response.json();
}

const wellAnswered = { data: { standardWorkflow: { code: 'standard' } } };

async function end(program: Program): Promise<number | null> {
  program.signal('SIGINT');
  return await program.exit;
}

describe('a server on a folder of its own', () => {
  test('starts on nothing, answers, is over at Ctrl-C, and is back in moments with what it held', async () => {
    const DATA_DIR = await aDataFolder();
    const first = await aServer({ DATA_DIR });
    expect(await answers(first.url)).toEqual(wellAnswered);
    expect(await (await fetch(`${first.url}/readyz`)).json()).toEqual({ status: 'ready', parts: { database: true } });
    const token = await runProgram('cli/main.ts', { MODE: 'demo', DATA_DIR, LOG_LEVEL: 'error' }, ['token', 'nobody']);
    expect(await end(first.program)).toBe(0);
    expect(first.program.errors()).toBe('');

    const began = performance.now();
    const second = await aServer({ DATA_DIR });
    const startMs = performance.now() - began;
    // About two seconds by itself; the bound is for a machine that does other things too.
    expect(startMs).toBeLessThan(20_000);
    const viewer = await fetch(`${second.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.output.trim()}` },
      body: JSON.stringify({ query: '{ viewer { people { personId } } }' }),
    });
    expect(await viewer.json()).toEqual({ data: { viewer: { people: [] } } });
    expectSentences(await runProgram(main, { ...quiet, DATA_DIR }), 1, DATA_DIR, 'DATA_DIR');
    expect(await answers(second.url)).toEqual(wellAnswered);
    expect(await end(second.program)).toBe(0);
    const after = await runProgram('cli/main.ts', { MODE: 'demo', DATA_DIR, LOG_LEVEL: 'error' }, [
      'migrate',
      '--json',
    ]);
    expect(JSON.parse(after.output)).toEqual({ applied: [] });
  });
});

/** What a failed start must look like: a sentence in each language, no stack, and an exit code that says whose mistake it is. */
function expectSentences(
  { code, output, errors }: Awaited<ReturnType<typeof runProgram>>,
  wanted: 1 | 2,
  ...facts: readonly string[]
): void {
  const lines = errors.trimEnd().split('\n');
  expect(lines, errors).toHaveLength(2);
  expect(errors).not.toMatch(/^\s+at |node:internal|Error:/m);
  for (const line of lines) for (const fact of facts) expect(line).toContain(fact);
  expect(lines[0]).not.toBe(lines[1]);
  expect(output).toBe('');
  expect(code).toBe(wanted);
}

describe('a start that cannot be', () => {
  test('names each setting that is wrong', async () => {
    const run = await runProgram(main, { ...quiet, PORT: 'abc', KHUYENHOC_X: '1' });
    expectSentences(run, 2, 'PORT="abc"', '65535', 'KHUYENHOC_X', '--help');
  });

  test('says that nothing answers at the database, and repeats no password', async () => {
    const DATABASE_URL = 'postgresql://app:hunter2@127.0.0.1:1/khuyenhoc';
    const run = await runProgram(main, { ...quiet, DATA_DIR: await aDataFolder(), DATABASE_URL });
    expectSentences(run, 1, '127.0.0.1:1/khuyenhoc', 'DATABASE_URL');
    expect(run.errors).not.toContain('hunter2');
  });
});

describe('a database that somebody else runs', () => {
  let database: ExternalDatabase;

  beforeAll(async () => {
    database = await anExternalDatabase(inject('postgresAdminUrl'));
  });

  afterAll(() => database.drop());

  test('is used under a login that owns nothing, once the owner has brought it to this version', async () => {
    const DATA_DIR = await aDataFolder();
    const urls = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
    const { program, url } = await aServer({ DATA_DIR, ...urls });
    expect(await answers(url)).toEqual(wellAnswered);
    const login = decodeURIComponent(new URL(database.appUrl).username);
    const owned = await database.asOwner(
      `select from pg_class join pg_roles on pg_roles.oid = relowner where rolname = '${login}'`,
    );
    expect(owned).toHaveLength(0);
    expect(await end(program)).toBe(0);
  });

  test('is used under one login for both, and at Ctrl-C the request that is being read is finished', async () => {
    const { program, url } = await aServer({ DATA_DIR: await aDataFolder(), DATABASE_URL: database.ownerUrl });
    const { hostname, port } = new URL(url);
    const body = JSON.stringify({ query: '{ standardWorkflow { code } }' });
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    const closed = once(socket, 'close');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.slice(0, 10));
    await sleep(300);
    program.signal('SIGINT');
    await sleep(300);
    socket.write(body.slice(10));
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(JSON.stringify(wellAnswered));
    expect(await program.exit).toBe(0);
  });

  test('is let go when the port turns out to be taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const PORT = typeof address === 'object' && address !== null ? String(address.port) : '';
    expectSentences(
      await runProgram(main, { ...quiet, PORT, DATA_DIR: await aDataFolder(), DATABASE_URL: database.ownerUrl }),
      1,
      PORT,
      '127.0.0.1',
      'PORT',
    );
  });

  test('refuses a wrong password in one sentence', async () => {
    const url = new URL(database.ownerUrl);
    url.password = 'wrong-secret';
    const run = await runProgram(main, { ...quiet, DATA_DIR: await aDataFolder(), DATABASE_URL: url.href });
    expectSentences(run, 1, url.host, 'DATABASE_URL');
    expect(run.errors).not.toContain('wrong-secret');
  });

  test('of a newer version is left alone', async () => {
    await database.asOwner("insert into mikro_orm_migrations (name) values ('Migration29990101000000_newer')");
    const run = await runProgram(main, { ...quiet, DATA_DIR: await aDataFolder(), DATABASE_URL: database.ownerUrl });
    expectSentences(run, 1, 'Migration29990101000000_newer');
  });
});
