import {
  advanceCampaign,
  createCampaign,
  createCampaignPlanCache,
  createWriterPlanCache,
  foundNetwork,
  GroupCommit,
  openFund,
  publishRuleSet,
  recordDonations,
  writeAwards,
  type AwardAnswer,
  type AwardWriter,
  type CampaignPlans,
  type PersonProfile,
  type Session,
  type UnitOfWork,
} from '@khuyenhoc/application';
import {
  atFounding,
  pathBelow,
  type Association,
  type AwardCommand,
  type Campaign,
  type CampaignAction,
  type Mandate,
  type Role,
} from '@khuyenhoc/domain';
import {
  addDays,
  calendarDate,
  foldText,
  instant,
  type AssociationId,
  type CalendarDate,
  type CampaignId,
  type FundId,
  type Instant,
  type MandateId,
  type PersonId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import { createPostgresAwardBatches, createPostgresUnitOfWork, type Database } from '@khuyenhoc/persistence';
import { createVault, sha256, systemIds } from '@khuyenhoc/vault';
import { aRuleSetDraft, sampleModules } from './sample-rules.ts';

const vault = createVault({ masterKey: new Uint8Array(32).fill(7) });

/** The ports of the use cases over one database, with a clock that tests set. */
export interface TestDeps {
  readonly clock: { now: () => Instant };
  readonly ids: typeof systemIds;
  readonly vault: typeof vault;
  readonly unitOfWork: UnitOfWork;
  readonly plans: CampaignPlans;
  readonly writer: AwardWriter;
  readonly digest: typeof sha256;
  readonly modules: typeof sampleModules;
  readonly lateEntryDays: number;
}

/** What a server composes, over one Database. Jobs go nowhere: these tests ask for none. */
export function depsOn(database: Database, now = '2025-06-20T02:00:00.000Z'): TestDeps {
  const queue = { enqueue: () => Promise.reject(new Error('no job was expected')) };
  const unitOfWork = createPostgresUnitOfWork(database, queue);
  const plans = createCampaignPlanCache({ unitOfWork, modules: sampleModules }, 100);
  const writerPlans = createWriterPlanCache(100);
  const batches = createPostgresAwardBatches(database);
  const writer = new GroupCommit<AwardCommand, AwardAnswer>({
    writeBatch: (tenantId, commands) =>
      writeAwards({ batches, plans: writerPlans, digest: sha256, lateEntryDays: 60 }, tenantId as TenantId, commands),
    batchLimit: 1_000,
    inFlightLimit: 4,
    queueLimit: 10_000,
  });
  const clock = { now: () => instant(now) };
  return {
    clock,
    ids: systemIds,
    vault,
    unitOfWork,
    plans,
    writer,
    digest: sha256,
    modules: sampleModules,
    lateEntryDays: 60,
  };
}

/** The value of what must have been accepted. */
export function accepted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok)
    throw new Error(
      `refused: ${JSON.stringify(result.error, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}`,
    );
  return result.value;
}

/** A little network: a province, two communes of it, and a branch of the first. */
export interface Network {
  readonly tenantId: TenantId;
  readonly province: Association;
  readonly thanhAn: Association;
  readonly binhMinh: Association;
  readonly branch: Association;
  /** One person a role at the province, two approvers, and a nominator of the branch. */
  readonly sessions: { readonly [Who in Role | 'secondApprover' | 'branchNominator']: Session };
}

/** Founds a network of its own tenant through the use case. */
export async function aNetwork(deps: TestDeps, name = 'Hội Khuyến học tỉnh Mẫu'): Promise<Network> {
  const tenantId = systemIds.uuid() as TenantId;
  const node = (nodeName: string, typeCode: string, parent: Association | null): Association => {
    const id = systemIds.associationId();
    const path = pathBelow(parent?.path ?? null, id);
    const classes = { ...atFounding, foundedOn: calendarDate('2020-01-01') };
    return { tenantId, id, name: nodeName, typeCode, parentId: parent?.id ?? null, path, ...classes };
  };
  const province = node(name, 'PROVINCE', null);
  const thanhAn = node('Hội Khuyến học xã Thanh An', 'COMMUNE', province);
  const binhMinh = node('Hội Khuyến học xã Bình Minh', 'COMMUNE', province);
  const branch = node('Chi hội thôn Đông', 'BRANCH', thanhAn);
  const official = (role: Role, at: Association) => {
    const personId = systemIds.uuid() as PersonId;
    const mandate: Mandate = {
      id: systemIds.uuid() as MandateId,
      personId,
      role,
      associationId: at.id,
      path: at.path,
      validFrom: calendarDate('2024-01-01'),
      validTo: null,
    };
    return { tenantId, personId, mandate };
  };
  const sessions = {
    officer: official('officer', province),
    nominator: official('nominator', province),
    verifier: official('verifier', province),
    approver: official('approver', province),
    secondApprover: official('approver', province),
    treasurer: official('treasurer', province),
    auditor: official('auditor', province),
    branchNominator: official('nominator', branch),
  };
  await foundNetwork(deps, {
    tenantId,
    name,
    associations: [province, thanhAn, binhMinh, branch],
    people: Object.entries(sessions).map(([who, session]) => ({
      id: session.personId,
      profile: aProfile(`Cán bộ ${who}`),
      identity: { issuer: 'https://issuer.example', subject: `${who} of ${tenantId}` },
      mandates: [{ ...session.mandate, decision: '12/QĐ' }],
    })),
  });
  return { tenantId, province, thanhAn, binhMinh, branch, sessions };
}

