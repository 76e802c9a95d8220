import { addDays, present, vietnamDate } from '@khuyenhoc/kernel';
import { systemClock } from '@khuyenhoc/vault';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { anExternalDatabase, type ExternalDatabase } from './an-external-database.ts';
import { runProgram, type Environment } from './a-program.ts';

let database: ExternalDatabase;
let folder: string;
let environment: Environment;

beforeAll(async () => {
  database = await anExternalDatabase(inject('postgresAdminUrl'));
  folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-tenants-'));
  environment = {
    LOG_LEVEL: 'error',
    DATA_DIR: folder,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  };
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...args: readonly string[]) => runProgram('cli/main.ts', environment, ['tenant', ...args]);

interface NetworkFile {
  readonly name: string;
  readonly foundedBy: { readonly number: string };
}

/** The file that the package's page shows. */
async function documentedFile(): Promise<NetworkFile> {
  const page = await readFile(join(import.meta.dirname, '../NETWORKS.md'), 'utf8');
  const fence = /```json\n(\{\n {2}"name"[^]*?)\n```/.exec(page)?.[1];
  return JSON.parse(present(fence, 'the file of a network in the page')) as NetworkFile;
}

async function aFile(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

interface Created {
  readonly tenantId: string;
  readonly associationId: string;
  readonly mandateId: string;
}

async function create(content: NetworkFile): Promise<Created> {
  const run = await cli('create', '--file', await aFile('network.json', content), '--json');
  expect(run).toMatchObject({ code: 0, errors: '' });
  return JSON.parse(run.output) as Created;
}

test('the file that the page shows founds a network, once, whose officer can sign in', async () => {
  const documented = await documentedFile();
  const created = await create(documented);
  const again = await cli('create', '--file', await aFile('again.json', documented));
  expect(again).toMatchObject({ code: 1, output: '' });
  expect(again.errors).toContain(created.tenantId);
  const mandates = await database.asOwner<{ readonly role: string; readonly id: string; readonly number: string }>(
    `select m.role, m.id, a.number from identity i
     join mandate m on m.tenant_id = i.tenant_id and m.person_id = i.person_id
     join legal_act a on a.tenant_id = i.tenant_id`,
  );
  expect(mandates).toEqual([{ role: 'officer', id: created.mandateId, number: documented.foundedBy.number }]);
}, 120_000);

test('a file that is not as it should be is told field by field, and a wrong call is told', async () => {
  const broken = { ...(await documentedFile()), root: { name: '', typeCode: 'province' }, colour: 'red' };
  const run = await cli('create', '--file', await aFile('broken.json', broken));
  expect(run).toMatchObject({ code: 2, output: '' });
  for (const part of ['root.name', 'root.typeCode', 'root.foundedOn', 'colour']) expect(run.errors).toContain(part);
  const merge = ['merge', '--from', 'here', '--into', 'there', '--act', '1', '--on', '2025-02-30'];
  expect(await cli(...merge)).toMatchObject({ code: 2, output: '' });
}, 120_000);

test('a network is merged into another once, after it was shown what would move; the list says where it went', async () => {
  const documented = await documentedFile();
  const name = 'Hội Khuyến học tỉnh Mới';
  const old = await create({ ...documented, name: 'Hội Khuyến học tỉnh Cũ' });
  const young = await create({ ...documented, name });
  const on = addDays(vietnamDate(systemClock.now()), -1);
  const { number } = documented.foundedBy;
  const merge = (...rest: readonly string[]) =>
    cli('merge', '--from', old.tenantId, '--into', young.tenantId, '--act', number, '--on', on, ...rest);
  const shown = await merge('--dry-run');
  expect(shown).toMatchObject({ code: 0, errors: '' });
  expect(shown.output).toContain('--dry-run');
  const mapping = await aFile('mapping.json', { associations: { [old.associationId]: young.associationId } });
  const done = await merge('--mapping', mapping, '--json');
  expect(done).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(done.output)).toMatchObject({
    done: 'now',
    associations: 1,
    mandatesEnded: 1,
    successors: [{ from: old.associationId, to: young.associationId, ground: 'named' }],
  });
  expect(JSON.parse((await merge('--json')).output)).toMatchObject({ done: 'before', associations: 1 });
  const listed = JSON.parse((await cli('list', '--json')).output) as readonly { readonly id: string }[];
  expect(listed.find(({ id }) => id === old.tenantId)).toMatchObject({
    status: 'closed',
    closedOn: on,
    successor: { id: young.tenantId, name },
  });
  const back = await cli('merge', '--from', young.tenantId, '--into', old.tenantId, '--act', '404', '--on', on);
  expect(back).toMatchObject({ code: 1, output: '' });
  expect(back.errors).toContain(name);
}, 240_000);
