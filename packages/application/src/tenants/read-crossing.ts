import {
  campaignsThatCross,
  place,
  vnd,
  type Award,
  type Campaign,
  type CrossingQuestion,
  type HeldBalance,
  type LeavingTenant,
  type SealedValue,
} from '@khuyenhoc/domain';
import { present, type AwardId, type CalendarDate, type PersonId } from '@khuyenhoc/kernel';
import { readWorkflow } from '../campaigns/load-workflow.ts';
import type { IdentityRecord } from '../ports/mandates.ts';
import type { PlaceReads } from '../ports/places.ts';
import type { Belongings, CrossingRepositories, TenantStep } from '../ports/crossings.ts';
import type { RuleSetRecord, WorkflowRecord } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { CrossTenantsInput } from './cross-tenants-input.ts';
import { successorsOfPlaces } from './successors-of-places.ts';

/** What goes along beside the plan: rule sets and workflows, people with their keys, and what is sealed for them. */
export interface CrossingLuggage {
  readonly ruleSets: readonly RuleSetRecord[];
  readonly workflows: readonly WorkflowRecord[];
  readonly people: readonly PersonRecord[];
  readonly identities: readonly IdentityRecord[];
  readonly belongings: Belongings;
  readonly sealed: ReadonlyMap<AwardId, readonly SealedValue[]>;
}

/** Reads both tenants as they stand, the one that closes under lock. */
export async function readCrossing(
  step: TenantStep,
  places: Pick<PlaceReads, 'lineages'>,
  { from, into, on, mapping }: Pick<CrossTenantsInput, 'from' | 'into' | 'on' | 'mapping'>,
): Promise<{ readonly question: CrossingQuestion; readonly luggage: CrossingLuggage }> {
  const { leaving, luggage } = await step(from, async (repositories) => {
    const read = await readLeaving(repositories, from, on);
    return { leaving: read, luggage: await readLuggage(repositories, read) };
  });
  const receiving = await step(into, async ({ crossings, ledger, mandates }) => {
    const associations = await crossings.associations();
    const root = present(
      associations.find((one) => one.parentId === null && one.status !== 'closed'),
      'the root of the network that goes on',
    );
    const known = await mandates.findIdentities(luggage.identities);
    return {
      id: into,
      associations,
      placesFrom: await ledger.outside(place, root.path),
      knownPeople: samePeople(luggage.identities, known),
    };
  });
  const successors = await successorsOfPlaces(places, leaving.associations, on);
  return { question: { leaving, receiving, places: successors, mapping }, luggage };
}

async function readLeaving(
  { crossings, campaigns, sources, ledger }: CrossingRepositories,
  id: LeavingTenant['id'],
  on: CalendarDate,
): Promise<LeavingTenant> {
  const all = await crossings.campaigns();
  const sourceOf = new Map((await sources.findWorkflows(hashesOf(all, 'workflowHash'))).map((one) => [one.hash, one]));
  const crossing = campaignsThatCross(all, await crossings.standers(), ({ workflowHash }) =>
    readWorkflow(present(sourceOf.get(workflowHash), 'the workflow of a campaign').source),
  );
  const ids = crossing.map((one) => one.id);
  const awards = await crossings.lockAwards(ids);
  const funds = await crossings.funds();
  const allotments = await campaigns.allotmentsOf(ids);
  const commodityOf = new Map([
    ...funds.map((fund) => [fund.accountId, vnd] as const),
    ...allotments.flatMap((one) =>
      [one.available, one.reserved, one.spent].map((account) => [account, one.commodity] as const),
    ),
  ]);
  const held = await ledger.balancesOf([...commodityOf.keys()]);
  const balances = [...commodityOf].map(([accountId, commodity]): HeldBalance => ({
    accountId,
    commodity,
    balance: held.get(accountId) ?? 0n,
  }));
  return {
    id,
    associations: await crossings.associations(),
    funds,
    campaigns: crossing,
    allotments,
    balances,
    awards,
    bound: await crossings.boundTo(peopleIn(awards)),
    mandates: await crossings.mandatesOn(on),
  };
}

async function readLuggage(
  { crossings, people, sources }: CrossingRepositories,
  { campaigns, awards, bound }: LeavingTenant,
): Promise<CrossingLuggage> {
  const ids = [...new Set([...peopleIn(awards), ...bound])];
  return {
    ruleSets: await sources.findRuleSets([
      ...new Set([
        ...hashesOf(campaigns, 'ruleSetHash'),
        // A review may have judged by a later version than the campaign began with.
        ...awards.map((award) => award.decision.ruleSetHash),
      ]),
    ]),
    workflows: await sources.findWorkflows(hashesOf(campaigns, 'workflowHash')),
    people: await people.findByIds(ids),
    // Officials sign in here as they did there, and are the same people under four eyes.
    identities: await crossings.identitiesOf(ids),
    belongings: await crossings.belongingsOf(ids),
    sealed: await crossings.sealedLast(awards.map((award) => award.id)),
  };
}

/** Whom awards are about, and whoever took a step of one. */
function peopleIn(awards: readonly Award[]): readonly PersonId[] {
  return [...new Set(awards.flatMap(({ nomineeId, takenBy }) => [nomineeId, ...Object.values(takenBy).flat()]))];
}

function hashesOf(campaigns: readonly Campaign[], kind: 'ruleSetHash' | 'workflowHash'): readonly string[] {
  return [...new Set(campaigns.map((campaign) => campaign[kind]))];
}

/** Who signs in as the same there and here is the same person. */
function samePeople(
  there: readonly IdentityRecord[],
  here: readonly IdentityRecord[],
): ReadonlyMap<PersonId, PersonId> {
  const nameOf = ({ issuer, subject }: IdentityRecord) => `${issuer} ${subject}`;
  const personNamed = new Map(here.map((identity) => [nameOf(identity), identity.personId]));
  return new Map(
    there.flatMap((identity) => {
      const person = personNamed.get(nameOf(identity));
      return person === undefined ? [] : [[identity.personId, person] as const];
    }),
  );
}
