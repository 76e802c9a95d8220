import { type ImportRecord } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { instant, type AwardId, type ImportId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

const createdAt = instant('2025-06-20T02:03:04.567Z');

test('an uploaded list and its rows come back as they went in, are replaced whole and saved row by row', async () => {
  const { personId, mandate } = network.sessions.nominator;
  const batch: ImportRecord = {
    id: systemIds.uuid() as ImportId,
    campaignId: null,
    path: network.thanhAn.path,
    uploadedBy: personId,
    mandateId: mandate.id,
    name: Uint8Array.of(7, 7),
    fileHash: 'cd'.repeat(32),
    key: Uint8Array.of(9, 0, 9),
    content: Uint8Array.from({ length: 5_000 }, (_, index) => index % 256),
    state: 'uploaded',
    allOrNothing: true,
    rows: 0,
    faultyRows: 0,
    doneRows: 0,
    createdAt,
    finishedAt: null,
  };
  const row = (rowNumber: number, state: 'good' | 'faulty') => ({
    importId: batch.id,
    rowNumber,
    state,
    values: Uint8Array.of(rowNumber),
    faults: [],
    awardId: null,
    refusal: null,
    matchKey: state === 'good' ? 'ab'.repeat(32) : null,
  });
  const run = deps.unitOfWork.run.bind(deps.unitOfWork, network.tenantId);
  await run(async ({ imports }) => imports.add(batch));
  await run(({ imports }) => imports.replaceRows(batch.id, [row(2, 'good'), row(3, 'faulty'), row(4, 'good')]));
  await run(async ({ imports }) => {
    const locked = await imports.lock(batch.id);
    expect(Buffer.from(locked?.content ?? []).equals(batch.content)).toBe(true);
    await imports.replaceRows(batch.id, [row(2, 'good'), row(3, 'good'), row(5, 'faulty')]);
    await imports.save({ ...batch, state: 'previewed', rows: 3, faultyRows: 1, finishedAt: createdAt });
  });
  await run(async ({ imports }) => {
    const awardId = systemIds.uuid() as AwardId;
    await imports.saveRows([
      { ...row(2, 'good'), state: 'done', awardId },
      { ...row(3, 'good'), state: 'refused', refusal: 'DUPLICATE_NOMINATION' },
    ]);
    expect((await imports.rows(batch.id, 'any', 0, 10)).map(({ rowNumber, state }) => [rowNumber, state])).toEqual([
      [2, 'done'],
      [3, 'refused'],
      [5, 'faulty'],
    ]);
    expect((await imports.rows(batch.id, 'any', 2, 1)).map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect((await imports.rows(batch.id, 'faulty', 0, 10)).map(({ rowNumber }) => rowNumber)).toEqual([5]);
  });
  const reads = createPostgresReads(db.database);
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.thanhAn.path) };
  expect(await reads.imports(scope, [batch.id])).toMatchObject([
    {
      state: 'previewed',
      rows: 3,
      createdAt,
      finishedAt: createdAt,
      sealedName: { bytes: Buffer.from(batch.name), key: Buffer.from(batch.key) },
    },
  ]);
  const page = { limit: 2, after: null, before: null, backwards: false };
  const faulty = await reads.importRows(scope, batch.id, { ...page, faultyOnly: true });
  expect(faulty.items.map((one) => one.item)).toMatchObject([
    { rowNumber: 3, refusal: 'DUPLICATE_NOMINATION' },
    { rowNumber: 5, state: 'faulty' },
  ]);
});
