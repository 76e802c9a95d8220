import { approveAwards, loadPlaces, nominate, resultsOnUnitsOfToday, verifyNominations } from '@khuyenhoc/application';
import { subtreeOf, vietnamCodes } from '@khuyenhoc/domain';
import { instant, type AssociationId } from '@khuyenhoc/kernel';
import { createPostgresPlaceReads, createPostgresPlaceStore, createPostgresReads } from '@khuyenhoc/persistence';
import { vietnamPlaces } from '@khuyenhoc/vietnam-places';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network } from './a-network.ts';

let db: TestDatabase;
let network: Network;

/** Approves awards of the school year 2024-2025: two in the first commune, one in the second, one in the first one's branch. */
beforeAll(async () => {
  db = await aDatabase();
  const { faults: _, ...given } = vietnamPlaces();
  accepted(await loadPlaces({ placeStore: createPostgresPlaceStore(db.ownerUrl) }, vietnamCodes, given));
  const deps = depsOn(db.database);
  network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: 9_000_000n, placesPerUnit: 5 });
  const { thanhAn, binhMinh, branch, sessions } = network;
  const at = [thanhAn.id, thanhAn.id, binhMinh.id, branch.id];
  const inputs = at.map((id, index) => aNomination(campaign.id, id, `Em Được Thưởng ${index}`));
  const awardIds = (await nominate(deps, sessions.nominator, inputs)).map((one) => accepted(one).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  const steps = (version: number) => awardIds.map((id) => aStep(id, version));
  const reviews = steps(1).map((step) => ({ ...step, facts: null, finding: null }));
  for (const one of await verifyNominations(deps, sessions.verifier, reviews)) accepted(one);
  for (const one of await approveAwards(deps, sessions.approver, steps(2))) accepted(one);
  for (const one of await approveAwards(deps, sessions.secondApprover, steps(3))) accepted(one);
});
afterAll(() => db.close());

/** Says where an association stands, and since when, as its founding or a reorganisation would have. */
async function standAt(id: AssociationId, code: string | null, since = '2004-01-01', status = 'active'): Promise<void> {
  await db.asOwner(
    `update association set place_code_system = $3, place_code = $4, status = $5 where tenant_id = $1 and id = $2`,
    [network.tenantId, id, code === null ? null : vietnamCodes, code, status],
  );
  await db.asOwner('delete from association_period where tenant_id = $1 and association_id = $2', [
    network.tenantId,
    id,
  ]);
  await db.asOwner(
    `insert into association_period (tenant_id, association_id, valid_from, parent_id, name, type_code, place_code_system, place_code,
       unit_class, area_class, status, term, act_id)
     select tenant_id, id, $3, parent_id, name, type_code, place_code_system, place_code, unit_class, area_class, status, term, null
     from association where tenant_id = $1 and id = $2`,
    [network.tenantId, id, since],
  );
}

async function handOver(from: AssociationId, to: readonly AssociationId[], toTenant = network.tenantId): Promise<void> {
  await db.asOwner('delete from association_succession where from_association_id = $1', [from]);
  for (const [line, id] of to.entries())
    await db.asOwner(
      `insert into association_succession (tenant_id, deed_id, line, from_tenant_id, from_association_id, to_tenant_id,
         to_association_id, on_date, act_id, act_number, share_parts, share_whole)
       values ($1, gen_random_uuid(), $2, $1, $3, $4, $5, '2025-07-01', gen_random_uuid(), '1676', 1, $6)`,
      [network.tenantId, line, from, toTenant, id, to.length],
    );
}

const ask = (path = network.province.path, schoolYear = '2024-2025', tenantId = network.tenantId) =>
  resultsOnUnitsOfToday(
    {
      clock: { now: () => instant('2026-11-24T02:00:00.000Z') },
      reads: createPostgresReads(db.database),
      placeReads: createPostgresPlaceReads(db.database),
    },
    { tenantId, ...subtreeOf(path) },
    schoolYear,
  );

const nameOf = (unit: Awaited<ReturnType<typeof ask>>['summable'][number]['unit']) =>
  unit.kind === 'place' ? unit.place.name : unit.association.name;

