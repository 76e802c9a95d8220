import { advanceCampaign, createCampaign, type ReadScope, type Session } from '@khuyenhoc/application';
import { calendarDate, present, type AssociationId, type FundId, type TenantId } from '@khuyenhoc/kernel';
import type { Application } from '@khuyenhoc/server';
import { campaignCommunes, exampleCampaign } from '../campaign.ts';
import { phuThoNetwork } from '../network.ts';
import { accepted } from './accepted.ts';
import { scopeOf } from './scope-of.ts';
import { seedRuleSet } from './seed-rule-set.ts';

/** The campaign, open for nominations. One that was left halfway goes on from where it stands. */
export async function seedCampaign(application: Application, officer: Session, fundId: FundId): Promise<void> {
  const scope = scopeOf(officer);
  const [page] = await application.reads.campaignPages(scope, [
    { limit: 1, after: null, before: null, backwards: false, state: null },
  ]);
  let campaign = page?.items[0]?.item ?? (await draftCampaign(application, officer, fundId));
  for (const [state, action] of [
    ['draft', 'PUBLISH'],
    ['published', 'OPEN_NOMINATION'],
  ] as const) {
    if (campaign.state !== state) continue;
    const step = {
      campaignId: campaign.id,
      action,
      expectedVersion: campaign.version,
      idempotencyKey: `example ${action}`,
    };
    campaign = accepted(await advanceCampaign(application.useCases, officer, step));
  }
}

async function draftCampaign(application: Application, officer: Session, fundId: FundId) {
  const ruleSetHash = await seedRuleSet(application, officer);
  const { reads } = application;
  const communes = new Set(
    campaignCommunes(phuThoNetwork().associations).map(({ placeCode, name }) => `${placeCode} ${name}`),
  );
  const quotaUnits = await unitsOf(reads, scopeOf(officer), officer.mandate.associationId, communes);
  const workflowHash = await standardWorkflowHash(application, officer.tenantId);
  return accepted(
    await createCampaign(application.useCases, officer, {
      associationId: officer.mandate.associationId,
      title: `${exampleCampaign.name} ${exampleCampaign.schoolYear}`,
      schoolYear: exampleCampaign.schoolYear,
      referenceDate: calendarDate(exampleCampaign.referenceDate),
      ruleSetHash,
      workflowHash,
      funding: [{ source: 'main', fundId, amountVnd: BigInt(quotaUnits.length) * 10n * exampleCampaign.amountVnd }],
      quotaUnits,
      idempotencyKey: 'example campaign',
    }),
  );
}

/** The ids of communes, found by code and name below the province's own associations. */
async function unitsOf(
  reads: Application['reads'],
  scope: ReadScope,
  root: AssociationId,
  wanted: ReadonlySet<string>,
): Promise<readonly AssociationId[]> {
  const below = async (parentIds: readonly AssociationId[]) => {
    const pages = await reads.associationPages(
      scope,
      parentIds.map((parentId) => ({ parentId, limit: 1_000, after: null, before: null, backwards: false })),
    );
    return pages.flatMap((page) => page.items.map(({ item }) => item));
  };
  const direct = await below([root]);
  const communes = await below(direct.map((one) => one.id));
  return communes.filter((one) => wanted.has(`${one.placeCode} ${one.name}`)).map((one) => one.id);
}

async function standardWorkflowHash(application: Application, tenantId: TenantId): Promise<string> {
  return application.useCases.unitOfWork.run(
    tenantId,
    async ({ sources }) => present(await sources.findWorkflowByCode('standard'), 'the standard workflow').hash,
  );
}
