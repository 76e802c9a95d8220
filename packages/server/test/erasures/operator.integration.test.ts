import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundNetwork, keyHolders, sealClearNames } from '@khuyenhoc/application';
import { atFounding, pathBelow, type Association } from '@khuyenhoc/domain';
import { calendarDate, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import {
  createPostgresSubjectKeys,
  createPostgresUnitOfWork,
  migrate,
  openDatabase,
  type Database,
} from '@khuyenhoc/persistence';
import { createVault, openKeyFolder, sha256, systemClock, systemIds } from '@khuyenhoc/vault';
import { expect, inject, onTestFinished, test } from 'vitest';
import { runProgram } from '../a-program.ts';
import { anExternalDatabase, type ExternalDatabase } from '../an-external-database.ts';

interface Ground {
  readonly external: ExternalDatabase;
  readonly database: Database;
  readonly folder: string;
  readonly tenantId: TenantId;
  readonly personIds: readonly PersonId[];
  readonly cli: (...args: readonly string[]) => ReturnType<typeof runProgram>;
}

/** A network with three officials in a database of its own, and the command line on it. */
async function aGround(): Promise<Ground> {
  const external = await anExternalDatabase(inject('postgresAdminUrl'));
  onTestFinished(external.drop);
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-keys-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const migrated = await migrate({ ownerUrl: external.ownerUrl, appLogin: new URL(external.appUrl).username });
  if (!migrated.ok) throw new Error(migrated.error.code);
  const database = await openDatabase({ url: external.appUrl, poolSize: 2, statementTimeoutMs: 10_000 });
  onTestFinished(() => database.close());
  const folder = join(dataDir, 'keys');
  const tenantId = systemIds.uuid() as TenantId;
  const id = systemIds.associationId();
  const province: Association = {
    tenantId,
    id,
    name: 'Hội Khuyến học tỉnh Mẫu',
    typeCode: 'province',
    parentId: null,
    path: pathBelow(null, id),
    ...atFounding,
    foundedOn: calendarDate('2020-01-01'),
  };
  const personIds = Array.from({ length: 3 }, () => systemIds.uuid() as PersonId);
  const unitOfWork = createPostgresUnitOfWork(database, { enqueue: () => Promise.reject(new Error('no job')) });
  const vault = createVault({ keys: await openKeyFolder(folder) });
  await foundNetwork(
    { clock: systemClock, unitOfWork, vault, digest: sha256 },
    {
      tenantId,
      name: province.name,
      associations: [province],
      people: personIds.map((personId) => ({
        id: personId,
        profile: {
          fullName: 'Cán bộ Mẫu',
          birthDate: null,
          school: null,
          grade: null,
          guardianName: null,
          guardianRelation: null,
        },
        identity: null,
        mandates: [
          {
            id: systemIds.uuid() as MandateId,
            personId,
            role: 'officer',
            associationId: id,
            path: province.path,
            validFrom: calendarDate('2024-01-01'),
            validTo: null,
            decision: '1/QĐ',
          },
        ],
      })),
    },
  );
  const environment = {
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    DATABASE_URL: external.appUrl,
    DATABASE_OWNER_URL: external.ownerUrl,
  };
  return {
    external,
    database,
    folder,
    tenantId,
    personIds,
    cli: (...args) => runProgram('cli/main.ts', environment, args),
  };
}

const profiles = ({ external }: Ground) =>
  external.asOwner<{ key: Uint8Array; profile: Uint8Array }>(
    'select wrapped_key as key, profile from person order by id',
  );

test('every table with a wrapped key is one that a rotation knows', async () => {
  const { external } = await aGround();
  const tables = await external.asOwner<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'wrapped_key' order by 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual([...keyHolders].toSorted());
});

test('keys rotate wraps every key anew and retire takes the old master key away; everything stays readable', async () => {
  const ground = await aGround();
  const before = await profiles(ground);
  const rotated = await ground.cli('keys', 'rotate', '--json');
  expect(rotated, rotated.errors).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(rotated.output)).toEqual({ rewrapped: 3, retired: 0, masterKeys: 2 });
  // Run again it finds nothing to do, as after a run that was cut off at its end.
  expect(JSON.parse((await ground.cli('keys', 'rotate', '--json')).output)).toMatchObject({
    rewrapped: 0,
    masterKeys: 2,
  });
  const retired = await ground.cli('keys', 'rotate', '--retire', '--json');
  expect(JSON.parse(retired.output)).toEqual({ rewrapped: 0, retired: 1, masterKeys: 1 });
  expect((await readdir(ground.folder)).toSorted()).toEqual(['index.key', 'master-0002.key']);
  const vault = createVault({ keys: await openKeyFolder(ground.folder) });
  const after = await profiles(ground);
  for (const [index, { key, profile }] of after.entries()) {
    expect(vault.open(key, profile)).toContain('Cán bộ Mẫu');
    expect(Buffer.from(profile).equals(before[index]?.profile ?? Buffer.alloc(0))).toBe(true);
    expect(Buffer.from(key).equals(before[index]?.key ?? Buffer.alloc(0))).toBe(false);
  }
});