const summary = async (...asked: Parameters<typeof ask>) => {
  const { summable, notSummable } = await ask(...asked);
  return {
    summable: Object.fromEntries(summable.map((one) => [nameOf(one.unit), one.awards])),
    notSummable: Object.fromEntries(notSummable.map(({ unit, reason, awards }) => [unit.name, [reason, awards]])),
  };
};

describe('the results of 2024 on the units of today', () => {
  test('are added up where two communes of then are one today, beside what stands at no place', async () => {
    // Phong Châu and Phú Lộc are both in Phù Ninh now.
    await standAt(network.thanhAn.id, '08230');
    await standAt(network.binhMinh.id, '08257');
    expect(await summary()).toEqual({ summable: { 'Xã Phù Ninh': 3, 'Chi hội thôn Đông': 1 }, notSummable: {} });
    const { summable } = await ask();
    const phuNinh = summable.find(({ unit }) => unit.kind === 'place');
    expect(phuNinh?.from.map(({ name }) => name).toSorted()).toEqual([network.binhMinh.name, network.thanhAn.name]);
    const [sum] = await db.asOwner<{ sum: string }>(
      `select sum(amount_vnd)::text as sum from award where tenant_id = $1 and association_id = any($2)`,
      [network.tenantId, [network.thanhAn.id, network.binhMinh.id]],
    );
    expect(phuNinh?.amountVnd.toString()).toBe(sum?.sum);
  });

  test('of a district, whose communes went into several, are listed and not shared out', async () => {
    await standAt(network.thanhAn.id, '246');
    await standAt(network.binhMinh.id, '253');
    const { summable, notSummable } = await ask();
    expect(summable.map(({ unit }) => nameOf(unit))).toEqual(['Chi hội thôn Đông']);
    expect(notSummable.map(({ reason }) => reason)).toEqual(['PLACE_DIVIDED', 'PLACE_DIVIDED']);
    // Sơn Đông draws on both districts, so neither's results can be its own.
    for (const { successors } of notSummable)
      expect(successors.map(({ unit }) => nameOf(unit))).toContain('Xã Sơn Đông');
  });

  test('follow an association to the one that took over from it, and to that one’s place', async () => {
    await standAt(network.thanhAn.id, '08257', '2004-01-01', 'closed');
    await standAt(network.binhMinh.id, '08230', '2025-07-01');
    await handOver(network.thanhAn.id, [network.binhMinh.id]);
    expect(await summary()).toEqual({ summable: { 'Xã Phù Ninh': 3, 'Chi hội thôn Đông': 1 }, notSummable: {} });
  });

  test('of an association that was split or went into another network are listed with the reason', async () => {
    await standAt(network.thanhAn.id, null, '2004-01-01', 'closed');
    await standAt(network.binhMinh.id, null);
    await handOver(network.thanhAn.id, [network.binhMinh.id, network.branch.id]);
    const split = await ask();
    expect(split.notSummable).toMatchObject([{ reason: 'ASSOCIATION_DIVIDED', awards: 2 }]);
    expect(split.notSummable[0]?.successors.map(({ share }) => share)).toEqual([
      { parts: 1, whole: 2 },
      { parts: 1, whole: 2 },
    ]);
    const other = await aNetwork(depsOn(db.database), 'Hội tỉnh Khác');
    await handOver(network.thanhAn.id, [other.province.id], other.tenantId);
    expect((await summary()).notSummable).toEqual({ [network.thanhAn.name]: ['IN_ANOTHER_NETWORK', 2] });
    await db.asOwner('delete from association_succession');
    expect((await summary()).notSummable).toEqual({ [network.thanhAn.name]: ['CLOSED_WITHOUT_SUCCESSOR', 2] });
    await standAt(network.thanhAn.id, null);
  });

  test('are those of the year asked and of the reader’s own range', async () => {
    expect(await ask(network.province.path, '2023-2024')).toEqual({ summable: [], notSummable: [] });
    expect(await summary(network.binhMinh.path)).toEqual({ summable: { [network.binhMinh.name]: 1 }, notSummable: {} });
    const other = await aNetwork(depsOn(db.database), 'Hội tỉnh Khác');
    expect(await ask(other.province.path, '2024-2025', other.tenantId)).toEqual({ summable: [], notSummable: [] });
    expect(await ask(network.province.path, '2024-2025', other.tenantId)).toEqual({ summable: [], notSummable: [] });
  });
});
