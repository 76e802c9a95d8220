import {
  vnd,
  type AllotmentHandover,
  type AllotmentPart,
  type FundHandover,
  type OrganisationSnapshot,
  type Path,
  type ReorganisationPlan,
  type Transfer,
} from '@khuyenhoc/domain';
import { assert, present, vietnamDate, type AccountId, type AssociationId, type FundId } from '@khuyenhoc/kernel';
import type { Giving, MandateDeps } from '../mandates/give-mandates.ts';
import type { AllotmentTarget } from '../ports/organisation.ts';
import type { PlannedAllotment, Repositories } from '../ports/unit-of-work.ts';

type Movement = Pick<Transfer, 'commodity' | 'debit' | 'credit' | 'quantity'>;

/** Moves what a plan hands over of money, places and goods: one group of transfers, posted whole. */
export async function handOverMoney(
  deps: Pick<MandateDeps, 'ids'>,
  repositories: Repositories,
  { recordedAt }: Giving,
  snapshot: OrganisationSnapshot,
  plan: ReorganisationPlan,
): Promise<void> {
  const paths = await pathsOfSuccessors(repositories, plan);
  const ofAllotments = await handOverAllotments(deps, repositories, plan, paths);
  const ofFunds = await handOverFunds(deps, repositories, snapshot, plan.funds, paths);
  const movements = [...ofAllotments, ...ofFunds].filter(({ quantity }) => quantity > 0n);
  const posted = await repositories.ledger.post(
    movements.map((movement, index) => ({
      ...movement,
      groupId: plan.deed.id,
      line: index + 1,
      kind: 'SUCCESSION',
      // The day the money moved, whatever day the act holds from: closed books stay closed.
      effectiveOn: vietnamDate(recordedAt),
      recordedAt,
      reversesGroupId: null,
    })),
  );
  assert(posted.ok, 'what is handed over was read in this very transaction');
}

async function pathsOfSuccessors(
  { associations }: Repositories,
  { allotments, funds }: ReorganisationPlan,
): Promise<ReadonlyMap<AssociationId, Path>> {
  const ids = [...allotments, ...funds].flatMap(({ parts }) => parts.map(({ successorId }) => successorId));
  return new Map((await associations.findByIds(ids)).map(({ id, path }) => [id, path]));
}

/** Gives each part to the allotment that counts for its successor; one that the successor does not have yet is made. */
async function handOverAllotments(
  deps: Pick<MandateDeps, 'ids'>,
  { campaigns, ledger, organisation }: Repositories,
  { deed, allotments }: ReorganisationPlan,
  paths: ReadonlyMap<AssociationId, Path>,
): Promise<readonly Movement[]> {
  if (allotments.length === 0) return [];
  const all = await campaigns.allotmentsOf([...new Set(allotments.map(({ campaignId }) => campaignId))]);
  const byId = new Map<string, PlannedAllotment>(all.map((one) => [one.id, one]));
  const made = new Map<string, PlannedAllotment>();
  const targetOf = (handover: AllotmentHandover, { successorId, toAllotmentId }: AllotmentPart): PlannedAllotment => {
    if (toAllotmentId !== null) return present(byId.get(toAllotmentId), 'the allotment of a successor');
    const key = `${handover.campaignId} ${handover.commodity} ${handover.code} ${successorId}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const like = present(byId.get(handover.allotmentId), 'the allotment of what is dissolved');
    const own = newAllotment(deps, like, successorId, present(paths.get(successorId), 'a successor'));
    made.set(key, own);
    ledger.open(accountsOf(own));
    campaigns.addAllotments(handover.campaignId, [own]);
    return own;
  };
  const movements: Movement[] = [];
  const changes: { readonly allotmentId: string; readonly change: bigint }[] = [];
  const targets = new Map<string, Map<AssociationId, AllotmentTarget>>();
  for (const handover of allotments) {
    const { allotmentId, commodity, isDraft } = handover;
    const { available: debit } = present(byId.get(allotmentId), 'the allotment of what is dissolved');
    const ofHandover = new Map<AssociationId, AllotmentTarget>();
    for (const part of handover.parts) {
      const { id, available } = targetOf(handover, part);
      const { quantity, successorId } = part;
      ofHandover.set(successorId, { available, path: present(paths.get(successorId), 'a successor') });
      changes.push({ allotmentId, change: -quantity }, { allotmentId: id, change: quantity });
      // A draft has given nothing yet: what it plans moves as a plan.
      if (!isDraft) movements.push({ commodity, debit, credit: available, quantity });
    }
    targets.set(allotmentId, ofHandover);
  }
  await organisation.addToAllotted(changes);
  await organisation.closeAllotments(allotments, targets, deed.on);
  return movements;
}

function newAllotment(
  { ids }: Pick<MandateDeps, 'ids'>,
  { commodity, code, from }: PlannedAllotment,
  associationId: AssociationId,
  path: Path,
): PlannedAllotment {
  const account = () => ids.uuid() as AccountId;
  const accounts = { available: account(), reserved: account(), spent: account() };
  return { id: ids.uuid(), commodity, code, associationId, path, allotted: 0n, from, ...accounts };
}

function accountsOf({ id, path, commodity, available, reserved, spent }: PlannedAllotment) {
  const owner = `allotment ${id}`;
  const account = { path, commodity, owner, mayGoBelowZero: false };
  return [
    { ...account, id: available, kind: 'AVAILABLE' as const },
    { ...account, id: reserved, kind: 'RESERVED' as const },
    { ...account, id: spent, kind: 'SPENT' as const },
  ];
}

/** Gives each part to a fund of its successor, who gets one where there is none, and sends later returns there as well. */
async function handOverFunds(
  { ids }: Pick<MandateDeps, 'ids'>,
  { funds, ledger, organisation }: Repositories,
  snapshot: OrganisationSnapshot,
  handovers: readonly FundHandover[],
  paths: ReadonlyMap<AssociationId, Path>,
): Promise<readonly Movement[]> {
  const accountOf = new Map(snapshot.funds.map(({ id, accountId }) => [id, accountId]));
  const opened = new Map<AssociationId, AccountId>();
  const movements: Movement[] = [];
  for (const { fundId, name, legalForm, parts, givesBack } of handovers) {
    const from = present(accountOf.get(fundId), 'the account of a fund');
    const credits = new Map<AssociationId, AccountId>();
    for (const { successorId, toFundId, amountVnd } of parts) {
      let credit = toFundId === null ? opened.get(successorId) : accountOf.get(toFundId);
      if (credit === undefined) {
        const path = present(paths.get(successorId), 'a successor');
        const id = ids.uuid() as FundId;
        credit = ids.uuid() as AccountId;
        ledger.open([{ id: credit, path, commodity: vnd, kind: 'FUND', owner: `fund ${id}`, mayGoBelowZero: false }]);
        funds.add({ id, associationId: successorId, path, name, legalForm, accountId: credit });
        opened.set(successorId, credit);
      }
      credits.set(successorId, credit);
      movements.push({ commodity: vnd, debit: from, credit, quantity: amountVnd });
    }
    await organisation.redirectReturns(
      givesBack.map(({ campaignId, to }) => ({ campaignId, from, to: present(credits.get(to), 'a receiving fund') })),
    );
  }
  return movements;
}
