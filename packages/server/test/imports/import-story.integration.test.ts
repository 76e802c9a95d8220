import {
  confirmImport,
  correctedFile,
  previewImport,
  readNomineeTable,
  runImport,
  uploadNominees,
  type AwardWriter,
  type RunImportJob,
} from '@khuyenhoc/application';
import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import { calendarDate, type ImportId } from '@khuyenhoc/kernel';
import { migrate, openDatabase, type Database } from '@khuyenhoc/persistence';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { importJob } from '../../src/jobs/import-job.ts';
import { createJobs, type JobService } from '../../src/jobs/create-jobs.ts';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { createLogger } from '../../src/logger.ts';
import { accepted, aCampaign, depsOn, type ImportDeps, type TestCampaign } from './a-campaign.ts';
import { aRow, aWorkbook } from './makers.ts';

const logger = createLogger({ level: 'silent' });
let copy: TestDatabase;
let database: Database;
let jobs: JobService;
let deps: ImportDeps;

beforeAll(async () => {
  copy = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
  accepted(await migrate({ ownerUrl: copy.url, appLogin: null }));
  await installJobs({ ownerUrl: copy.url, appLogin: null });
  database = await openDatabase({ url: copy.url, poolSize: 4, statementTimeoutMs: 30_000 });
  jobs = createJobs({ appUrl: copy.url, logger });
  await jobs.start();
  deps = depsOn(database, jobs);
});

afterAll(async () => {
  await jobs.stop({ timeoutMs: 1_000 });
  await database.close();
  await copy.drop();
});

/** As many different children as asked for, none of whom exist; some of them with a fault. */
function children(count: number, faulty: readonly number[] = []) {
  return Array.from({ length: count }, (_, index) => {
    const letters = [...index.toString(2).padStart(10, '0')].map((bit) => (bit === '0' ? 'a' : 'b')).join('');
    return {
      ...aRow,
      number: index + 1,
      fullName: `Bùi Thị H${letters}`,
      amount: faulty.includes(index) ? '2 triệu' : 2_000_000,
    };
  });
}

async function uploaded(campaign: TestCampaign, rows: readonly object[]): Promise<ImportId> {
  const file = { fileName: 'Đồi Chè 2024.xlsx', bytes: await aWorkbook(rows) };
  return accepted(await uploadNominees(deps, campaign.nominator, file)).importId;
}

async function previewed(campaign: TestCampaign, rows: readonly object[]): Promise<ImportId> {
  const importId = await uploaded(campaign, rows);
  accepted(await previewImport(deps, campaign.nominator, { importId, campaignId: campaign.id }));
  return importId;
}

async function confirmed(campaign: TestCampaign, rows: readonly object[], allOrNothing = false): Promise<RunImportJob> {
  const importId = await previewed(campaign, rows);
  accepted(
    await confirmImport(deps, campaign.nominator, { importId, allOrNothing, idempotencyKey: `confirm ${importId}` }),
  );
  return { tenantId: campaign.tenantId, importId };
}

