import { lineOf, type OrganisationSnapshot, type ReorganisationPlan } from '@khuyenhoc/domain';
import { vietnamDate } from '@khuyenhoc/kernel';
import { recordAssociationHistory } from '../histories/record-history.ts';
import { giveMandates, type Giving, type MandateDeps } from '../mandates/give-mandates.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { handOverMoney } from './hand-over-money.ts';
import { reorganiseCampaigns } from './reorganise-campaigns.ts';

/**
 * Does what a plan says, in the transaction that made it and holds the network alone. Paths move first, in every table at once;
 * whatever is written after that stands where it belongs.
 */
export async function applyReorganisation(
  deps: MandateDeps,
  repositories: Repositories,
  giving: Giving,
  snapshot: OrganisationSnapshot,
  plan: ReorganisationPlan,
): Promise<void> {
  const { organisation, histories } = repositories;
  const { session, role, recordedAt } = giving;
  await organisation.addFounded(plan.founded);
  const lines = new Map(snapshot.campaigns.map((one) => [one.id, lineOf(one, plan.campaigns, plan.paths)]));
  await organisation.movePaths(plan.paths, lines);
  await organisation.saveHeads(plan.changed);
  await organisation.addPeriods(plan.periods);
  await organisation.addSuccessions(plan.successions);
  await organisation.placeCases(plan.cases);
  await recordAssociationHistory(
    { histories, digest: deps.digest },
    {
      tenantId: session.tenantId,
      by: { personId: session.personId, mandateId: session.mandate.id, role },
      at: recordedAt,
      on: plan.deed.on,
    },
    plan.happenings,
  );
  await handOverMandates(deps, repositories, giving, plan);
  await handOverMoney(deps, repositories, giving, snapshot, plan);
  await reorganiseCampaigns(deps, repositories, giving, plan);
}

/** Ends the mandates at what is dissolved, and gives those that are carried anew at the successor, by the same act. */
async function handOverMandates(
  deps: MandateDeps,
  repositories: Repositories,
  giving: Giving,
  { deed, mandates }: ReorganisationPlan,
): Promise<void> {
  if (mandates.length === 0) return;
  const { session, role, recordedAt } = giving;
  const [{ lastDay } = { lastDay: vietnamDate(recordedAt) }] = mandates;
  await repositories.mandates.end(
    mandates.map(({ mandate }) => mandate.id),
    lastDay,
  );
  await recordAssociationHistory(
    { histories: repositories.histories, digest: deps.digest },
    {
      tenantId: session.tenantId,
      by: { personId: session.personId, mandateId: session.mandate.id, role },
      at: recordedAt,
      on: lastDay,
    },
    mandates.map(({ mandate }) => ({
      associationId: mandate.associationId,
      type: 'mandate.ended@1',
      data: { mandate: mandate.id, lastDay, act: deed.actId },
    })),
  );
  const carried = mandates.flatMap(({ mandate, to }) => (to === null ? [] : [{ mandate, to }]));
  const successors = await repositories.associations.findByIds(carried.map(({ to }) => to));
  const pathOf = new Map(successors.map(({ id, path }) => [id, path]));
  const validFrom = vietnamDate(recordedAt);
  const given = carried.flatMap(({ mandate: { personId, role: held, validTo }, to }) => {
    const path = pathOf.get(to);
    if (path === undefined) return [];
    const candidate = { personId, role: held, associationId: to, path, validFrom, validTo };
    return [{ candidate, actId: deed.actId, decision: deed.actNumber }];
  });
  await giveMandates(deps, repositories, giving, given);
}
