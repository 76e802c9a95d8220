import type { Digest } from '@khuyenhoc/audit';
import {
  crossAwardOut,
  crossCampaignOut,
  crossingTransfers,
  type Award,
  type Campaign,
  type CrossingDeed,
  type CrossingPlan,
  type HistoryHead,
  type Path,
  type Tenant,
} from '@khuyenhoc/domain';
import { addDays, assert, present, type AccountId, type ActId, type AwardId, type CampaignId } from '@khuyenhoc/kernel';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { CrossingRepositories, CrossingSuccessions } from '../ports/crossings.ts';
import type { NewAccount } from '../ports/unit-of-work.ts';
import { inChunks } from './in-chunks.ts';

/** The deed with the act in the register of the network that goes on. */
export interface RegisteredDeed extends CrossingDeed {
  readonly actId: ActId;
}

/** How the histories of the old side end, which the new side names. */
export interface CrossedOut {
  readonly campaigns: ReadonlyMap<CampaignId, Campaign>;
  readonly awards: ReadonlyMap<AwardId, Award>;
  readonly associations: ReadonlyMap<string, HistoryHead>;
}

/** Ends what goes on elsewhere, lets the balances leave, and closes the tenant. */
export async function writeCrossingOut(
  repositories: CrossingRepositories,
  parts: {
    readonly plan: CrossingPlan;
    readonly deed: RegisteredDeed;
    readonly successor: Tenant;
    readonly digest: Digest;
  },
): Promise<CrossedOut> {
  const { plan, deed, successor, digest } = parts;
  const { crossings, campaigns, mandates, tenants } = repositories;
  const crossedCampaigns = new Map<CampaignId, Campaign>();
  for (const { from, to } of plan.campaigns) {
    const change = crossCampaignOut(from, { tenantId: plan.into, campaignId: to.id }, deed, digest);
    await campaigns.save(change);
    crossedCampaigns.set(from.id, change.campaign);
  }
  const awards = await writeAwardsOut(repositories, plan, deed, digest);
  await postOut(repositories, plan, deed);
  const associations = await recordAssociationHistory(
    { histories: repositories.histories, digest },
    { tenantId: plan.from, by: { operator: 'command-line' }, at: deed.at, on: deed.on },
    plan.associations.map(({ from, to }) => ({
      associationId: from.id,
      type: 'association.crossed-out@1',
      data: { act: { ...deed.act }, crossing: deed.groupId, into: { tenant: plan.into, association: to.id } },
    })),
  );
  await mandates.end(plan.endedMandates, addDays(deed.on, -1));
  await crossings.closeAssociations(deed.on);
  await crossings.addSuccessions(successionsOf(plan, deed));
  await tenants.close(deed.on, { id: successor.id, name: successor.name });
  return { campaigns: crossedCampaigns, awards, associations };
}

/** Which association took over from which; both sides keep it. */
export function successionsOf(plan: CrossingPlan, { act, actId, on, groupId }: RegisteredDeed): CrossingSuccessions {
  return { groupId, act, actId, on, from: plan.from, into: plan.into, successors: plan.associations };
}

async function writeAwardsOut(
  { crossings }: CrossingRepositories,
  plan: CrossingPlan,
  deed: CrossingDeed,
  digest: Digest,
): Promise<ReadonlyMap<AwardId, Award>> {
  const crossed = new Map<AwardId, Award>();
  for (const chunk of inChunks(plan.awards)) {
    const changes = chunk.map(({ from, to }) => {
      const into = { tenantId: plan.into, campaignId: to.campaignId, awardId: to.id };
      const change = crossAwardOut(from, into, deed, digest);
      crossed.set(from.id, change.award);
      return { ...change, ...unkeyed(change, deed), matchKey: null, sealed: [] };
    });
    const before = new Map(chunk.map(({ from }) => [from.id, from]));
    await crossings.writeAwards({ changes, before, balances: [] });
  }
  return crossed;
}

/** A crossing is no sender's command; its key and its hash follow from the event, and only fill their columns. */
export function unkeyed(
  { award, event }: { readonly award: Award; readonly event: { readonly hash: string } },
  { at, groupId }: CrossingDeed,
) {
  return { recordedAt: at, idempotencyKey: `crossing ${groupId} ${award.id}`, bodyHash: event.hash };
}

async function postOut({ ledger }: CrossingRepositories, plan: CrossingPlan, deed: CrossingDeed): Promise<void> {
  const root = present(
    plan.associations.find(({ from }) => from.parentId === null)?.from,
    'the root of the old network',
  );
  ledger.open(counterpartAccounts(plan, 'from', root.path));
  const posted = await ledger.post(crossingTransfers(plan, deed).out, plan.into);
  assert(posted.ok, 'what an account holds under lock can leave it');
}

/** A tenant's own account for the other tenant, one a commodity. */
export function counterpartAccounts(plan: CrossingPlan, side: 'from' | 'to', path: Path): readonly NewAccount[] {
  const other = side === 'from' ? plan.into : plan.from;
  return [...plan.counterparts].map(([commodity, accounts]): NewAccount => {
    const id: AccountId = accounts[side];
    return { id, path, commodity, kind: 'COUNTERPART', owner: `tenant ${other}`, mayGoBelowZero: true };
  });
}
