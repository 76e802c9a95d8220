import {
  approveAwards,
  createCampaignPlanCache,
  nominate,
  takeReasonedStep,
  verifyNominations,
} from '@khuyenhoc/application';
import { present, type AwardId } from '@khuyenhoc/kernel';
import { ruleModuleRegistry } from '@khuyenhoc/rules';
import { sha256 } from '@khuyenhoc/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let network: Network;
/** A server with every module, and one that was started without them. */
let whole: TestDeps;
let bare: TestDeps;

beforeAll(async () => {
  db = await aDatabase();
  whole = depsOn(db.database);
  network = await aNetwork(whole);
  const other = depsOn(await db.open());
  const modules = ruleModuleRegistry([], sha256);
  bare = { ...other, plans: createCampaignPlanCache({ unitOfWork: other.unitOfWork, modules }, 10) };
});
afterAll(() => db.close());

const size = { fundVnd: 5_000_000n, placesPerUnit: 5 };
const unusable = {
  ok: false,
  error: { code: 'RULE_SET_UNUSABLE', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
};

async function aNominated(
  name: string,
): Promise<{ readonly awardId: AwardId; readonly advance: () => Promise<unknown> }> {
  const campaign = await aCampaign(whole, network, size);
  const [answer] = await nominate(whole, network.sessions.nominator, [
    aNomination(campaign.id, network.thanhAn.id, name),
  ]);
  return {
    awardId: accepted(present(answer, 'an answer')).awardId,
    advance: () => campaign.advance('CLOSE_NOMINATION'),
  };
}

test('a campaign whose rules are not here is not judged here, item by item, and nothing is left in the register', async () => {
  const campaign = await aCampaign(whole, network, size);
  const input = aNomination(campaign.id, network.thanhAn.id, 'Em Không Xét');
  const people = () =>
    db.asOwner<{ n: number }>('select count(*)::int as n from person where tenant_id = $1', [network.tenantId]);
  const before = await people();
  expect(await nominate(bare, network.sessions.nominator, [input, input])).toEqual([unusable, unusable]);
  expect(await people()).toEqual(before);
  expect(await nominate(whole, network.sessions.nominator, [input])).toMatchObject([{ ok: true }]);
});

test('what needs no rules goes on: neighbours are judged, and approvals and withdrawals are written', async () => {
  const [one, other] = [await aNominated('Em Một'), await aNominated('Em Hai')];
  await one.advance();
  await other.advance();
  const review = { ...aStep(one.awardId, 1), facts: null, finding: null };
  expect(await verifyNominations(bare, network.sessions.verifier, [review])).toEqual([unusable]);
  accepted(present((await verifyNominations(whole, network.sessions.verifier, [review]))[0], 'an answer'));
  const steps = await Promise.all([
    approveAwards(bare, network.sessions.approver, [aStep(one.awardId, 2)]),
    takeReasonedStep(bare, network.sessions.nominator, 'WITHDRAW', [
      { ...aStep(other.awardId, 1), reason: 'Chuyển trường' },
    ]),
  ]);
  expect(steps).toMatchObject([[{ ok: true }], [{ ok: true }]]);
});
