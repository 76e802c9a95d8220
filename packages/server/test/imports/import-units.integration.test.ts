import { createTenant, importUnits, previewUnits, type ImportUnitsInput } from '@khuyenhoc/application';
import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import { calendarDate, present, vietnamDate } from '@khuyenhoc/kernel';
import {
  createPostgresGate,
  createPostgresReads,
  createPostgresTenantDirectory,
  createPostgresUnitOfWork,
  migrate,
  openDatabase,
  type Database,
} from '@khuyenhoc/persistence';
import { createVault, sha256, systemClock, systemIds } from '@khuyenhoc/vault';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { officerSession } from '../../src/cli/officer-session.ts';
import { createTableSheet } from '../../src/imports/table-sheet.ts';
import { accepted } from './a-campaign.ts';

let copy: TestDatabase;
let database: Database;

beforeAll(async () => {
  copy = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
  accepted(await migrate({ ownerUrl: copy.url, appLogin: null }));
  // With one connection, whoever asked for a second inside a transaction would wait until the test ends.
  database = await openDatabase({ url: copy.url, poolSize: 1, statementTimeoutMs: 30_000 });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const today = vietnamDate(systemClock.now());
const day = calendarDate('2025-07-01');
const rootName = 'Hội Khuyến học tỉnh Mẫu';
const actNumber = '15/QĐ-UBND';
const signIn = { issuer: 'https://id.example.vn', subject: 'officer' };

function composed() {
  const unitOfWork = createPostgresUnitOfWork(database, { enqueue: () => Promise.reject(new Error('no job')) });
  return {
    clock: systemClock,
    ids: systemIds,
    digest: sha256,
    vault: createVault({ masterKey: new Uint8Array(32).fill(7) }),
    unitOfWork,
    directory: createPostgresTenantDirectory(database),
    acts: createPostgresReads(database),
    sheet: createTableSheet(),
  };
}

const titles = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Đơn vị cấp trên', 'Mã địa phương', 'Khu vực', 'Ngày thành lập'];

/** A province's whole tree below its root, the branches before the communes that they stand below. */
const branches = Array.from({ length: 5_695 }, (_, index) => [
  `C${index}`,
  `Chi hội khu ${index}`,
  'Chi hội',
  `X${index % 577}`,
  '',
  '',
  '02/07/2025',
]);
const communes = Array.from({ length: 577 }, (_, index) => [
  `X${index}`,
  `Hội Khuyến học xã số ${index}`,
  'Hội cấp xã',
  rootName,
  String(8_000 + index).padStart(5, '0'),
  'II',
  '01/07/2025',
]);

async function aList(rows: readonly (readonly string[])[]): Promise<ImportUnitsInput> {
  const sheet = { name: 'Đơn vị', rows: [titles, ...rows].map((row) => [...row]) };
  return { file: await writeXlsx({ sheets: [sheet] }), actNumber, on: today };
}

test('a province of 577 communes and 5,695 branches is founded whole, or not at all', async () => {
  const deps = composed();
  const created = accepted(
    await createTenant(deps, {
      name: rootName,
      foundedBy: {
        number: actNumber,
        title: 'Về việc lập Hội',
        body: 'UBND',
        signer: 'Chủ tịch',
        issuedOn: day,
        inForceFrom: day,
      },
      root: { name: rootName, typeCode: 'PROVINCE', placeCodeSystem: null, placeCode: null, foundedOn: day },
      officer: { fullName: 'Cán bộ Mẫu', ...signIn, decision: '01/QĐ', validFrom: day },
    }),
  );
  const { tenantId } = created;
  const asked = { ...signIn, tenantId, permission: 'association.found', today } as const;
  const session = accepted(await officerSession(createPostgresGate(database), asked));
  const standing = () =>
    deps.unitOfWork.run(tenantId, ({ associations }) => associations.findWithin(session.mandate.path));

  const wrong = await importUnits(
    deps,
    session,
    await aList([...branches, ...communes, ['X9', '', '', '', '', '', '']]),
  );
  expect(wrong).toMatchObject({ ok: false, error: { code: 'UNITS_FAULTY', rows: 6_273 } });
  expect(await standing()).toHaveLength(1);

  const list = await aList([...branches, ...communes]);
  const previewed = accepted(await previewUnits(deps, session, list));
  expect(await standing()).toHaveLength(1);
  const founded = accepted(await importUnits(deps, session, list));
  // The preview named the very associations that the deed founds.
  expect(new Set(founded.map(({ id }) => id))).toEqual(new Set(previewed.map(({ id }) => id)));
  const now = await standing();
  expect(now).toHaveLength(1 + 577 + 5_695);
  const above = present(
    now.find(({ name }) => name === 'Hội Khuyến học xã số 0'),
    'a commune',
  );
  expect(now.find(({ name }) => name === 'Chi hội khu 577')).toMatchObject({
    parentId: above.id,
    foundedOn: '2025-07-02',
  });
}, 600_000);
