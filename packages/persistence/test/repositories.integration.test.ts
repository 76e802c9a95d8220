import {
  approveAwards,
  identify,
  nominate,
  publishResults,
  publishRuleSet,
  verifyNominations,
  type ImportRecord,
  type PersonRecord,
} from '@khuyenhoc/application';
import { pathBelow, subtreeOf, vnd, type Association, type Transfer } from '@khuyenhoc/domain';
import {
  calendarDate,
  instant,
  type AccountId,
  type AwardId,
  type CampaignId,
  type ImportId,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import { createPostgresGate, createPostgresPublicReads, createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network, type TestDeps } from './a-network.ts';
import { aRuleSetDraft } from './sample-rules.ts';

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

function aPerson(matchKey: string | null): PersonRecord {
  const profile = Uint8Array.of(0, 255, 128);
  return {
    id: systemIds.uuid() as PersonId,
    path: network.thanhAn.path,
    matchKey,
    key: Uint8Array.of(1, 0),
    profile,
    createdAt,
  };
}

describe('associations', () => {
  test('are found as they were added, by id and by subtree, and only in their tenant', async () => {
    const found = await deps.unitOfWork.run(network.tenantId, async ({ associations }) => ({
      byIds: await associations.findByIds([network.branch.id, network.thanhAn.id, network.branch.id]),
      within: await associations.findWithin(network.thanhAn.path),
    }));
    expect(found.byIds).toEqual([network.thanhAn, network.branch]);
    expect(found.within).toEqual([network.thanhAn, network.branch]);
    const stranger = systemIds.uuid() as TenantId;
    const foreign = await deps.unitOfWork.run(stranger, ({ associations }) =>
      associations.findByIds([network.branch.id]),
    );
    expect(foreign).toEqual([]);
  });

  test('of a whole province go in with its people in seconds', async () => {
    const nodes = Array.from({ length: 6_293 }, (_, index): Association => {
      const id = systemIds.associationId();
      return {
        ...network.branch,
        id,
        name: `Chi hội ${index}`,
        parentId: network.binhMinh.id,
        path: pathBelow(network.binhMinh.path, id),
      };
    });
    const people = Array.from({ length: 3_462 }, () => aPerson(null));
    const started = performance.now();
    await deps.unitOfWork.run(network.tenantId, async (repositories) => {
      repositories.associations.addAll(nodes);
      repositories.people.addAll(people);
    });
    // A second is usual on a small machine; ten say that it went in row by row.
    expect(performance.now() - started).toBeLessThan(10_000);
    const within = await deps.unitOfWork.run(network.tenantId, ({ associations }) =>
      associations.findWithin(network.binhMinh.path),
    );
    expect(within).toHaveLength(nodes.length + 1);
  });
});

describe('people', () => {
  test('one child is one person, also when two servers register it at once', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => index.toString(16).padStart(64, '0'));
    const other = depsOn(await db.open());
    const lists = [keys, keys.toReversed(), [...keys, ...keys]];
    const [first, second, twice] = await Promise.all(
      lists.map((list, index) =>
        (index === 1 ? other : deps).unitOfWork.run(network.tenantId, ({ people }) =>
          people.findOrAddByMatchKey(list.map(aPerson)),
        ),
      ),
    );
    expect(first?.map((person) => person.matchKey)).toEqual(keys);
    expect(second?.map((person) => person.id)).toEqual(first?.map((person) => person.id).toReversed());
    expect(twice?.map((person) => person.id)).toEqual([...(first ?? []), ...(first ?? [])].map((person) => person.id));
    const [again] = await deps.unitOfWork.run(network.tenantId, ({ people }) =>
      people.findByIds([first?.[0]?.id ?? ('' as PersonId)]),
    );
    const bytes = (person: PersonRecord | undefined) =>
      [person?.key, person?.profile].map((value) => Buffer.from(value ?? []).toString('hex'));
    expect(again).toMatchObject({ id: first?.[0]?.id, matchKey: keys[0], path: network.thanhAn.path, createdAt });
    expect([bytes(again), bytes(first?.[0])]).toEqual([
      ['0100', '00ff80'],
      ['0100', '00ff80'],
    ]);
  });

  test('a nominee whom another unit registered is seen by who sees the award, and by nobody else', async () => {
    const campaign = await aCampaign(deps, network, { fundVnd: 1n, placesPerUnit: 1 });
    const name = 'Em Chuyển Đơn Vị';
    const byCommune = aNomination(campaign.id, network.binhMinh.id, name);
    const next = await aCampaign(deps, network, { fundVnd: 1n, placesPerUnit: 1 });
    const byOther = aNomination(next.id, network.thanhAn.id, name);
    const ids = (await nominate(deps, network.sessions.nominator, [byCommune, byOther])).map(
      (answer) => accepted(answer).awardId,
    );
    const reads = createPostgresReads(db.database);
    const at = (path: Association['path']) => ({ tenantId: network.tenantId, ...subtreeOf(path) });
    const awards = await reads.awards(at(network.province.path), ids);
    const [nominee] = new Set(awards.map((award) => award.nomineeId));
    expect(new Set(awards.map((award) => award.nomineeId)).size).toBe(1);
    if (nominee === undefined) throw new Error('no nominee');
    for (const unit of [network.thanhAn, network.binhMinh]) {
      expect(
        (await reads.people(at(unit.path), [nominee])).map((one) => one.id),
        unit.name,
      ).toEqual([nominee]);
      const sealed = await reads.sealedValues(at(unit.path), ids);
      expect(
        sealed.map((value) => value.label),
        unit.name,
      ).toEqual(['facts', 'receipt']);
      for (const value of sealed)
        expect(JSON.parse(deps.vault.open(value.key ?? new Uint8Array(), value.bytes))).toBeTypeOf('object');
    }
    expect(await reads.people(at(network.branch.path), [nominee])).toEqual([]);
    // Erased: the key is gone, the values stay behind as noise.
    await db.asOwner(`update person set wrapped_key = ''::bytea where id = $1`, [nominee]);
    expect(await reads.people(at(network.province.path), [nominee])).toEqual([]);
    expect((await reads.sealedValues(at(network.province.path), ids)).map((value) => value.key)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('the facts of a nominee are those sealed last', async () => {
    const campaign = await aCampaign(deps, network, { fundVnd: 1n, placesPerUnit: 1 });
    const [answer] = await nominate(deps, network.sessions.nominator, [
      aNomination(campaign.id, network.thanhAn.id, 'Em Sửa Hồ Sơ'),
    ]);
    const { awardId } = accepted(answer ?? { ok: false, error: 'none' });
    const read = async () => {
      const [nominee] = await deps.unitOfWork.run(network.tenantId, ({ people }) =>
        people.findNomineesOf([awardId, 'x' as AwardId]),
      );
      if (nominee === undefined) throw new Error('no nominee');
      const facts: unknown = JSON.parse(deps.vault.open(nominee.person.key, nominee.facts));
      return { version: nominee.version, facts };
    };
    expect(await read()).toMatchObject({ version: 1, facts: { campaign: { schoolYear: { value: '2024-2025' } } } });
    const facts = { custom: { checked: { value: true, provenance: { source: 'register' } } } };
    const [verified] = await verifyNominations(deps, network.sessions.verifier, [
      { ...aStep(awardId, 1), facts, finding: 'Đã thăm nhà' },
    ]);
    expect(verified).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ version: 2, facts: { custom: { checked: { value: true } } } });
  });
});

