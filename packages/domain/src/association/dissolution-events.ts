import type { AssociationId } from '@khuyenhoc/kernel';
import type { Dissolution, Successor } from './dissolution.ts';
import type { ChildHandover } from './hand-over-children.ts';
import { byAct } from './plan-change.ts';
import type { ReorganisationPlan } from './reorganisation-plan.ts';

type Handed = Pick<ReorganisationPlan, 'campaigns' | 'cases' | 'mandates' | 'allotments' | 'funds'>;

/** What the histories say of a dissolution: who ended, who took over what from whom, and which children came along. */
export function dissolutionEvents(
  dissolution: Dissolution,
  children: readonly ChildHandover[],
  handed: Handed,
): ReorganisationPlan['happenings'] {
  const { dissolved, deed, kind, successors } = dissolution;
  const into = successors.map(({ association, share }) => ({ association: association.id, ...share }));
  const endedOf = (id: AssociationId) =>
    handed.mandates.filter(({ mandate, to }) => to === null && mandate.associationId === id).length;
  const ends = [...dissolved.keys()].map((associationId) => ({
    associationId,
    type: kind === 'MERGE' ? ('association.merged@1' as const) : ('association.split@1' as const),
    data: { ...byAct(deed), into, mandatesEnded: endedOf(associationId) },
  }));
  const takings = successors.map((successor) => ({
    associationId: successor.association.id,
    type: 'association.received@1' as const,
    data: {
      ...byAct(deed),
      from: [...dissolved.keys()].map((from) => receivedFrom(from, successor, children, handed)),
    },
  }));
  const moves = children.map(({ child, from, to }) => ({
    associationId: child.id,
    type: 'association.moved@1' as const,
    data: { ...byAct(deed), from, to },
  }));
  return [...ends, ...takings, ...moves];
}

function receivedFrom(
  from: AssociationId,
  { association: { id }, share }: Successor,
  children: readonly ChildHandover[],
  { campaigns, cases, mandates, allotments, funds }: Handed,
) {
  const money = funds
    .filter(({ associationId }) => associationId === from)
    .flatMap(({ parts }) => parts)
    .filter(({ successorId }) => successorId === id)
    .reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
  const allotted = allotments
    .filter(({ associationId }) => associationId === from)
    .flatMap(({ campaignId, code, parts }) =>
      parts
        .filter(({ successorId, quantity }) => successorId === id && quantity > 0n)
        .map(({ quantity }) => ({ campaign: campaignId, code, quantity: quantity.toString() })),
    );
  return {
    association: from,
    parts: share.parts,
    whole: share.whole,
    moneyVnd: money.toString(),
    allotted,
    campaigns: campaigns.filter((one) => one.from === from && one.to === id).map(({ campaignId }) => campaignId),
    cases: cases.filter((one) => one.from === from && one.to === id && one.isOpen).length,
    mandates: mandates.filter((one) => one.to === id && one.mandate.associationId === from).length,
    children: children.filter((one) => one.from === from && one.to === id).map(({ child }) => child.id),
  };
}
