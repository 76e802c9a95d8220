import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { binariesForOthers } from '../src/binaries-for-others.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/index.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

test('the first start makes a database that the next start finds again, within three seconds, on a path with spaces and accents', async () => {
  const dataDir = join(await aFolder(), 'dữ liệu của "Hội"');
  const first = await started(dataDir);
  expect(first.created).toBe(true);
  await query(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();

  const second = await started(dataDir);
  expect(second.created).toBe(false);
  expect(second.startedInMs).toBeLessThan(3_000);
  expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('the database is UTF-8 in C.UTF-8, waits for the disk, listens on 127.0.0.1 alone and logs no values', async () => {
  const { ownerUrl } = await started(await aFolder());
  const [row] = await query(
    ownerUrl,
    `select version() as version, datlocale, pg_encoding_to_char(encoding) as encoding, lower('ĐẶNG') as lower,
       current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
       current_setting('unix_socket_directories') as sockets, current_setting('log_error_verbosity') as verbosity
     from pg_database where datname = current_database()`,
  );
  expect(row?.['version']).toMatch(/^PostgreSQL 18\./);
  expect(row).toMatchObject({
    datlocale: 'C.UTF-8',
    encoding: 'UTF8',
    lower: 'đặng',
    fsync: 'on',
    addresses: '127.0.0.1',
    sockets: '',
    verbosity: 'terse',
  });
});

test('the password stands in a file for the owner alone, and no other password opens the database', async () => {
  const dataDir = await aFolder();
  const { ownerUrl } = await started(dataDir);
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
  expect(new URL(ownerUrl).password).toBe(await readFile(join(dataDir, 'postgres-password'), 'utf8'));
  const guessed = new URL(ownerUrl);
  guessed.password = 'postgres';
  await expect(query(guessed.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(await readFile(join(dataDir, 'postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^(local|host).*trust\s*$/m);
});

test('a folder in use is refused with the process that holds it, and is free again after its stop', async () => {
  const dataDir = await aFolder();
  const first = await started(dataDir);
  const refused = await startEmbeddedPostgres({ dataDir, log: () => {} });
  expect(refused).toMatchObject({ ok: false, error: { code: 'DATA_DIR_IN_USE', pid: process.pid } });
  await first.stop();
  await first.stop();
  await started(dataDir);
});

test('after kill -9 of the process the next start stops the PostgreSQL left behind and finds every commit', async () => {
  const dataDir = await aFolder();
  const killed = await aProcessWithPostgres(dataDir);
  await query(killed.ownerUrl, 'create table kept as select 42 as answer');
  const open = new Client({ connectionString: killed.ownerUrl });
  open.on('error', () => {});
  await open.connect();
  await open.query('begin; insert into kept values (43)');
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  const orphan = await postmasterPid(dataDir);
  expect(isAlive(orphan)).toBe(true);

  const lines: string[] = [];
  const next = await started(dataDir, (line) => lines.push(line));
  await expect(query(killed.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(lines.join('\n')).toContain(`PostgreSQL ${orphan} was left behind`);
  expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('after kill -9 of PostgreSQL itself the reason is told and the next start recovers', async () => {
  const dataDir = await aFolder();
  const first = await started(dataDir);
  await query(first.ownerUrl, 'create table kept as select 42 as answer');
  process.kill(await postmasterPid(dataDir), 'SIGKILL');
  expect(await first.exited).toContain('SIGKILL');
  await first.stop();
  const second = await started(dataDir);
  expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a stale process id that now belongs to another program neither harms that program nor blocks the start', async () => {
  const dataDir = await aFolder();
  await (await started(dataDir)).stop();
  const bystander = spawn('sleep', ['60']);
  cleanups.push(async () => bystander.kill());
  await writeFile(
    join(dataDir, 'postgres', 'postmaster.pid'),
    `${bystander.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );
  await started(dataDir);
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
});

test('a copy of a folder in use starts by itself and leaves the original running', async () => {
  const original = await aFolder();
  const first = await started(original);
  const copy = join(await aFolder(), 'copy');
  await query(first.ownerUrl, 'checkpoint');
  await cp(original, copy, { recursive: true });
  await ownedLike(join(original, 'postgres'), join(copy, 'postgres'));
  await started(copy);
  expect(await query(first.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a first start cut short leaves nothing that the next one trips over', async () => {
  const dataDir = await aFolder();
  const begun = await aProcessWithPostgres(dataDir, { killAfterMs: 300 });
  await once(begun.child, 'exit');
  expect(await query((await started(dataDir)).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database without its password file, and one of a newer PostgreSQL, are refused with the step and the reason', async () => {
  const dataDir = await aFolder();
  await (await started(dataDir)).stop();
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '99\n');
  expect(await failure(dataDir)).toMatch(/^DATA_FOLDER: .*PostgreSQL 99/);
  await rm(join(dataDir, 'postgres-password'));
  expect(await failure(dataDir)).toMatch(/^PASSWORD: .*postgres-password/);
});

test('a path where no folder can be is refused', async () => {
  const file = join(await aFolder(), 'file');
  await writeFile(file, '');
  expect(await failure(join(file, 'data'))).toMatch(/^DATA_FOLDER: /);
});

test('programs in a folder closed to others are copied once to a safe place when root runs them', async () => {
  if (process.geteuid?.() !== 0) return;
  const native = join(await aFolder(), 'native');
  await mkdir(join(native, 'bin'), { recursive: true });
  await writeFile(join(native, 'bin', 'postgres'), '#!/bin/sh\n', { mode: 0o755 });
  const cache = await mkdtemp('/var/tmp/khuyenhoc-cache-');
  cleanups.push(() => rm(cache, { recursive: true, force: true }));
  await chmod(cache, 0o777);
  expect(await binariesForOthers({ native, name: 'postgres-test', places: [cache] }).catch(String)).toContain(
    'none of these',
  );
  await chmod(cache, 0o755);
  const copy = await binariesForOthers({ native, name: 'postgres-test', places: [cache] });
  expect(copy).toBe(join(cache, 'postgres-test'));
  expect((await stat(join(copy, 'bin', 'postgres'))).mode & 0o005).toBe(0o005);
  await writeFile(join(native, 'bin', 'postgres'), 'changed');
  expect(await binariesForOthers({ native, name: 'postgres-test', places: [cache] })).toBe(copy);
  expect(await readFile(join(copy, 'bin', 'postgres'), 'utf8')).toBe('#!/bin/sh\n');
});

test('it runs as an ordinary user too', async () => {
  if (process.geteuid?.() !== 0) return;
  const home = await aFolder();
  await chown(home, 65_534, 65_534);
  const held = await aProcessWithPostgres(join(home, 'data'), { uid: 65_534 });
  expect(await query(held.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  held.child.kill('SIGTERM');
  await once(held.child, 'exit');
  await expect(query(held.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-embedded-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function started(dataDir: string, log: (line: string) => void = () => {}): Promise<EmbeddedPostgres> {
  const result = await startEmbeddedPostgres({ dataDir, log });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  cleanups.push(result.value.stop);
  return result.value;
}

async function failure(dataDir: string): Promise<string> {
  const result = await startEmbeddedPostgres({ dataDir, log: () => {} });
  if (result.ok || result.error.code !== 'EMBEDDED_POSTGRES_FAILED') throw new Error('no failure');
  return `${result.error.step}: ${result.error.detail}`;
}

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own that starts PostgreSQL on a folder and then does nothing. */
async function aProcessWithPostgres(
  dataDir: string,
  { killAfterMs, uid }: { readonly killAfterMs?: number; readonly uid?: number } = {},
) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-postgres.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  cleanups.push(async () => child.kill('SIGKILL'));
  if (killAfterMs !== undefined) {
    setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    return { child, ownerUrl: '' };
  }
  for await (const line of createInterface(child.stdout)) return { child, ownerUrl: line };
  throw new Error('the process ended without a PostgreSQL');
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Copying as root makes root the owner of everything; the copy must belong to whom the original belongs to. */
async function ownedLike(original: string, copy: string): Promise<void> {
  const { uid, gid } = await stat(original);
  await once(spawn('chown', ['-R', `${uid}:${gid}`, copy]), 'exit');
}