describe('the ledger', () => {
  const account = async (balance: bigint): Promise<AccountId> => {
    const id = systemIds.uuid() as AccountId;
    const { path } = network.province;
    await deps.unitOfWork.run(network.tenantId, async ({ ledger }) => {
      ledger.open([{ id, path, commodity: vnd, kind: 'FUND', owner: 'fund test', mayGoBelowZero: false }]);
      const outside = await ledger.outside(vnd, path);
      if (balance > 0n) await ledger.post([transfer(outside, id, balance)]);
    });
    return id;
  };
  const transfer = (
    debit: AccountId,
    credit: AccountId,
    quantity: bigint,
    groupId = systemIds.uuid(),
    line = 1,
  ): Transfer => ({
    groupId,
    line,
    kind: 'ALLOTMENT',
    commodity: vnd,
    debit,
    credit,
    quantity,
    effectiveOn: calendarDate('2025-06-20'),
    recordedAt: createdAt,
    reversesGroupId: null,
  });
  const balances = (...ids: readonly AccountId[]) =>
    deps.unitOfWork.run(network.tenantId, ({ ledger }) => ledger.balancesOf(ids));

  test('posts all transfers or none, and says which account is short', async () => {
    const [from, to, last] = [await account(100n), await account(0n), await account(0n)];
    const group = systemIds.uuid();
    const refused = await deps.unitOfWork.run(network.tenantId, ({ ledger }) =>
      ledger.post([transfer(from, to, 60n, group), transfer(from, last, 41n, group, 2)]),
    );
    expect(refused).toEqual({
      ok: false,
      error: { code: 'NOT_ENOUGH', accountId: from, available: 100n, asked: 101n },
    });
    expect([...(await balances(from, to, last)).values()].toSorted()).toEqual([0n, 0n, 100n]);
    const posted = await deps.unitOfWork.run(network.tenantId, ({ ledger }) =>
      ledger.post([transfer(from, to, 60n, group), transfer(from, last, 40n, group, 2)]),
    );
    expect(posted.ok).toBe(true);
    expect(await balances(from, to, last)).toEqual(
      new Map([
        [from, 0n],
        [to, 60n],
        [last, 40n],
      ]),
    );
  });

  test('keeps amounts that no floating-point number holds', async () => {
    const huge = 9_007_199_254_740_993n;
    const [from, to] = [await account(huge), await account(0n)];
    await deps.unitOfWork.run(network.tenantId, ({ ledger }) => ledger.post([transfer(from, to, huge - 1n)]));
    expect(await balances(from, to)).toEqual(
      new Map([
        [from, 1n],
        [to, huge - 1n],
      ]),
    );
  });

  test('money that goes round in both directions at once is neither lost nor made, and nobody waits for ever', async () => {
    const [a, b] = [await account(500n), await account(500n)];
    const other = depsOn(await db.open());
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? deps : other).unitOfWork.run(network.tenantId, ({ ledger }) =>
          ledger.post([index % 3 === 0 ? transfer(a, b, 7n) : transfer(b, a, 5n)]),
        ),
      ),
    );
    const there = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? -7n : 5n)).reduce(
      (sum, change) => sum + change,
      500n,
    );
    expect(await balances(a, b)).toEqual(
      new Map([
        [a, there],
        [b, 1_000n - there],
      ]),
    );
  });

  test('one outside account is opened, however many need it first', async () => {
    const fresh = await aNetwork(deps);
    const opened = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        deps.unitOfWork.run(fresh.tenantId, ({ ledger }) =>
          ledger.outside(vnd, index % 2 === 0 ? fresh.province.path : fresh.branch.path),
        ),
      ),
    );
    expect(new Set(opened).size).toBe(1);
    expect(
      await db.asOwner('select id, may_go_below_zero from account where tenant_id = $1', [fresh.tenantId]),
    ).toEqual([{ id: opened[0], may_go_below_zero: true }]);
  });

  test('what is refused in the middle of a use case leaves nothing behind', async () => {
    const [before] = await db.asOwner<{ count: number }>('select count(*)::int as count from donor');
    const work = deps.unitOfWork.run(network.tenantId, async ({ funds, ledger }) => {
      funds.addDonors([{ id: systemIds.uuid() as never, path: network.province.path, displayName: 'x' }]);
      await ledger.balancesOf([]);
      throw new Error('changed its mind');
    });
    await expect(work).rejects.toThrow('changed its mind');
    expect(await db.asOwner('select count(*)::int as count from donor')).toEqual([before]);
  });
});

