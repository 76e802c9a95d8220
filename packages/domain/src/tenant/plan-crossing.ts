import type { Digest } from '@khuyenhoc/audit';
import { ok, present, type AccountId, type AssociationId, type PersonId, type Result } from '@khuyenhoc/kernel';
import type { Association } from '../association/association.ts';
import type { Award } from '../award/award.ts';
import type { Reservation } from '../award/reservation.ts';
import type { TakenBy } from '../award/taken-by.ts';
import { crossAllotments, type CrossedAllotments, type CrossingNames } from './cross-allotments.ts';
import { crossingIds, type CrossingIds } from './crossing-ids.ts';
import type { BalanceMove, CrossingFund, CrossingPlan, CrossingQuestion, LeavingTenant } from './crossing-plan.ts';
import { findSuccessors, type AssociationSuccessor, type CrossingUnmapped, type MappingUnknown } from './successors.ts';

/**
 * What becomes of each association, fund, campaign, award and balance of a tenant that an act merges into another. Pure: ids
 * follow from what they continue, so the plan of a dry run is the plan that is carried out.
 */
export function planCrossing(
  { leaving, receiving, places, mapping }: CrossingQuestion,
  digest: Digest,
): Result<CrossingPlan, CrossingUnmapped | MappingUnknown> {
  const found = findSuccessors({ old: leaving.associations, young: receiving.associations, places, mapping });
  if (!found.ok) return found;
  const ids = crossingIds(leaving.id, receiving.id, digest);
  const association = successorIn(found.value);
  const funds = leaving.funds.map((from) => ({ from, to: crossFund(from, association(from.associationId), ids) }));
  const fundAccounts = new Map(funds.map(({ from, to }) => [from.accountId, to.accountId]));
  const names: CrossingNames = {
    ids,
    association,
    campaign: (id) => ids.of('campaign', id),
    fundAccount: (id) => present(fundAccounts.get(id), 'the fund that a campaign is paid from'),
    placesFrom: receiving.placesFrom,
  };
  const crossed = crossAllotments(leaving.allotments, names);
  const people = crossPeople(leaving, receiving.knownPeople, ids);
  const accountOf = new Map([...fundAccounts, ...crossed.accountOf]);
  const moves = moveBalances(leaving.balances, accountOf);
  const campaigns = leaving.campaigns.map((from) => {
    const { id: associationId, path } = association(from.associationId);
    return { from, to: { ...from, tenantId: receiving.id, id: names.campaign(from.id), associationId, path } };
  });
  return ok({
    from: leaving.id,
    into: receiving.id,
    groupId: ids.named('group'),
    associations: found.value,
    funds,
    campaigns,
    allotments: crossed.allotments,
    awards: leaving.awards.map((from) => ({
      from,
      to: { ...crossAward(from, association(from.associationId), names, crossed, people), tenantId: receiving.id },
    })),
    people,
    knownPeople: new Set([...people.keys()].filter((person) => receiving.knownPeople.has(person))),
    moves,
    counterparts: new Map(
      [...new Set(moves.map((move) => move.commodity))].toSorted().map((commodity) => [
        commodity,
        {
          from: ids.named(`account here ${commodity}`) as AccountId,
          to: ids.named(`account there ${commodity}`) as AccountId,
        },
      ]),
    ),
    endedMandates: leaving.mandates.filter(({ role }) => role !== 'auditor').map(({ id }) => id),
  });
}

function successorIn(found: readonly AssociationSuccessor[]): (id: AssociationId) => Association {
  const toOf = new Map(found.map(({ from, to }) => [from.id, to]));
  return (id) => present(toOf.get(id), 'the successor of an association');
}

function crossFund(from: CrossingFund, { id: associationId, path }: Association, ids: CrossingIds): CrossingFund {
  return {
    ...from,
    id: ids.of('fund', from.id),
    associationId,
    path,
    accountId: ids.of('account', from.accountId),
  };
}

function crossAward(
  from: Award,
  { id: associationId, path }: Association,
  { ids, campaign }: CrossingNames,
  crossed: CrossedAllotments,
  people: ReadonlyMap<PersonId, PersonId>,
): Award {
  return {
    ...from,
    id: ids.of('award', from.id),
    campaignId: campaign(from.campaignId),
    associationId,
    path,
    nomineeId: present(people.get(from.nomineeId), 'the nominee on the other side'),
    version: 0,
    head: '',
    takenBy: crossTakers(from.takenBy, people),
    reservation: from.reservation === null ? null : crossReservation(from.reservation, crossed),
  };
}

/** Four eyes are people: whoever took a step there may not take a conflicting one here under a new id. */
function crossTakers(takenBy: TakenBy, people: ReadonlyMap<PersonId, PersonId>): TakenBy {
  return Object.fromEntries(
    Object.entries(takenBy).map(([action, takers]) => [
      action,
      takers.map((person) => present(people.get(person), 'whoever took a step, on the other side')),
    ]),
  );
}

function crossReservation(reservation: Reservation, { accountOf, allotmentOf }: CrossedAllotments): Reservation {
  const account = (id: AccountId) => present(accountOf.get(id), 'the new account of a reservation');
  return reservation.map((share) => ({
    ...share,
    allotmentId: present(allotmentOf.get(share.allotmentId), 'the new allotment of a reservation'),
    available: account(share.available),
    reserved: account(share.reserved),
    spent: account(share.spent),
  }));
}

/** The children, whoever took a step, and who is bound to either: under the id they have there already, or one that follows from the old one. */
function crossPeople(
  { awards, bound }: Pick<LeavingTenant, 'awards' | 'bound'>,
  known: ReadonlyMap<PersonId, PersonId>,
  ids: CrossingIds,
): ReadonlyMap<PersonId, PersonId> {
  const people = [
    ...awards.flatMap(({ nomineeId, takenBy }) => [nomineeId, ...Object.values(takenBy).flat()]),
    ...bound,
  ];
  return new Map(people.map((person) => [person, known.get(person) ?? ids.of('person', person)]));
}

/** One move for each account that holds something, in order of account. */
function moveBalances(
  balances: CrossingQuestion['leaving']['balances'],
  accountOf: ReadonlyMap<AccountId, AccountId>,
): readonly BalanceMove[] {
  return balances
    .filter(({ accountId, balance }) => balance > 0n && accountOf.has(accountId))
    .toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
    .map(({ accountId, commodity, balance }, index) => ({
      line: index + 1,
      commodity,
      from: accountId,
      to: present(accountOf.get(accountId), 'the account that takes a balance'),
      quantity: balance,
    }));
}