test('erasures that one database exports are applied to another state of it, once', async () => {
  const ground = await aGround();
  const [personId] = ground.personIds;
  const list = join(ground.folder, 'erasures.jsonl');
  const line = (person: string) =>
    JSON.stringify({
      tenant: ground.tenantId,
      person,
      reason: 'REQUESTED',
      act: null,
      erasedAt: '2026-01-05T02:00:00.000Z',
    });
  await writeFile(list, `${line(personId ?? '')}\n${line(randomUUID())}\n`);
  const applied = await ground.cli('erasures', 'apply', list, '--json');
  expect(applied, applied.errors).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(applied.output)).toEqual({ erased: 1, already: 0, unknown: 1 });
  expect(JSON.parse((await ground.cli('erasures', 'apply', list, '--json')).output)).toEqual({
    erased: 0,
    already: 1,
    unknown: 1,
  });
  const exported = await ground.cli('erasures', 'export');
  const lines = exported.output
    .trim()
    .split('\n')
    .map((one): unknown => JSON.parse(one));
  expect(lines).toMatchObject([{ tenant: ground.tenantId, person: personId, reason: 'REQUESTED', act: null }]);
  await writeFile(list, `${line(personId ?? '')}\nnot a line\n`);
  expect(await ground.cli('erasures', 'apply', list)).toMatchObject({ code: 2, output: '' });
});

test('names that an older version wrote in clear are sealed when this one is installed, and named donors stay named', async () => {
  const { external, database, folder, tenantId } = await aGround();
  const vault = createVault({ keys: await openKeyFolder(folder) });
  const key = vault.newSubject();
  const hex = Buffer.from(key).toString('hex');
  await external.asOwner(
    `insert into donor (tenant_id, id, path, display_name) values ('${tenantId}', '${randomUUID()}', '/a/', 'Ông Cũ');
     insert into donor (tenant_id, id, path, display_name, is_named) values ('${tenantId}', '${randomUUID()}', '/a/', 'Bà Công Khai', true);
     insert into import_batch (tenant_id, id, path, uploaded_by, mandate_id, file_name, file_hash, wrapped_key, content, state, all_or_nothing, rows, faulty_rows, done_rows, created_at)
     values ('${tenantId}', '${randomUUID()}', '/a/', '${randomUUID()}', '${randomUUID()}', 'Lớp 7A.xlsx', '', '\\x${hex}', '', 'done', false, 0, 0, 0, now())`,
  );
  const subjectKeys = createPostgresSubjectKeys(database);
  expect(await sealClearNames({ subjectKeys, vault })).toEqual({ donors: 1, lists: 1 });
  expect(await sealClearNames({ subjectKeys, vault })).toEqual({ donors: 0, lists: 0 });
  const donors = await external.asOwner<{ name: string | null; key: Uint8Array | null; sealed: Uint8Array | null }>(
    'select display_name as name, wrapped_key as key, sealed_name as sealed from donor order by display_name nulls last',
  );
  expect(donors[0]).toEqual({ name: 'Bà Công Khai', key: null, sealed: null });
  const [, { key: donorKey, sealed } = { key: null, sealed: null }] = donors;
  expect(vault.open(donorKey ?? key, sealed ?? new Uint8Array())).toBe('Ông Cũ');
  const [list] = await external.asOwner<{ name: string | null; sealed: Uint8Array }>(
    'select file_name as name, sealed_name as sealed from import_batch',
  );
  expect(list?.name).toBeNull();
  expect(vault.open(key, list?.sealed ?? new Uint8Array())).toBe('Lớp 7A.xlsx');
});
