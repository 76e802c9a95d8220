import { approveAwards, nominate, publishResults, verifyNominations } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { calendarDate, type AwardId, type CampaignId, type TenantId } from '@khuyenhoc/kernel';
import { createPostgresPublicReads, createPostgresReads } from '@khuyenhoc/persistence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

describe('what the public reads', () => {
  test('are units and amounts of approved awards; a few that would stand alone are counted and not shown', async () => {
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
    await campaign.advance('START_APPROVAL');
    expect(await publish()).toEqual({ ok: false, error: { code: 'RESULTS_NOT_READY', state: 'approval' } });
    await campaign.advance('START_DISBURSEMENT');
    expect(await publish()).toEqual({ ok: true, value: { campaignId: campaign.id, awards: 7, unmasked: 0 } });
    const reads = createPostgresPublicReads(db.database);
    const today = calendarDate('2025-06-20');
    const page = { limit: 50, after: null, before: null, backwards: false };
    const shown = (await reads.awards(fresh.tenantId, campaign.id, page, today)).items.map((one) => one.item);
    // The branch's one stands with the five of the commune above it; the other commune's one would stand alone.
    expect(shown.map((award) => award.awardId)).toEqual(ids.slice(0, 6));
    expect(new Set(shown.map((award) => award.associationName))).toEqual(new Set(['Hội Khuyến học xã Thanh An']));
    expect(Object.keys(shown[0] ?? {}).toSorted()).toEqual([
      'amountVnd',
      'associationName',
      'awardId',
      'child',
      'state',
    ]);
    // Nobody agreed to anything, so the default masks everything.
    expect(shown[0]?.child).toEqual({ NAME: 'E. C. K. 0***', GRADE: '7', SCHOOL: null });
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
    expect((await reads.awards(fresh.tenantId, campaign.id, page, today)).items).toHaveLength(6);
    expect((await reads.awards(network.tenantId, campaign.id, page, today)).items).toEqual([]);
    expect((await reads.awards("'" as TenantId, '%' as CampaignId, page, today)).items).toEqual([]);
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
