import { err, ok, type AssociationId, type Result } from '@khuyenhoc/kernel';
import type { AssociationPeriod } from './association-period.ts';
import type { Association } from './association.ts';
import { changeableAssociation } from './check-standing.ts';
import { pathsAfter, readDissolution, type Dissolution, type DissolutionOrder } from './dissolution.ts';
import { dissolutionEvents } from './dissolution-events.ts';
import { handOverAllotments } from './hand-over-allotments.ts';
import { handOverCampaigns, handOverCases } from './hand-over-campaigns.ts';
import { handOverChildren, type ChildHandover } from './hand-over-children.ts';
import { handOverFunds } from './hand-over-funds.ts';
import { handOverMandates } from './hand-over-mandates.ts';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import { byAct } from './plan-change.ts';
import type { ReorganisationPlan } from './reorganisation-plan.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { CloseCommand, MergeCommand, ReorganisationDeed, SplitCommand } from './reorganisation.ts';
import type { Succession } from './succession.ts';
import { associationTraits } from './association-traits.ts';

type DissolutionPlan = Omit<ReorganisationPlan, 'kind' | 'deed'>;

/** Several associations end and one takes over all of each. */
export function planMerge(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  { from, into, handover: { mandates, funds } }: MergeCommand,
): Result<DissolutionPlan, ReorganisationRefusal> {
  const id = into.kind === 'NEW' ? into.association.id : into.id;
  const all = { rest: id, named: [] };
  return planDissolution(snapshot, deed, {
    kind: 'MERGE',
    from,
    into: [{ successor: into, share: { parts: 1, whole: 1 } }],
    handover: { children: all, campaigns: all, cases: all, mandates, funds },
  });
}

/** One association ends and several take over. */
export function planSplit(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  { from, into, handover }: SplitCommand,
): Result<DissolutionPlan, ReorganisationRefusal> {
  return planDissolution(snapshot, deed, { kind: 'SPLIT', from: [from], into, handover });
}

function planDissolution(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  order: DissolutionOrder,
): Result<DissolutionPlan, ReorganisationRefusal> {
  const dissolution = readDissolution(snapshot, deed, order);
  if (!dissolution.ok) return dissolution;
  const children = handOverChildren(dissolution.value);
  if (!children.ok) return children;
  const newParents = new Map(children.value.flatMap(({ child, to }) => (to === null ? [] : [[child.id, to] as const])));
  const access = pathsAfter(dissolution.value, newParents);
  const campaigns = handOverCampaigns(dissolution.value, access);
  if (!campaigns.ok) return campaigns;
  const paths = access.changes();
  const cases = handOverCases(dissolution.value, access, campaigns.value);
  if (!cases.ok) return cases;
  const { dissolved, successorIds } = dissolution.value;
  const seats = { snapshot, deed, dissolved, successorIds, mandates: order.handover.mandates };
  const mandates = handOverMandates(seats);
  if (!mandates.ok) return mandates;
  const funds = handOverFunds(dissolution.value, campaigns.value);
  if (!funds.ok) return funds;
  const allotments = handOverAllotments(dissolution.value, access);
  const { founded, periods: foundingPeriods, happenings: foundings } = dissolution.value.founding;
  const handed = { campaigns: campaigns.value, cases: cases.value, mandates: mandates.value, funds: funds.value };
  return ok({
    founded,
    changed: [...closed(dissolution.value), ...children.value.map(({ child, to }) => ({ ...child, parentId: to }))],
    periods: [...foundingPeriods, ...closingPeriods(dissolution.value), ...childPeriods(children.value, deed)],
    successions: successionsOf(dissolution.value),
    paths,
    ...handed,
    allotments,
    happenings: [...foundings, ...dissolutionEvents(dissolution.value, children.value, { ...handed, allotments })],
  });
}

/** Plans an end without a successor. It is refused while anything is open, with what that is. */
export function planClose(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  { associationId }: CloseCommand,
): Result<DissolutionPlan, ReorganisationRefusal> {
  const standing = changeableAssociation(snapshot, associationId, deed.on);
  if (!standing.ok) return standing;
  const open = stillOpen(snapshot, associationId);
  if (open !== null) return err(open);
  const dissolved = new Map([[associationId, standing.value]]);
  const mandates = handOverMandates({
    snapshot,
    deed,
    dissolved,
    successorIds: new Set(),
    mandates: { rest: null, named: [] },
  });
  if (!mandates.ok) return mandates;
  return ok({
    founded: [],
    changed: [{ ...standing.value, status: 'closed', closedOn: deed.on }],
    periods: [closingPeriod(standing.value, deed)],
    successions: [],
    paths: [],
    campaigns: [],
    cases: [],
    mandates: mandates.value,
    allotments: [],
    funds: [],
    happenings: [
      {
        associationId,
        type: 'association.closed@1',
        data: { ...byAct(deed), mandatesEnded: mandates.value.length },
      },
    ],
  });
}

function stillOpen(snapshot: OrganisationSnapshot, associationId: AssociationId): ReorganisationRefusal | null {
  const mine = <Thing extends { readonly associationId: AssociationId }>(things: readonly Thing[]) =>
    things.filter((one) => one.associationId === associationId);
  const children = [...snapshot.associations.values()].filter(
    ({ parentId, closedOn }) => parentId === associationId && closedOn === null,
  ).length;
  const campaigns = mine(snapshot.campaigns).length;
  const cases = mine(snapshot.cases).filter(({ isOpen }) => isOpen).length;
  const funds = mine(snapshot.funds);
  const balanceVnd = funds.reduce((sum, fund) => sum + fund.balanceVnd, 0n);
  const places = mine(snapshot.allotments).reduce((sum, { available }) => sum + available, 0n);
  const awaited = funds.some(({ campaignIds }) => campaignIds.length > 0);
  if (children + campaigns + cases === 0 && balanceVnd + places === 0n && !awaited) return null;
  return { code: 'STILL_OPEN', associationId, children, campaigns, cases, balanceVnd, places };
}

/** In today's access tree the dissolved stand below who took over most of them. */
function closed({ dissolved, deed, principal }: Dissolution): readonly Association[] {
  return [...dissolved.values()].map((one) => ({
    ...one,
    parentId: principal.id,
    status: 'closed',
    closedOn: deed.on,
  }));
}

function closingPeriods({ dissolved, deed }: Dissolution): readonly AssociationPeriod[] {
  return [...dissolved.values()].map((one) => closingPeriod(one, deed));
}

function closingPeriod(association: Association, { on, actId }: ReorganisationDeed): AssociationPeriod {
  const { id: associationId, parentId } = association;
  return { associationId, validFrom: on, parentId, actId, ...associationTraits(association), status: 'closed' };
}

function childPeriods(
  children: readonly ChildHandover[],
  { on, actId }: ReorganisationDeed,
): readonly AssociationPeriod[] {
  return children.map(({ child, to }) => ({
    associationId: child.id,
    validFrom: on,
    parentId: to,
    actId,
    ...associationTraits(child),
  }));
}

function successionsOf({ snapshot, deed, dissolved, successors }: Dissolution): readonly Succession[] {
  const { tenantId } = snapshot;
  const { id: deedId, on, actId, actNumber } = deed;
  const rows = [...dissolved.keys()].flatMap((from) =>
    successors.map(({ association, share }) => ({ from, association, share })),
  );
  return rows.map(({ from, association, share }, index) => ({
    deedId,
    line: index + 1,
    from: { tenantId, associationId: from },
    to: { tenantId, associationId: association.id },
    on,
    actId,
    actNumber,
    share,
  }));
}
