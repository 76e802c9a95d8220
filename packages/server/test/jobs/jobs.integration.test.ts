import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import type { ImportId, TenantId } from '@khuyenhoc/kernel';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { createJobs, type JobService } from '../../src/jobs/create-jobs.ts';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { createLogger } from '../../src/logger.ts';
import { inTransaction } from './transaction.ts';

const tenantId = '01970000-0000-7000-8000-000000000001' as TenantId;
const appLogin = `app_${process.pid}`;
const adminUrl = inject('postgresAdminUrl');
let database: TestDatabase;
let appUrl: string;
const services: JobService[] = [];

beforeAll(async () => {
  database = await createDatabaseFromTemplate(adminUrl, 'template0');
  await sql(`do $$ begin create role khuyenhoc_writer nologin; exception when duplicate_object then null; end $$`);
  await sql(`create role ${appLogin} login password 'app'; grant khuyenhoc_writer to ${appLogin}`);
  const url = new URL(database.url);
  url.username = appLogin;
  url.password = 'app';
  appUrl = url.href;
  await installJobs({ ownerUrl: database.url, appLogin });
});

afterEach(async () => {
  for (const service of services.splice(0)) await service.stop({ timeoutMs: 1_000 });
});

afterAll(async () => {
  await database.drop();
  await sql(`drop role ${appLogin}`, adminUrl);
});

async function sql(text: string, url = database.url): Promise<readonly object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows ?? [];
  } finally {
    await client.end();
  }
}

async function started(): Promise<JobService> {
  const service = createJobs({ appUrl, logger: createLogger({ level: 'silent' }) });
  services.push(service);
  await service.start();
  return service;
}

function importId(last: number): ImportId {
  return `01970000-0000-7000-8000-${String(last).padStart(12, '0')}` as ImportId;
}

async function queue(service: JobService, id: ImportId, end: 'commit' | 'rollback' = 'commit'): Promise<void> {
  await inTransaction(appUrl, end, (transaction) =>
    service.enqueue(transaction, 'run-import', { tenantId, importId: id }),
  );
}

function jobsOf(id: ImportId): Promise<readonly unknown[]> {
  return sql(`select state, data, output from pgboss.job where data->>'importId' = '${id}'`);
}

async function until(condition: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`did not come true within ${timeoutMs} ms`);
}

test('installing twice, and by two servers at once, is as good as once', async () => {
  await Promise.all([
    installJobs({ ownerUrl: database.url, appLogin }),
    installJobs({ ownerUrl: database.url, appLogin }),
  ]);
  expect(await sql(`select name, policy from pgboss.queue where name = 'run-import'`)).toEqual([
    { name: 'run-import', policy: 'exclusive' },
  ]);
});

test('a job queued in a transaction that is rolled back never was', async () => {
  const service = await started();
  await queue(service, importId(1), 'rollback');
  expect(await jobsOf(importId(1))).toEqual([]);
  await queue(service, importId(1));
  expect(await jobsOf(importId(1))).toEqual([expect.objectContaining({ data: { tenantId, importId: importId(1) } })]);
});

test('an import has one job, however often it is queued', async () => {
  const service = await started();
  await queue(service, importId(2));
  await queue(service, importId(2));
  expect(await jobsOf(importId(2))).toHaveLength(1);
});

test('of two servers one works a job, once', async () => {
  const worked: string[] = [];
  const [first, second] = [await started(), await started()];
  const handlers = { 'run-import': async (job: { readonly importId: ImportId }) => void worked.push(job.importId) };
  await first.work(handlers);
  await second.work(handlers);
  for (const last of [11, 12, 13, 14]) await queue(first, importId(last));
  await until(() => [11, 12, 13, 14].every((last) => worked.includes(importId(last))), 30_000);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(worked.filter((id) => id >= importId(11)).toSorted()).toEqual([11, 12, 13, 14].map(importId));
});

test('a job that fails is tried again, and what the queue keeps of the failure quotes nobody', async () => {
  const service = await started();
  let tries = 0;
  await service.work({
    'run-import': async (job) => {
      if (job.importId !== importId(21)) return;
      tries += 1;
      if (tries === 1) throw Object.assign(new Error('duplicate key (Nguyễn Văn A, 05/06/2013)'), { code: '23505' });
    },
  });
  await queue(service, importId(21));
  await until(() => tries === 1, 15_000);
  await until(async () => JSON.stringify(await jobsOf(importId(21))).includes('JobFailed'), 10_000);
  expect(JSON.stringify(await jobsOf(importId(21)))).not.toContain('Nguyễn');
  await until(() => tries === 2, 30_000);
});

test('a job whose server is killed is taken up by another once its heartbeat is missed', async () => {
  const service = await started();
  const victim: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'hold-job.ts')], {
    env: { ...process.env, APP_URL: appUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken: string[] = [];
  victim.stdout?.on('data', (chunk: Buffer) => taken.push(chunk.toString()));
  await queue(service, importId(31));
  await until(() => taken.join('').includes(importId(31)), 30_000);
  victim.kill('SIGKILL');
  await once(victim, 'exit');
  const killedAt = Date.now();
  const resumed: string[] = [];
  await service.work({ 'run-import': async (job) => void resumed.push(job.importId) });
  await until(() => resumed.includes(importId(31)), 25_000);
  // Ten seconds of heartbeat and two of watching; the rest is for a busy machine.
  expect(Date.now() - killedAt).toBeLessThan(20_000);
});
