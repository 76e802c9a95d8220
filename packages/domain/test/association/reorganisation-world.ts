import {
  AssociationTree,
  associationTraits,
  atFounding,
  changedPath,
  isWithin,
  lineOf,
  pathBelow,
  place,
  type Association,
  type AssociationPeriod,
  type HeldAllotment,
  type HeldFund,
  type Mandate,
  type OpenCase,
  type OrganisationSnapshot,
  type Path,
  type ReorganisationPlan,
  type RunningCampaign,
  type Succession,
} from '@khuyenhoc/domain';
import {
  addDays,
  calendarDate,
  present,
  type AccountId,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type FundId,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { SeededRandom } from '@khuyenhoc/test-scale';

export const tenantId = '00000000-0000-7000-8000-000000000001' as TenantId;
export const beginning = calendarDate('2020-01-01');

/** A network in memory that plans are applied to, as plainly as can be said. */
export interface World {
  readonly associations: Map<AssociationId, Association>;
  readonly periods: AssociationPeriod[];
  readonly successions: Succession[];
  mandates: Mandate[];
  campaigns: RunningCampaign[];
  cases: OpenCase[];
  allotments: HeldAllotment[];
  funds: HeldFund[];
  made: number;
}

const idOf = (number: number) => number.toString(32).padStart(10, '0') as AssociationId;
const uuidOf = (kind: string, number: number) => `${kind}${String(number).padStart(35, '0')}`;

/** An association that has something of everything. */
export function aWorld(random: SeededRandom, size: number): World {
  const world: World = {
    associations: new Map(),
    periods: [],
    successions: [],
    mandates: [],
    campaigns: [],
    cases: [],
    allotments: [],
    funds: [],
    made: 0,
  };
  for (let index = 0; index < size; index += 1) {
    const all = [...world.associations.values()];
    const parent = index === 0 ? null : present(all[random.below(all.length)], 'a parent');
    addAssociation(world, parent, random);
  }
  return world;
}

function addAssociation(world: World, parent: Association | null, random: SeededRandom): void {
  const number = (world.made += 1);
  const id = idOf(number);
  const path = pathBelow(parent?.path ?? null, id);
  const parentId = parent?.id ?? null;
  const one: Association = {
    tenantId,
    id,
    name: `Hội ${number}`,
    typeCode: 'UNIT',
    parentId,
    path,
    ...atFounding,
    foundedOn: beginning,
  };
  world.associations.set(id, one);
  world.periods.push({ associationId: id, validFrom: beginning, parentId, actId: null, ...associationTraits(one) });
  const campaignId = uuidOf('c', number) as CampaignId;
  world.campaigns.push({ id: campaignId, associationId: id, path, isDraft: random.below(4) === 0 });
  const led = present(world.campaigns[random.below(world.campaigns.length)], 'a campaign');
  const code = random.below(2) === 0 ? 'main' : 'poor';
  world.allotments.push({
    id: `a${number}`,
    campaignId: led.id,
    associationId: id,
    commodity: place,
    code,
    available: BigInt(random.below(20)),
  });
  const [top] = world.campaigns;
  world.cases.push({
    id: uuidOf('b', number) as AwardId,
    campaignId: present(top, 'the first campaign').id,
    associationId: id,
    path,
    isOpen: true,
  });
  world.funds.push({
    id: uuidOf('f', number) as FundId,
    associationId: id,
    name: `Quỹ ${number}`,
    legalForm: 'ASSOCIATION_ACCOUNT',
    accountId: uuidOf('d', number) as AccountId,
    balanceVnd: BigInt(random.below(1_000_000)),
    campaignIds: [campaignId],
  });
  world.mandates.push({
    id: uuidOf('e', number) as MandateId,
    personId: uuidOf('9', number) as PersonId,
    role: 'officer',
    associationId: id,
    path,
    validFrom: beginning,
    validTo: null,
  });
}

/** What a plan is made against on a day. */
export function snapshotOf(
  world: World,
  today: ReturnType<typeof calendarDate>,
  dissolved: readonly AssociationId[],
): OrganisationSnapshot {
  return {
    tenantId,
    today,
    associations: new Map(world.associations),
    tree: new AssociationTree(tenantId, world.periods, world.successions),
    mandates: world.mandates.filter(({ associationId }) => dissolved.includes(associationId)),
    campaigns: world.campaigns,
    cases: world.cases.filter(({ associationId }) => dissolved.includes(associationId)),
    allotments: world.allotments,
    funds: world.funds,
  };
}

/** Applies a plan: an independent and plainer telling of what the database does. */
export function applied(world: World, plan: ReorganisationPlan, today: ReturnType<typeof calendarDate>): void {
  const moved = <Thing extends Pick<Association, 'path'>>(thing: Thing): Thing => ({
    ...thing,
    path: changedPath(thing.path, plan.paths),
  });
  for (const one of [...plan.founded, ...plan.changed]) world.associations.set(one.id, one);
  for (const [id, one] of world.associations) world.associations.set(id, moved(one));
  world.periods.push(...plan.periods);
  world.successions.push(...plan.successions);
  const lines = new Map(world.campaigns.map((one) => [one.id, lineOf(one, plan.campaigns, plan.paths)]));
  const ledBy = new Map(plan.campaigns.map((one) => [one.campaignId, one]));
  world.campaigns = world.campaigns.map((one) => {
    const handed = ledBy.get(one.id);
    return handed === undefined ? moved(one) : { ...one, associationId: handed.to, path: handed.path };
  });
  const placed = new Map(plan.cases.map((one) => [one.awardId, one.path]));
  world.cases = world.cases.map((one) => {
    const { before, after } = present(lines.get(one.campaignId), 'the campaign of a case');
    const withUnit = changedPath(one.path, plan.paths);
    // A case that its campaign would no longer reach stays in the campaign's line.
    const inLine = `${after}${one.path.slice(before.length)}` as Path;
    return { ...one, path: placed.get(one.id) ?? (isWithin(withUnit, after) ? withUnit : inLine) };
  });
  const ended = new Map(plan.mandates.map((one) => [one.mandate.id, one]));
  world.mandates = world.mandates.flatMap((one) => {
    const handover = ended.get(one.id);
    if (handover === undefined) return [moved(one)];
    if (handover.to === null) return [];
    const path = present(world.associations.get(handover.to), 'a successor').path;
    // The holder goes on under a mandate of today at the successor.
    return [{ ...one, associationId: handover.to, path, validFrom: addDays(today, 0) }];
  });
  for (const { allotmentId, parts } of plan.allotments) {
    const from = present(
      world.allotments.find(({ id }) => id === allotmentId),
      'an allotment',
    );
    world.allotments = world.allotments.filter(({ id }) => id !== allotmentId);
    for (const { successorId, toAllotmentId, quantity } of parts) {
      const into = world.allotments.findIndex(({ id, associationId, campaignId, code }) =>
        toAllotmentId === null
          ? associationId === successorId && campaignId === from.campaignId && code === from.code
          : id === toAllotmentId,
      );
      const target = world.allotments[into];
      if (target === undefined) {
        world.made += 1;
        world.allotments.push({ ...from, id: `a${world.made}`, associationId: successorId, available: quantity });
      } else world.allotments[into] = { ...target, available: target.available + quantity };
    }
  }
  for (const { fundId, parts } of plan.funds) {
    for (const { successorId, toFundId: said, amountVnd } of parts) {
      const toFundId = said ?? fundOf(world, successorId);
      world.funds = world.funds.map((fund) =>
        fund.id === fundId
          ? { ...fund, balanceVnd: fund.balanceVnd - amountVnd }
          : fund.id === toFundId
            ? { ...fund, balanceVnd: fund.balanceVnd + amountVnd }
            : fund,
      );
    }
  }
}

/** The fund of a new successor, opened when money first comes to it. */
function fundOf(world: World, associationId: AssociationId): FundId {
  const known = world.funds.find((fund) => fund.associationId === associationId);
  if (known !== undefined) return known.id;
  world.made += 1;
  const id = uuidOf('f', world.made) as FundId;
  const accountId = uuidOf('d', world.made) as AccountId;
  world.funds.push({
    id,
    associationId,
    name: 'Quỹ mới',
    legalForm: 'ASSOCIATION_ACCOUNT',
    accountId,
    balanceVnd: 0n,
    campaignIds: [],
  });
  return id;
}
