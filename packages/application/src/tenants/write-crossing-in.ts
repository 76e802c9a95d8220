import type { Digest } from '@khuyenhoc/audit';
import {
  crossAwardIn,
  crossCampaignIn,
  crossingTransfers,
  vnd,
  type CrossingDeed,
  type CrossingFund,
  type CrossingPlan,
} from '@khuyenhoc/domain';
import { assert, present, type AssociationId } from '@khuyenhoc/kernel';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { CrossingRepositories } from '../ports/crossings.ts';
import type { NewAccount, PlannedAllotment } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { continuePeople, matchKeysOf } from './continue-people.ts';
import { copySources } from './copy-sources.ts';
import { inChunks } from './in-chunks.ts';
import type { CrossingLuggage } from './read-crossing.ts';
import {
  counterpartAccounts,
  successionsOf,
  unkeyed,
  type CrossedOut,
  type RegisteredDeed,
} from './write-crossing-out.ts';

interface CrossingIn {
  readonly plan: CrossingPlan;
  readonly deed: RegisteredDeed;
  readonly luggage: CrossingLuggage;
  readonly out: CrossedOut;
}

/** Begins here what ended there: under new ids and paths, in the state in which it was. */
export async function writeCrossingIn(
  repositories: CrossingRepositories,
  deps: { readonly vault: Vault; readonly digest: Digest },
  crossing: CrossingIn,
): Promise<void> {
  const { plan, deed, luggage } = crossing;
  const successorOf = new Map(plan.associations.map(({ from, to }) => [from.id, to]));
  await copySources(repositories, luggage, successorOf);
  await continuePeople(repositories, deps, { plan, luggage, successorOf });
  openFunds(repositories, plan);
  await addCampaigns(repositories, deps.digest, crossing);
  await writeAwardsIn(repositories, deps, crossing);
  await postIn(repositories, plan, deed);
  await recordSuccessors(repositories, deps.digest, crossing);
  await repositories.crossings.addSuccessions(successionsOf(plan, deed));
}

function openFunds({ funds, ledger }: CrossingRepositories, plan: CrossingPlan): void {
  for (const { to } of plan.funds) funds.add(to);
  ledger.open(plan.funds.map(({ to }) => accountOfFund(to)));
}

function accountOfFund({ id, path, accountId }: CrossingFund): NewAccount {
  return { id: accountId, path, commodity: vnd, kind: 'FUND', owner: `fund ${id}`, mayGoBelowZero: false };
}

async function addCampaigns(
  { campaigns, ledger }: CrossingRepositories,
  digest: Digest,
  { plan, deed, out }: CrossingIn,
): Promise<void> {
  const allotmentsOf = Map.groupBy(plan.allotments, (one) => one.campaignId);
  for (const { from, to } of plan.campaigns) {
    const old = present(out.campaigns.get(from.id), 'a campaign that crossed');
    const allotments = (allotmentsOf.get(to.id) ?? []).map(({ campaignId: _ofTheCampaign, ...rest }) => rest);
    ledger.open(allotments.flatMap(accountsOfAllotment));
    campaigns.add(crossCampaignIn(old, to, deed, digest), allotments, deed.at);
  }
}

function accountsOfAllotment(allotment: PlannedAllotment): readonly NewAccount[] {
  const { id, path, commodity, available, reserved, spent } = allotment;
  const shared = { path, commodity, owner: `allotment ${id}`, mayGoBelowZero: false };
  return [
    { id: available, kind: 'AVAILABLE', ...shared },
    { id: reserved, kind: 'RESERVED', ...shared },
    { id: spent, kind: 'SPENT', ...shared },
  ];
}

async function writeAwardsIn(
  { crossings }: CrossingRepositories,
  deps: { readonly vault: Vault; readonly digest: Digest },
  { plan, deed, luggage, out }: CrossingIn,
): Promise<void> {
  const workflowOf = new Map(plan.campaigns.map(({ to }) => [to.id, to.workflowHash]));
  const keyOf = matchKeysOf(deps, plan.into, luggage.people);
  for (const chunk of inChunks(plan.awards)) {
    const changes = chunk.map(({ from, to }) => {
      const old = present(out.awards.get(from.id), 'an award that crossed');
      const sealed = luggage.sealed.get(from.id) ?? [];
      const workflow = present(workflowOf.get(to.campaignId), 'the campaign of an award');
      const change = crossAwardIn(old, to, workflow, sealed, deed, deps.digest);
      const matchKey = present(keyOf.get(from.nomineeId), 'the match key of a nominee');
      return { ...change, ...unkeyed(change, deed), matchKey, sealed };
    });
    await crossings.writeAwards({
      changes,
      before: new Map(changes.map(({ award }) => [award.id, null])),
      balances: [],
    });
  }
}

async function postIn({ ledger }: CrossingRepositories, plan: CrossingPlan, deed: CrossingDeed): Promise<void> {
  const root = present(plan.associations.find(({ from }) => from.parentId === null)?.to, 'the root of the new network');
  ledger.open(counterpartAccounts(plan, 'to', root.path));
  const posted = await ledger.post(crossingTransfers(plan, deed).in, plan.from);
  assert(posted.ok, 'the account for the other tenant may go below zero');
}

/** One event in the history of each association that took over, which names all it took over from. */
async function recordSuccessors(
  { histories }: CrossingRepositories,
  digest: Digest,
  { plan, deed, out }: CrossingIn,
): Promise<void> {
  const bySuccessor = Map.groupBy(plan.associations, ({ to }): AssociationId => to.id);
  await recordAssociationHistory(
    { histories, digest },
    { tenantId: plan.into, by: { operator: 'command-line' }, at: deed.at, on: deed.on },
    [...bySuccessor].map(([associationId, successions]) => ({
      associationId,
      type: 'association.crossed-in@1',
      data: {
        act: { ...deed.act },
        crossing: deed.groupId,
        out: successions.map(({ from }) => {
          const { seq, hash } = present(out.associations.get(from.id), 'the history of an association that crossed');
          return {
            tenant: plan.from,
            association: from.id,
            seq,
            head: present(hash, 'the crossing as its last event'),
          };
        }),
      },
    })),
  );
}