/** A made-up person. */
function aProfile(fullName: string): PersonProfile {
  return {
    fullName,
    birthDate: calendarDate('2012-09-05'),
    school: 'THCS Mẫu',
    grade: '7',
    guardianName: null,
    guardianRelation: null,
  };
}

export interface CampaignSize {
  readonly fundVnd: bigint;
  readonly placesPerUnit: number;
}

export interface TestCampaign {
  readonly id: CampaignId;
  readonly fundId: FundId;
  readonly advance: (...actions: readonly CampaignAction[]) => Promise<Campaign>;
}

/** A campaign of the province that is open for nominations, with a fund and places in both communes. */
export async function aCampaign(deps: TestDeps, network: Network, size: CampaignSize): Promise<TestCampaign> {
  const { sessions, province, thanhAn, binhMinh } = network;
  const { hash } = accepted(
    await publishRuleSet(deps, sessions.officer, {
      ...aRuleSetDraft(`rules-${systemIds.uuid()}`, size.placesPerUnit),
      idempotencyKey: systemIds.uuid(),
    }),
  );
  const fund = accepted(
    await openFund(deps, sessions.treasurer, {
      associationId: province.id,
      name: 'Quỹ Mẫu',
      legalForm: 'ASSOCIATION_ACCOUNT',
      idempotencyKey: systemIds.uuid(),
    }),
  );
  const donation = {
    donorName: 'Ông Mẫu',
    amountVnd: size.fundVnd,
    receivedOn: calendarDate('2025-06-01'),
    receiptNumber: '01',
    earmark: null,
  };
  const received = { fundId: fund.id, donations: [donation], idempotencyKey: systemIds.uuid() };
  accepted(await recordDonations(deps, sessions.treasurer, received));
  const workflow = await deps.unitOfWork.run(network.tenantId, ({ sources }) => sources.findWorkflowByCode('standard'));
  const drafted = accepted(
    await createCampaign(deps, sessions.officer, {
      associationId: province.id,
      title: 'Tiếp sức đến trường',
      schoolYear: '2024-2025',
      referenceDate: calendarDate('2025-06-15'),
      ruleSetHash: hash,
      workflowHash: workflow?.hash ?? '',
      funding: [{ source: 'main', fundId: fund.id, amountVnd: size.fundVnd }],
      quotaUnits: [thanhAn.id, binhMinh.id],
      idempotencyKey: systemIds.uuid(),
    }),
  );
  let campaign = drafted;
  const advance = async (...actions: readonly CampaignAction[]): Promise<Campaign> => {
    for (const action of actions) {
      const input = {
        campaignId: campaign.id,
        action,
        expectedVersion: campaign.version,
        idempotencyKey: systemIds.uuid(),
      };
      campaign = accepted(await advanceCampaign(deps, sessions.officer, input));
    }
    return campaign;
  };
  await advance('PUBLISH', 'OPEN_NOMINATION');
  return { id: drafted.id, fundId: fund.id, advance };
}

/** A nomination of the child with this name by an association. */
export function aNomination(campaignId: CampaignId, associationId: AssociationId, fullName: string) {
  return {
    campaignId,
    associationId,
    nominee: { ...aProfile(fullName), birthDate: birthDateOf(fullName) },
    facts: {},
    idempotencyKey: systemIds.uuid(),
    effectiveOn: null,
  };
}

/** Children of different names were born on different days, as children are, so that none is taken for another. */
function birthDateOf(fullName: string): CalendarDate {
  return addDays(calendarDate('2008-01-01'), Number.parseInt(sha256(foldText(fullName)).slice(0, 8), 16) % 3_000);
}

/** The input of a step on an award as it stands at a version. */
export function aStep<Id>(awardId: Id, expectedVersion: number) {
  return { awardId, expectedVersion, idempotencyKey: systemIds.uuid(), effectiveOn: null };
}
