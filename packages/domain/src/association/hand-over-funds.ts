import { err, ok, present, type AssociationId, type FundId, type Result } from '@khuyenhoc/kernel';
import type { Dissolution } from './dissolution.ts';
import type { HeldFund } from './organisation-snapshot.ts';
import type { CampaignHandover, FundHandover, FundPart } from './reorganisation-plan.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import { shareOut } from './share-out.ts';

/**
 * Shares out the money of each fund of what is dissolved, each đồng to one fund of a successor. What an open campaign gives back
 * one day goes to the successor that leads it, or else to the principal one.
 */
export function handOverFunds(
  dissolution: Dissolution,
  campaigns: readonly CampaignHandover[],
): Result<readonly FundHandover[], ReorganisationRefusal> {
  const { snapshot, dissolved, handover, successorIds } = dissolution;
  const ending = snapshot.funds.filter(({ associationId }) => dissolved.has(associationId));
  const named = new Map<FundId, Map<AssociationId, FundId>>();
  for (const { id, to } of handover.funds) {
    const target = snapshot.funds.find((fund) => fund.id === to);
    if (!ending.some((fund) => fund.id === id)) return err({ code: 'NOT_CONCERNED', what: 'FUND', id });
    if (target === undefined || !successorIds.has(target.associationId))
      return err({ code: 'NOT_CONCERNED', what: 'FUND', id: to });
    named.set(id, (named.get(id) ?? new Map<AssociationId, FundId>()).set(target.associationId, to));
  }
  const handovers: FundHandover[] = [];
  for (const fund of ending) {
    const handed = handOverFund(dissolution, fund, campaigns, named.get(fund.id) ?? new Map<AssociationId, FundId>());
    if (!handed.ok) return handed;
    handovers.push(handed.value);
  }
  return ok(handovers);
}

function handOverFund(
  { snapshot, successors, principal }: Dissolution,
  { id: fundId, associationId, name, legalForm, balanceVnd, campaignIds }: HeldFund,
  campaigns: readonly CampaignHandover[],
  named: ReadonlyMap<AssociationId, FundId>,
): Result<FundHandover, ReorganisationRefusal> {
  const leaders = new Map(campaigns.map(({ campaignId, to }) => [campaignId, to]));
  const givesBack = campaignIds.map((campaignId) => ({ campaignId, to: leaders.get(campaignId) ?? principal.id }));
  const amounts = shareOut(
    balanceVnd,
    successors.map(({ share }) => share),
  );
  const parts: FundPart[] = [];
  for (const [index, { association }] of successors.entries()) {
    const amountVnd = present(amounts[index], 'an amount for each successor');
    if (amountVnd === 0n && !givesBack.some(({ to }) => to === association.id)) continue;
    const candidates = snapshot.funds.filter((fund) => fund.associationId === association.id).map(({ id }) => id);
    const [only, another] = candidates;
    const said = named.get(association.id);
    if (said === undefined && another !== undefined)
      return err({ code: 'FUND_NOT_NAMED', fundId, successorId: association.id, candidates });
    parts.push({ successorId: association.id, toFundId: said ?? only ?? null, amountVnd });
  }
  return ok({ fundId, associationId, name, legalForm, parts, givesBack });
}