test('versions of a rule set are numbered without gaps by those who publish at once', async () => {
  const draft = aRuleSetDraft('contended', 1);
  const published = await Promise.all([1, 2, 3].map(() => publishRuleSet(deps, network.sessions.officer, draft)));
  expect(published.map((one) => accepted(one).version).toSorted()).toEqual([1, 2, 3]);
  const hashes = published.map((one) => accepted(one).hash);
  const [found, none] = await deps.unitOfWork.run(
    network.tenantId,
    async ({ sources }) =>
      [
        await sources.findRuleSets(hashes),
        await sources.findRuleSets(['', 'zz', hashes[0]?.slice(0, 62) ?? '', `${hashes[0]}00`]),
      ] as const,
  );
  expect(found.map((one) => one.hash).toSorted()).toEqual(hashes.toSorted());
  expect(none).toEqual([]);
});

test('a sign-in finds its people with the mandates valid on a day, and no other', async () => {
  const gate = createPostgresGate(db.database);
  const { officer, treasurer } = network.sessions;
  const subject = `treasurer of ${network.tenantId}`;
  const issuer = 'https://issuer.example';
  const [person] = await gate.findPeople(issuer, subject, calendarDate('2025-06-20'));
  expect(person).toEqual({
    tenantId: network.tenantId,
    tenantName: network.province.name,
    personId: treasurer.personId,
    mandates: [{ ...treasurer.mandate, associationName: network.province.name }],
  });
  expect((await gate.findPeople(issuer, subject, calendarDate('2023-12-31')))[0]?.mandates).toEqual([]);
  expect(await gate.findPeople('https://other.example', subject, calendarDate('2025-06-20'))).toEqual([]);
  const people = await gate.findPeople(issuer, subject, calendarDate('2025-06-20'));
  expect(identify(people, null)).toMatchObject({ ok: true, value: { personId: treasurer.personId } });
  expect(identify(people, officer.mandate.id)).toMatchObject({ ok: false });
});

