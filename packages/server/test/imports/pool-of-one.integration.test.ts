import { confirmImport, previewImport, runImport, uploadNominees } from '@khuyenhoc/application';
import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import { migrate, openDatabase, type Database } from '@khuyenhoc/persistence';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accepted, aCampaign, depsOn } from './a-campaign.ts';
import { aRow, aWorkbook } from './makers.ts';

let copy: TestDatabase;
let database: Database;

beforeAll(async () => {
  copy = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
  accepted(await migrate({ ownerUrl: copy.url, appLogin: null }));
  // As with POOL_SIZE=1: whoever asked for a second connection inside a transaction would wait until the test ends.
  database = await openDatabase({ url: copy.url, poolSize: 1, statementTimeoutMs: 30_000 });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

test.each([true, false])('a whole import needs no second connection (all or nothing: %s)', async (allOrNothing) => {
  const deps = depsOn(database, { enqueue: () => Promise.resolve() });
  const campaign = await aCampaign(deps);
  const rows = ['Bùi Thị Ha', 'Bùi Thị Hb', 'Bùi Thị Hc'].map((fullName, index) => ({
    ...aRow,
    number: index + 1,
    fullName,
  }));
  const file = { fileName: 'danh-sach.xlsx', bytes: await aWorkbook(rows) };
  const { importId } = accepted(await uploadNominees(deps, campaign.nominator, file));
  accepted(await previewImport(deps, campaign.nominator, { importId, campaignId: campaign.id }));
  const confirmation = { importId, allOrNothing, idempotencyKey: `confirm ${importId}` };
  accepted(await confirmImport(deps, campaign.nominator, confirmation));
  const done = accepted(await runImport(deps, { tenantId: campaign.tenantId, importId }));
  expect(done).toMatchObject({ state: 'done', doneRows: 3 });
});
