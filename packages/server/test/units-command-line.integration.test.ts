import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { anExternalDatabase, type ExternalDatabase } from './an-external-database.ts';
import { runProgram, type Environment } from './a-program.ts';

let database: ExternalDatabase;
let folder: string;
let environment: Environment;
let tenantId: string;

const cli = (...args: readonly string[]) => runProgram('cli/main.ts', environment, args);

beforeAll(async () => {
  database = await anExternalDatabase(inject('postgresAdminUrl'));
  folder = await mkdtemp(join(tmpdir(), 'khuyenhoc-units-'));
  environment = {
    LOG_LEVEL: 'error',
    DATA_DIR: folder,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  };
  const created = await cli(
    'tenant',
    'create',
    '--file',
    await aFile('network.json', JSON.stringify(network)),
    '--json',
  );
  expect(created).toMatchObject({ code: 0, errors: '' });
  tenantId = (JSON.parse(created.output) as { readonly tenantId: string }).tenantId;
}, 120_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const root = 'Hội Khuyến học tỉnh Phú Thọ';
const network = {
  name: root,
  foundedBy: {
    number: '15/QĐ-UBND',
    title: 'Về việc thành lập Hội Khuyến học tỉnh',
    body: 'Ủy ban nhân dân tỉnh',
    signer: 'Chủ tịch Ủy ban nhân dân tỉnh',
    issuedOn: '2025-07-01',
    inForceFrom: '2025-07-01',
  },
  root: { name: root, typeCode: 'PROVINCE', placeCodeSystem: 'VN-GSO', placeCode: '25', foundedOn: '2025-07-01' },
  officer: {
    fullName: 'Cán bộ Mẫu',
    issuer: 'https://id.example.vn',
    subject: 'officer',
    decision: '01/QĐ-HKH',
    validFrom: '2025-07-01',
  },
};

const titles = [
  'Mã đơn vị',
  'Tên',
  'Loại',
  'Đơn vị cấp trên',
  'Mã địa phương',
  'Lớp đơn vị',
  'Khu vực',
  'Ngày thành lập',
];
const good = [
  ['C1', 'Chi hội khu 1', 'Chi hội', 'X1', '', '', '', '02/07/2025'],
  ['X1', 'Hội Khuyến học xã Đồi Chè', 'Hội cấp xã', root, '08230', 'A', 'II', '01/07/2025'],
];

const importUnits = (file: string, ...rest: readonly string[]) => {
  const as = ['--as', 'https://id.example.vn', 'officer'];
  return cli('units', 'import', file, '--tenant', tenantId, '--act', '15/QĐ-UBND', ...as, ...rest);
};

const founded = () =>
  database.asOwner<{ readonly name: string; readonly above: string; readonly number: string }>(
    `select a.name, p.name as above, l.number from association a
     join association p on p.tenant_id = a.tenant_id and p.id = a.parent_id
     join association_period t on t.tenant_id = a.tenant_id and t.association_id = a.id
     join legal_act l on l.tenant_id = t.tenant_id and l.id = t.act_id
     where a.tenant_id = '${tenantId}' order by a.path`,
  );

test('a faulty list founds nothing, says every row, and comes back with a column of faults', async () => {
  const rows = [...good, ['C2', 'Chi hội khu 2', 'Chi hội', 'X9', '', '', '', '30/02/2025']];
  const file = await aFile('faulty.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows: [titles, ...rows] }] }));
  const corrected = join(folder, 'corrected.xlsx');
  const run = await importUnits(file, '--corrected', corrected);
  expect(run).toMatchObject({ code: 1, output: '' });
  for (const part of ['dòng 4: Đơn vị cấp trên', 'dòng 4: Ngày thành lập', 'row 4']) expect(run.errors).toContain(part);
  const { sheets } = await readXlsx(await readFile(corrected));
  expect(sheets[0]?.rows.map((row) => row[8] ?? '')).toEqual(['Lỗi', '', '', expect.stringContaining('"X9"')]);
  expect(await founded()).toEqual([]);
  const told = await importUnits(file, '--json');
  expect(told.code).toBe(1);
  expect(JSON.parse(told.output)).toMatchObject({
    done: 'not',
    rows: 3,
    faults: [
      { rowNumber: 4, column: 'foundedOn', code: 'DATE_INVALID' },
      { rowNumber: 4, column: 'parent', code: 'PARENT_UNKNOWN' },
    ],
  });
}, 120_000);

test('a list is shown first, founded once, and refused row by row the second time', async () => {
  const file = await aFile('good.csv', [titles, ...good].map((row) => row.join(';')).join('\r\n'));
  const shown = await importUnits(file, '--dry-run');
  expect(shown).toMatchObject({ code: 0, errors: '' });
  expect(shown.output).toContain('--dry-run');
  expect(await founded()).toEqual([]);
  const done = await importUnits(file, '--json');
  expect(done).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(done.output)).toMatchObject({ done: 'now', units: 2, byType: { COMMUNE: 1, BRANCH: 1 } });
  expect(await founded()).toEqual([
    { name: 'Hội Khuyến học xã Đồi Chè', above: root, number: '15/QĐ-UBND' },
    { name: 'Chi hội khu 1', above: 'Hội Khuyến học xã Đồi Chè', number: '15/QĐ-UBND' },
  ]);
  const again = await importUnits(file, '--json');
  expect(again.code).toBe(1);
  expect(JSON.parse(again.output)).toMatchObject({ done: 'not', faults: [{ rowNumber: 3, code: 'NAME_THERE' }] });
  expect(await founded()).toHaveLength(2);
}, 120_000);

test('an unknown act, a stranger, a file that is no list and a wrong call are told apart', async () => {
  const file = await aFile(
    'later.csv',
    [titles, ['X2', 'Hội Khuyến học xã Rừng Cọ', 'Xã', root, '', '', '', '01/07/2025']]
      .map((row) => row.join(','))
      .join('\n'),
  );
  const whose = (act: string, subject: string) =>
    cli('units', 'import', file, '--tenant', tenantId, '--act', act, '--as', 'https://id.example.vn', subject);
  expect((await whose('404/QĐ', 'officer')).errors).toContain('404/QĐ');
  expect(await whose('15/QĐ-UBND', 'stranger')).toMatchObject({ code: 1, output: '' });
  expect((await importUnits(await aFile('text.csv', 'xin chào'))).errors).toContain('Đơn vị cấp trên');
  expect(await importUnits(join(folder, 'nowhere.csv'))).toMatchObject({ code: 2, output: '' });
  expect(await importUnits(file, '--on', '2025-02-30')).toMatchObject({ code: 2, output: '' });
}, 240_000);