test('a mandate is valid on its days, for its person, and ending it never lengthens it', async () => {
  const { auditor, officer } = network.sessions;
  const { id } = auditor.mandate;
  const valid = (mandateId: string, personId: PersonId, day: string) =>
    deps.unitOfWork.run(network.tenantId, ({ mandates }) =>
      mandates.findValid(mandateId as MandateId, personId, calendarDate(day)),
    );
  const end = (day: string) =>
    deps.unitOfWork.run(network.tenantId, ({ mandates }) => mandates.end([id], calendarDate(day)));
  expect(await valid(id, auditor.personId, '2024-01-01')).toEqual(auditor.mandate);
  expect(await valid(id, auditor.personId, '2023-12-31')).toBeNull();
  expect(await valid(id, officer.personId, '2025-01-01')).toBeNull();
  expect(await valid("' or true", auditor.personId, '2025-01-01')).toBeNull();
  await end('2025-03-31');
  await end('2025-04-30');
  expect(await valid(id, auditor.personId, '2025-03-31')).toEqual({ ...auditor.mandate, validTo: '2025-03-31' });
  expect(await valid(id, auditor.personId, '2025-04-01')).toBeNull();
});

test('an uploaded list and its rows come back as they went in, are replaced whole and saved row by row', async () => {
  const { personId, mandate } = network.sessions.nominator;
  const batch: ImportRecord = {
    id: systemIds.uuid() as ImportId,
    campaignId: null,
    path: network.thanhAn.path,
    uploadedBy: personId,
    mandateId: mandate.id,
    fileName: 'Danh sách đề nghị.xlsx',
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
    { state: 'previewed', rows: 3, createdAt, finishedAt: createdAt, fileName: batch.fileName },
  ]);
  const page = { limit: 2, after: null, before: null, backwards: false };
  const faulty = await reads.importRows(scope, batch.id, { ...page, faultyOnly: true });
  expect(faulty.items.map((one) => one.item)).toMatchObject([
    { rowNumber: 3, refusal: 'DUPLICATE_NOMINATION' },
    { rowNumber: 5, state: 'faulty' },
  ]);
});

