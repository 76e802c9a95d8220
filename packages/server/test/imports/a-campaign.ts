import {
  advanceCampaign,
  createCampaign,
  createCampaignPlanCache,
  createWriterPlanCache,
  foundNetwork,
  GroupCommit,
  publishRuleSet,
  writeAwards,
  type AwardAnswer,
  type Session,
} from '@khuyenhoc/application';
import { atFounding, pathBelow, type Association, type AwardCommand, type Role } from '@khuyenhoc/domain';
import {
  calendarDate,
  instant,
  type CampaignId,
  type MandateId,
  type PersonId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import {
  createPostgresAwardBatches,
  createPostgresUnitOfWork,
  type Database,
  type JobQueue,
} from '@khuyenhoc/persistence';
import { ruleModuleRegistry } from '@khuyenhoc/rules';
import { createVault, sha256, systemIds } from '@khuyenhoc/vault';
import { createHash } from 'node:crypto';
import { createTableSheet } from '../../src/imports/table-sheet.ts';
import { shippedModules } from '../../src/shipped-modules.ts';

/** The ports of the use cases over one database, as a server composes them, on a day in June 2024. */
export function depsOn(database: Database, queue: JobQueue) {
  const modules = ruleModuleRegistry(shippedModules, sha256);
  const unitOfWork = createPostgresUnitOfWork(database, queue);
  const plans = createCampaignPlanCache({ unitOfWork, modules }, 10);
  const writerPlans = createWriterPlanCache(10);
  const batches = createPostgresAwardBatches(database);
  const writer = new GroupCommit<AwardCommand, AwardAnswer>({
    writeBatch: (tenantId, commands) =>
      writeAwards({ batches, plans: writerPlans, digest: sha256, lateEntryDays: 60 }, tenantId as TenantId, commands),
    batchLimit: 1_000,
    inFlightLimit: 4,
    queueLimit: 10_000,
  });
  return {
    clock: { now: () => instant('2024-06-20T02:00:00.000Z') },
    ids: systemIds,
    vault: createVault({ masterKey: new Uint8Array(32).fill(7) }),
    unitOfWork,
    plans,
    batches,
    writer,
    modules,
    sheet: createTableSheet(200_000),
    digest: sha256,
    digestBytes: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
  };
}

export type ImportDeps = ReturnType<typeof depsOn>;

/** The value of what must have been accepted. */
export function accepted<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
}

export interface TestCampaign {
  readonly tenantId: TenantId;
  readonly id: CampaignId;
  readonly commune: Association;
  readonly nominator: Session;
  readonly otherNominator: Session;
  readonly officer: Session;
}

/** A network of its own tenant with a campaign "Vì em hiếu học" that takes nominations. */
export async function aCampaign(deps: ImportDeps): Promise<TestCampaign> {
  const tenantId = systemIds.uuid() as TenantId;
  const province = node(tenantId, 'Hội Khuyến học tỉnh Đồi Chè', null);
  const commune = node(tenantId, 'Hội Khuyến học xã Đồi Chè', province);
  const sessions = (['officer', 'nominator', 'nominator'] as const).map((role) => official(tenantId, role, province));
  const [officer, nominator, otherNominator] = sessions;
  if (officer === undefined || nominator === undefined || otherNominator === undefined)
    throw new Error('nobody holds office');
  const { workflowHash } = await foundNetwork(deps, {
    tenantId,
    name: province.name,
    associations: [province, commune],
    people: sessions.map(({ personId, mandate }) => ({
      id: personId,
      profile: anOfficial,
      identity: null,
      mandates: [{ ...mandate, decision: '01/QĐ' }],
    })),
  });
  const title = { vi: 'Vì em hiếu học', en: 'For Studious Children' };
  const published = accepted(
    await publishRuleSet(deps, officer, {
      id: 'vi-em-hieu-hoc',
      title,
      modules: [
        {
          moduleId: 'vi-em-hieu-hoc/eligibility',
          moduleVersion: '1.0.0',
          config: { resultsOf: 'campaign-school-year' },
        },
        { moduleId: 'vi-em-hieu-hoc/award', moduleVersion: '1.0.0', config: {} },
      ],
      legalBasis: [{ number: '01/2023', title, inForceFrom: calendarDate('2023-01-01'), inForceTo: null }],
      idempotencyKey: systemIds.uuid(),
    }),
  );
  const draft = accepted(
    await createCampaign(deps, officer, {
      associationId: province.id,
      title: title.vi,
      schoolYear: '2023-2024',
      referenceDate: calendarDate('2024-06-15'),
      ruleSetHash: published.hash,
      workflowHash,
      funding: [],
      quotaUnits: [],
      idempotencyKey: systemIds.uuid(),
    }),
  );
  for (const [version, action] of (['PUBLISH', 'OPEN_NOMINATION'] as const).entries()) {
    const step = {
      campaignId: draft.id,
      action,
      expectedVersion: draft.version + version,
      idempotencyKey: systemIds.uuid(),
    };
    accepted(await advanceCampaign(deps, officer, step));
  }
  return { tenantId, id: draft.id, commune, nominator, otherNominator, officer };
}

const anOfficial = {
  fullName: 'Cán bộ Mẫu',
  birthDate: null,
  school: null,
  grade: null,
  guardianName: null,
  guardianRelation: null,
};

function node(tenantId: TenantId, name: string, parent: Association | null): Association {
  const id = systemIds.associationId();
  const path = pathBelow(parent?.path ?? null, id);
  const classes = { ...atFounding, areaClass: 'region-iii', foundedOn: calendarDate('2020-01-01') };
  return { tenantId, id, name, typeCode: 'COMMUNE', parentId: parent?.id ?? null, path, ...classes };
}

function official(tenantId: TenantId, role: Role, at: Association): Session {
  const personId = systemIds.uuid() as PersonId;
  const validity = { validFrom: calendarDate('2024-01-01'), validTo: null };
  const mandate = {
    id: systemIds.uuid() as MandateId,
    personId,
    role,
    associationId: at.id,
    path: at.path,
    ...validity,
  };
  return { tenantId, personId, mandate };
}