async function sql(text: string): Promise<readonly object[]> {
  const client = new Client({ connectionString: copy.url });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

async function awardsOf({ id }: TestCampaign): Promise<number> {
  return (await sql(`select from award where campaign_id = '${id}'`)).length;
}

test('a list goes its whole way: preview, confirmation, job, and the faulty rows back', async () => {
  const campaign = await aCampaign(deps);
  const importId = await uploaded(campaign, children(6, [1, 4]));
  const preview = accepted(await previewImport(deps, campaign.nominator, { importId, campaignId: campaign.id }));
  expect(preview).toMatchObject({
    rows: 6,
    goodRows: 4,
    faultyRows: 2,
    outcomes: { eligible: 4, ineligible: 0, undecidable: 0, blocked: 0 },
  });
  expect(preview.faults.map(({ rowNumber, code, column, given }) => ({ rowNumber, code, column, given }))).toEqual([
    { rowNumber: 4, code: 'AMOUNT_INVALID', column: 'amount', given: '2 triệu' },
    { rowNumber: 7, code: 'AMOUNT_INVALID', column: 'amount', given: '2 triệu' },
  ]);
  expect(await awardsOf(campaign)).toBe(0);

  const confirmation = { importId, allOrNothing: false, idempotencyKey: `once ${importId}` };
  expect(accepted(await confirmImport(deps, campaign.nominator, confirmation))).toMatchObject({
    state: 'confirmed',
    rows: 6,
    faultyRows: 2,
  });
  await jobs.work({ 'run-import': importJob(deps, logger) });
  await expect.poll(() => awardsOf(campaign), { timeout: 20_000 }).toBe(4);
  const state = async () => (await sql(`select state, done_rows from import_batch where id = '${importId}'`))[0];
  await expect.poll(state, { timeout: 20_000 }).toEqual({ state: 'done', done_rows: 4 });
  expect(await confirmImport(deps, campaign.nominator, confirmation)).toMatchObject({
    ok: true,
    value: { state: 'done', doneRows: 4 },
  });

  const back = accepted(await correctedFile(deps, campaign.nominator, { importId, rows: 'to-mend', language: 'vi' }));
  expect(back).toMatchObject({ fileName: 'Đồi Chè 2024.xlsx', rowsToMend: 2 });
  const table = accepted(await deps.sheet.read(back.bytes));
  expect(table.map(({ cells }) => cells[17] ?? '')).toEqual([
    '',
    'Lỗi',
    ...Array.from(
      { length: 2 },
      () =>
        'Mức đề nghị (đồng): "2 triệu" không phải là số tiền. Hãy ghi số đồng bằng chữ số, lớn hơn 0, ví dụ 2000000.',
    ),
  ]);
  expect(accepted(readNomineeTable(table)).rows.map(({ cells }) => cells.number)).toEqual(['2', '5']);
});

test('a list that died on the way goes on where it was, and no child is nominated twice', async () => {
  const campaign = await aCampaign(deps);
  const job = await confirmed(campaign, children(430));
  const died = new Error('the server is gone');
  let submissions = 0;
  // Dies twice: once when the rows are written and nobody has noted it, once before they are written.
  const dying: AwardWriter = {
    submit: async (tenantId, commands) => {
      submissions += 1;
      if (submissions === 2) throw died;
      const answers = await deps.writer.submit(tenantId, commands);
      if (submissions === 1) throw died;
      return answers;
    },
  };
  await expect(runImport({ ...deps, writer: dying }, job)).rejects.toBe(died);
  expect(await awardsOf(campaign)).toBe(200);
  await expect(runImport({ ...deps, writer: dying }, job)).rejects.toBe(died);
  expect(await runImport({ ...deps, writer: dying }, job)).toMatchObject({
    ok: true,
    value: { state: 'done', doneRows: 430 },
  });
  expect(await awardsOf(campaign)).toBe(430);
  expect(
    await sql(`select from import_row where import_id = '${job.importId}' and (state <> 'done' or award_id is null)`),
  ).toEqual([]);
});

test('two servers that run one list at once nominate each child once', async () => {
  const campaign = await aCampaign(deps);
  const job = await confirmed(campaign, children(230));
  await Promise.all([runImport(deps, job), runImport(deps, job)]);
  expect(await awardsOf(campaign)).toBe(230);
  expect(await sql(`select state, done_rows from import_batch where id = '${job.importId}'`)).toEqual([
    { state: 'done', done_rows: 230 },
  ]);
});

test('all or nothing: a list with a faulty row is not confirmed', async () => {
  const campaign = await aCampaign(deps);
  const importId = await previewed(campaign, children(3, [2]));
  const input = { importId, allOrNothing: true, idempotencyKey: `all ${importId}` };
  expect(await confirmImport(deps, campaign.nominator, input)).toEqual({
    ok: false,
    error: { code: 'IMPORT_HAS_FAULTS', faultyRows: 1 },
  });
  expect(await sql(`select from pgboss.job where data->>'importId' = '${importId}'`)).toEqual([]);
});

test('all or nothing: when one child is nominated already, none of the list is', async () => {
  const campaign = await aCampaign(deps);
  accepted(await runImport(deps, await confirmed(campaign, children(1))));
  const job = await confirmed(campaign, children(3), true);
  expect(await runImport(deps, job)).toMatchObject({ ok: true, value: { state: 'refused', doneRows: 0 } });
  expect(await awardsOf(campaign)).toBe(1);
  expect(
    await sql(`select row_number, state, refusal from import_row where import_id = '${job.importId}' order by 1`),
  ).toEqual([
    { row_number: 3, state: 'refused', refusal: 'DUPLICATE_NOMINATION' },
    { row_number: 4, state: 'good', refusal: null },
    { row_number: 5, state: 'good', refusal: null },
  ]);
  // Without the switch the same list takes the two others.
  const open = await confirmed(campaign, children(3));
  expect(await runImport(deps, open)).toMatchObject({ ok: true, value: { state: 'done', doneRows: 2 } });
});

test('a list stops when the mandate of its uploader has ended', async () => {
  const campaign = await aCampaign(deps);
  const job = await confirmed(campaign, children(2));
  await deps.unitOfWork.run(campaign.tenantId, ({ mandates }) =>
    mandates.end([campaign.nominator.mandate.id], calendarDate('2024-06-19')),
  );
  expect(await runImport(deps, job)).toMatchObject({ ok: true, value: { state: 'refused', doneRows: 0 } });
  expect(await awardsOf(campaign)).toBe(0);
});

test('a list is its uploader’s alone, and no step is taken twice or too early', async () => {
  const campaign = await aCampaign(deps);
  const importId = await uploaded(campaign, children(2));
  const preview = { importId, campaignId: campaign.id };
  const confirmation = { importId, allOrNothing: false, idempotencyKey: `mine ${importId}` };
  expect(await previewImport(deps, campaign.otherNominator, preview)).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  expect(await previewImport(deps, campaign.officer, preview)).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
  expect(await confirmImport(deps, campaign.nominator, confirmation)).toEqual({
    ok: false,
    error: { code: 'IMPORT_NOT_IN_STATE', state: 'uploaded', required: ['previewed'] },
  });
  accepted(await previewImport(deps, campaign.nominator, preview));
  accepted(await previewImport(deps, campaign.nominator, preview));
  accepted(await confirmImport(deps, campaign.nominator, confirmation));
  expect(await confirmImport(deps, campaign.nominator, { ...confirmation, allOrNothing: true })).toEqual({
    ok: false,
    error: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
  expect(await previewImport(deps, campaign.nominator, preview)).toMatchObject({
    ok: false,
    error: { code: 'IMPORT_NOT_IN_STATE' },
  });
});

test('nothing of a child stands readable in the database', async () => {
  const campaign = await aCampaign(deps);
  await previewed(campaign, [{ ...aRow, fullName: 'Quàng Thị Độc Nhất', amount: 'không rõ' }]);
  const stored = [...(await sql('select * from import_batch')), ...(await sql('select * from import_row'))];
  const dump = stored
    .flatMap((row) => Object.values<unknown>({ ...row }))
    .map((value) => (Buffer.isBuffer(value) ? value.toString() : JSON.stringify(value)))
    .join('\n');
  expect(dump).toContain('AMOUNT_INVALID');
  for (const word of ['Quàng', 'không rõ', '05/06/2013']) expect(dump).not.toContain(word);
});