describe('what the public reads', () => {
  test('are units and amounts of approved awards; a unit with few stands under the one above it', async () => {
    const fresh = await aNetwork(deps);
    const campaign = await aCampaign(deps, fresh, { fundVnd: 100_000_000n, placesPerUnit: 50 });
    const { nominator, verifier, approver, secondApprover, officer } = fresh.sessions;
    const units = [
      ...Array.from({ length: 5 }, () => fresh.thanhAn.id),
      fresh.branch.id,
      fresh.binhMinh.id,
      fresh.binhMinh.id,
    ];
    const inputs = units.map((unit, index) => aNomination(campaign.id, unit, `Em Công Khai ${index}`));
    const ids = (await nominate(deps, nominator, inputs)).map((answer) => accepted(answer).awardId);
    await campaign.advance('CLOSE_NOMINATION');
    await verifyNominations(
      deps,
      verifier,
      ids.map((id) => ({ ...aStep(id, 1), facts: null, finding: null })),
    );
    await approveAwards(
      deps,
      approver,
      ids.map((id) => aStep(id, 2)),
    );
    // The last one is not approved, and so is not shown.
    await approveAwards(
      deps,
      secondApprover,
      ids.slice(0, -1).map((id) => aStep(id, 3)),
    );
    const publish = () => publishResults(deps, officer, campaign.id);
    expect(await publish()).toEqual({ ok: true, value: { campaignId: campaign.id, awards: 7 } });
    const reads = createPostgresPublicReads(db.database);
    const page = { limit: 50, after: null, before: null, backwards: false };
    const shown = (await reads.awards(fresh.tenantId, campaign.id, page)).items.map((one) => one.item);
    expect(shown.map((award) => award.awardId)).toEqual(ids.slice(0, 7));
    expect(shown.map((award) => award.associationName)).toEqual([
      ...Array.from({ length: 6 }, () => 'Hội Khuyến học xã Thanh An'),
      'Hội Khuyến học tỉnh Mẫu',
    ]);
    expect(Object.keys(shown[0] ?? {}).toSorted()).toEqual(['amountVnd', 'associationName', 'awardId', 'state']);
    const [published] = (await reads.campaigns(page)).items.filter((one) => one.item.campaignId === campaign.id);
    expect(published?.item).toMatchObject({
      awards: 7,
      amountVnd: 7_000_000n,
      title: 'Tiếp sức đến trường',
      publishedAt: '2025-06-20T02:00:00.000Z',
    });
    // Published again it replaces what stood there.
    await approveAwards(deps, secondApprover, [aStep(ids[7] ?? ('' as AwardId), 3)]);
    expect(await publish()).toMatchObject({ ok: true, value: { awards: 8 } });
    expect((await reads.awards(fresh.tenantId, campaign.id, page)).items).toHaveLength(8);
    expect((await reads.awards(network.tenantId, campaign.id, page)).items).toEqual([]);
    expect((await reads.awards("'" as TenantId, '%' as CampaignId, page)).items).toEqual([]);
  });
});

test('counts and summaries say what the pages hold', async () => {
  const fresh = await aNetwork(deps);
  const campaign = await aCampaign(deps, fresh, { fundVnd: 1n, placesPerUnit: 1 });
  const units = [fresh.thanhAn.id, fresh.branch.id, fresh.binhMinh.id];
  await nominate(
    deps,
    fresh.sessions.nominator,
    units.map((unit, index) => aNomination(campaign.id, unit, `Em Đếm ${index}`)),
  );
  const reads = createPostgresReads(db.database);
  const scope = { tenantId: fresh.tenantId, ...subtreeOf(fresh.province.path) };
  const none = { campaignId: null, state: null, outcome: null, withinAssociationId: null, paymentBatch: null };
  expect(
    await reads.awardCounts(scope, [
      none,
      { ...none, withinAssociationId: fresh.thanhAn.id },
      { ...none, state: 'approved' },
      { ...none, outcome: 'eligible' },
    ]),
  ).toEqual([
    { count: 3, amountVnd: 3_000_000n },
    { count: 2, amountVnd: 2_000_000n },
    { count: 0, amountVnd: 0n },
    { count: 3, amountVnd: 3_000_000n },
  ]);
  expect(await reads.campaignSummaries(scope, [campaign.id])).toEqual([
    { campaignId: campaign.id, state: 'nominated', outcome: 'eligible', count: 3, amountVnd: 3_000_000n },
  ]);
  expect(await reads.awardCounts(scope, [])).toEqual([]);
});
