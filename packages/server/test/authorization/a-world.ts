import { foundNetwork, uploadNominees } from '@khuyenhoc/application';
import { atFounding, pathBelow, roles, type Association, type Role } from '@khuyenhoc/domain';
import { globalId, type GraphQLDeps, type NodeIds, type NodeType } from '@khuyenhoc/graphql';
import { calendarDate, present, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { sha256OfBytes } from '@khuyenhoc/vault';
import type { Application } from '../../src/application.ts';
import { aRow, aWorkbook } from '../imports/makers.ts';
import { issuerOfWorld, spots, viewerAs, type Spot } from './actors.ts';
import { createHand, type Hand } from './a-hand.ts';
import { follow } from './ask.ts';
import { canaryOf, innerCanaryOf } from './canaries.ts';
import { furnishPeople } from './furnish-people.ts';
import { goodFacts } from './good-facts.ts';
import type { Things } from './things.ts';

/** Two networks with the same things at five places: what one is asked for has every relation to who asks. */
export interface World {
  readonly application: Application;
  readonly deps: GraphQLDeps;
  readonly associations: Readonly<Record<Spot, Association>>;
  /** Global ids of one thing of each type of node at each place. */
  readonly things: Readonly<Record<Spot, Things>>;
}

export async function aWorld(application: Application): Promise<World> {
  const deps: GraphQLDeps = {
    ...application.useCases,
    reads: application.reads,
    publicReads: application.publicReads,
  };
  const associations = await foundTwoNetworks(application);
  const things = async (spot: Spot) => furnish(application, deps, spot, associations[spot]);
  return {
    application,
    deps,
    associations,
    things: {
      ancestor: await things('ancestor'),
      same: await things('same'),
      descendant: await things('descendant'),
      sibling: await things('sibling'),
      foreign: await things('foreign'),
    },
  };
}

async function foundTwoNetworks(application: Application): Promise<Readonly<Record<Spot, Association>>> {
  const { ids } = application.useCases;
  const [ours, theirs] = [ids.uuid() as TenantId, ids.uuid() as TenantId];
  const node = (tenantId: TenantId, spot: Spot, parent: Association | null): Association => {
    const id = ids.associationId();
    return {
      ...atFounding,
      tenantId,
      id,
      name: `Hội ${canaryOf(spot)}`,
      typeCode: parent === null ? 'PROVINCE' : 'DISTRICT',
      parentId: parent?.id ?? null,
      path: pathBelow(parent?.path ?? null, id),
      foundedOn: calendarDate('2020-01-01'),
    };
  };
  const ancestor = node(ours, 'ancestor', null);
  const same = node(ours, 'same', ancestor);
  const descendant = node(ours, 'descendant', same);
  const sibling = node(ours, 'sibling', ancestor);
  const foreign = node(theirs, 'foreign', null);
  const associations = { ancestor, same, descendant, sibling, foreign };
  await found(application, ours, { ancestor, same, descendant, sibling });
  await found(application, theirs, { foreign });
  return associations;
}

async function found(
  application: Application,
  tenantId: TenantId,
  associations: Readonly<Partial<Record<Spot, Association>>>,
): Promise<void> {
  const places = spots.flatMap((spot) => {
    const association = associations[spot];
    return association === undefined ? [] : [{ spot, association }];
  });
  await foundNetwork(application.useCases, {
    tenantId,
    name: present(places[0], 'a place').association.name,
    associations: places.map(({ association }) => association),
    people: places.flatMap(({ spot, association }) => [
      ...roles.map((role) => anOfficial(application, spot, role, role, association)),
      // Some steps take two people of one role, or one who has done nothing before.
      anOfficial(application, spot, 'second-approver', 'approver', association),
      anOfficial(application, spot, 'list-keeper', 'treasurer', association),
    ]),
  });
}

function anOfficial(application: Application, spot: Spot, key: string, role: Role, { id, path }: Association) {
  const { ids } = application.useCases;
  const personId = ids.uuid() as PersonId;
  return {
    id: personId,
    profile: {
      fullName: `Cán bộ ${innerCanaryOf(spot)} ${key}`,
      birthDate: null,
      school: null,
      grade: null,
      guardianName: null,
      guardianRelation: null,
    },
    identity: { issuer: issuerOfWorld, subject: `${spot}/${key}` },
    mandates: [
      {
        id: ids.uuid() as MandateId,
        personId,
        role,
        associationId: id,
        path,
        validFrom: calendarDate('2020-01-01'),
        validTo: null,
        decision: `01/QĐ-${canaryOf(spot)}`,
      },
    ],
  };
}

/** Everything an association has: a fund with a donation, campaigns, awards in every state, a list that was sent in. */
async function furnish(application: Application, deps: GraphQLDeps, spot: Spot, at: Association): Promise<Things> {
  const hand = createHand(application, deps, spot);
  const Association = globalId('Association', at.tenantId, at.id);
  const Fund = await aFund(hand, Association);
  const campaigns = await aCampaignEach(hand, at, Association, Fund);
  const awards = await awardsInEveryState(hand, Association, campaigns.Campaign);
  const things = {
    Association,
    Fund,
    ...campaigns,
    ...awards,
    Award: present(awards['Award disbursed'], 'an award that was paid'),
    Import: await aList(application, spot, at),
  };
  return { ...things, ...(await furnishPeople(application, hand, at, things)) };
}

async function aFund({ does, spot, today }: Hand, associationId: string): Promise<string> {
  const named = { associationId, name: `Quỹ ${innerCanaryOf(spot)}`, legalForm: 'ASSOCIATION_ACCOUNT' };
  const fundId = await does('treasurer', 'openFund', named, '... on FundOpened { fundId }');
  const donation = {
    amount: '90000000',
    receivedOn: today,
    receiptNumber: `PT-${innerCanaryOf(spot)}`,
    donorName: `Nhà tài trợ ${innerCanaryOf(spot)}`,
  };
  await does('treasurer', 'recordDonations', { fundId, items: [donation] }, '... on DonationsRecorded { total }');
  return fundId;
}

/** One campaign in disbursement, one that takes nominations, one that is a draft. */
async function aCampaignEach(
  hand: Hand,
  { id }: Association,
  associationId: string,
  fundId: string,
): Promise<{ readonly Campaign: string } & Things> {
  const { does, asks, spot } = hand;
  const title = { vi: `Học bổng ${canaryOf(spot)}`, en: `Scholarship ${canaryOf(spot)}` };
  const part = (name: string, config: object) => ({
    moduleId: `unit-class-quota/${name}`,
    moduleVersion: '1.0.0',
    config,
  });
  const rules = {
    code: `hoc-bong-${spot}`,
    title,
    modules: [
      part('eligibility', {}),
      part('award', { amountVnd: '1000000' }),
      part('allocation', { listed: { associationIds: [id], places: 20 }, others: { places: 1 } }),
    ],
    legalBasis: [{ number: `01/QĐ-${canaryOf(spot)}`, title, inForceFrom: '2020-01-01' }],
  };
  const ruleSetHash = await does('officer', 'publishRuleSet', rules, '... on RuleSetPublished { hash }');
  const workflowHash = follow(await asks('officer', '{ standardWorkflow { hash } }'), ['standardWorkflow', 'hash']);
  const draft = (schoolYear: string) =>
    does(
      'officer',
      'createCampaign',
      {
        associationId,
        title: title.vi,
        schoolYear,
        referenceDate: '2025-11-20',
        ruleSetHash,
        workflowHash,
        funding: [{ source: 'main', fundId, amount: '20000000' }],
        quotaUnits: [associationId],
      },
      '... on CampaignAccepted { campaignId }',
    );
  const [Campaign, nomination, inDraft] = [
    await draft('2025-2026'),
    await draft('2024-2025'),
    await draft('2023-2024'),
  ];
  for (const campaign of [Campaign, nomination]) {
    for (const action of ['PUBLISH', 'OPEN_NOMINATION']) await advance(hand, campaign, action);
  }
  return {
    Campaign,
    'Campaign nomination': nomination,
    'Campaign draft': inDraft,
    'hash of rules': ruleSetHash,
    'hash of workflow': String(workflowHash),
  };
}

async function advance({ does, asks }: Hand, campaignId: string, action: string): Promise<void> {
  const told = await asks('officer', 'query($id: ID!) { campaign(id: $id) { version } }', { id: campaignId });
  const expectedVersion = follow(told, ['campaign', 'version']);
  await does(
    'officer',
    'advanceCampaign',
    { campaignId, action, expectedVersion },
    '... on CampaignAccepted { version }',
  );
}

/** What was done to an award after its nomination, by whom, up to the state that it is kept in. */
const lives: Readonly<
  Record<string, readonly (readonly [who: string, mutation: string, item: object, input: object])[]>
> = {
  nominated: [],
  verified: [['verifier', 'verifyNominations', {}, {}]],
  approved: [
    ['verifier', 'verifyNominations', { finding: 'đã đến nhà' }, {}],
    ['approver', 'approveAwards', {}, {}],
    ['second-approver', 'approveAwards', {}, {}],
  ],
  disbursed: [
    ['verifier', 'verifyNominations', { finding: 'đã đến nhà' }, {}],
    ['approver', 'approveAwards', {}, {}],
    ['second-approver', 'approveAwards', {}, {}],
    ['list-keeper', 'payAwards', { amount: '1000000' }, { method: 'CASH', batchNumber: 'BK-01' }],
  ],
  withdrawn: [['nominator', 'withdrawAwards', { reason: 'gia đình xin thôi' }, {}]],
  returned: [['verifier', 'returnNominations', { reason: 'thiếu giấy' }, {}]],
  rejected: [['verifier', 'rejectAwards', { reason: 'trùng suất khác' }, {}]],
  appealed: [
    ['verifier', 'rejectAwards', { reason: 'trùng suất khác' }, {}],
    ['nominator', 'appealRejections', { reason: 'không trùng' }, {}],
  ],
};

/** Children that do not exist and are nothing like each other, so that none is taken for another. */
const children: Readonly<Record<string, readonly [name: string, birthDate: string]>> = {
  nominated: ['Bùi Thị Sao', '2013-06-05'],
  verified: ['Hà Văn Lúa', '2012-02-17'],
  approved: ['Đinh Công Tre', '2011-09-30'],
  disbursed: ['Nguyễn Ngọc Mây', '2013-12-11'],
  returned: ['Quách Thanh Suối', '2012-07-23'],
  rejected: ['Trần Đình Núi', '2011-04-08'],
  withdrawn: ['Cao Quý Đá', '2012-10-02'],
  appealed: ['Lê Khắc Đồi', '2013-01-26'],
};

async function awardsInEveryState(hand: Hand, associationId: string, campaignId: string): Promise<Things> {
  const { does, spot } = hand;
  const awards: Record<string, string> = {};
  for (const [state, [name, birthDate]] of Object.entries(children)) {
    const nominee = {
      fullName: `${name} ${innerCanaryOf(spot)}`,
      birthDate,
      school: `Trường THCS ${name} ${innerCanaryOf(spot)}`,
      grade: '7A',
      guardianName: `Phụ huynh ${innerCanaryOf(spot)}`,
      guardianRelation: 'cha',
    };
    const item = { campaignId, associationId, nominee, facts: goodFacts };
    awards[state] = await does(
      'nominator',
      'nominate',
      { items: [item] },
      'results { ... on AwardAccepted { awardId } }',
    );
  }
  const live = async (wanted: (state: string) => boolean) => {
    for (const [state, steps] of Object.entries(lives).filter(([one]) => wanted(one))) {
      for (const [index, [who, mutation, item, input]] of steps.entries()) {
        const step = { awardId: awards[state], expectedVersion: index + 1, ...item };
        await does(who, mutation, { ...input, items: [step] }, 'results { ... on AwardAccepted { version } }');
      }
    }
  };
  const beforeApproval = (state: string) => !['approved', 'disbursed'].includes(state);
  await advance(hand, campaignId, 'CLOSE_NOMINATION');
  await live(beforeApproval);
  await advance(hand, campaignId, 'START_APPROVAL');
  await live((state) => !beforeApproval(state));
  await advance(hand, campaignId, 'START_DISBURSEMENT');
  return Object.fromEntries(Object.entries(awards).map(([state, id]) => [`Award ${state}`, id]));
}

async function aList(application: Application, spot: Spot, { tenantId, name }: Association): Promise<string> {
  const viewer = await viewerAs(application, 'nominator', spot);
  if (viewer.kind !== 'signed-in' || viewer.session === null) throw new Error(`nobody nominates at ${spot}`);
  const bytes = await aWorkbook([{ ...aRow, fullName: `Bùi Văn ${innerCanaryOf(spot)}`, unit: name }]);
  const uploaded = await uploadNominees({ ...application.useCases, digestBytes: sha256OfBytes }, viewer.session, {
    fileName: `danh-sach-${innerCanaryOf(spot)}.xlsx`,
    bytes,
  });
  if (!uploaded.ok) throw new Error(uploaded.error.code);
  return globalId('Import', tenantId, uploaded.value.importId);
}

/** An id of a type that no thing has, in the network of who asks or in the other one. */
export function noneOf(world: World, type: NodeType, relation: 'none' | 'none-foreign'): string {
  const { ids } = world.application.useCases;
  const id = (type === 'Association' ? ids.associationId() : ids.uuid()) as NodeIds[NodeType];
  return globalId(type, world.associations[relation === 'none' ? 'same' : 'foreign'].tenantId, id);
}
