import { err, ok, present, type AssociationId, type Result } from '@khuyenhoc/kernel';
import { AccessPaths } from './access-paths.ts';
import type { Association } from './association.ts';
import { changeableAssociation, livingAssociation } from './check-standing.ts';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import { planFounding, type Founding } from './plan-founding.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { Handover, ReorganisationDeed, SuccessorChoice } from './reorganisation.ts';
import { sumOfShares } from './share-out.ts';
import { SiblingNames } from './sibling-names.ts';
import type { Share } from './succession.ts';

/** A successor and its share of what is dissolved. */
export interface Successor {
  readonly association: Association;
  readonly share: Share;
  readonly isNew: boolean;
}

/** Associations that end, who takes over from each of them, and where everybody stands afterwards. */
export interface Dissolution {
  readonly snapshot: OrganisationSnapshot;
  readonly deed: ReorganisationDeed;
  readonly kind: 'MERGE' | 'SPLIT';
  readonly dissolved: ReadonlyMap<AssociationId, Association>;
  readonly successors: readonly Successor[];
  readonly successorIds: ReadonlySet<AssociationId>;
  /** Who holds the largest share, of equal ones the first: below it the dissolved stand in today's access tree. */
  readonly principal: Association;
  readonly founding: Founding;
  readonly handover: Handover;
}

export interface DissolutionOrder {
  readonly kind: 'MERGE' | 'SPLIT';
  readonly from: readonly AssociationId[];
  readonly into: readonly { readonly successor: SuccessorChoice; readonly share: Share }[];
  readonly handover: Handover;
}

/** Checks who ends and who takes over. */
export function readDissolution(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  { kind, from, into, handover }: DissolutionOrder,
): Result<Dissolution, ReorganisationRefusal> {
  const dissolved = readDissolved(snapshot, deed, from);
  if (!dissolved.ok) return dissolved;
  const [first = ''] = from;
  const { parts, whole } = sumOfShares(into.map(({ share }) => share));
  if (into.length === 0 || parts !== whole || into.some(({ share }) => share.parts < 1 || share.whole < 1)) {
    return err({ code: 'SHARES_NOT_WHOLE', associationId: first as AssociationId, sumParts: parts, sumWhole: whole });
  }
  const names = new SiblingNames(snapshot, deed.on, new Set(dissolved.value.keys()));
  const news = into.flatMap(({ successor }) => (successor.kind === 'NEW' ? [successor.association] : []));
  const parents = news.flatMap(({ parentId }) => parentId ?? []);
  const belowDissolved = parents.find((parentId) => dissolved.value.has(parentId));
  if (belowDissolved !== undefined) return err({ code: 'SUCCESSOR_IS_DISSOLVED', associationId: belowDissolved });
  const founding = planFounding(snapshot, deed, news, names);
  if (!founding.ok) return founding;
  const successors: Successor[] = [];
  for (const { successor, share } of into) {
    const one = readSuccessor(snapshot, deed, dissolved.value, founding.value, successor);
    if (!one.ok) return one;
    const { id } = one.value.association;
    if (successors.some(({ association }) => association.id === id))
      return err({ code: 'SUCCESSOR_TWICE', associationId: id });
    successors.push({ ...one.value, share });
  }
  const [principal] = successors.toSorted((a, b) => largerFirst(a.share, b.share));
  return ok({
    snapshot,
    deed,
    kind,
    dissolved: dissolved.value,
    successors,
    successorIds: new Set(successors.map(({ association }) => association.id)),
    principal: present(principal, 'the principal successor').association,
    founding: founding.value,
    handover,
  });
}

/** Where everybody stands after a dissolution, given the new parents of the children. */
export function pathsAfter(
  { snapshot, dissolved, successors, principal, founding }: Dissolution,
  children: ReadonlyMap<AssociationId, AssociationId>,
): AccessPaths {
  const associations = new Map(snapshot.associations);
  for (const one of founding.founded) associations.set(one.id, one);
  const parents = new Map<AssociationId, AssociationId | null>(children);
  for (const { association } of successors) {
    // A successor directly below what is dissolved comes up to where that stood.
    if (association.parentId !== null && dissolved.has(association.parentId))
      parents.set(association.id, livingParentOf(association, dissolved));
  }
  for (const id of dissolved.keys()) parents.set(id, principal.id);
  return new AccessPaths(associations, parents);
}

/** The nearest association above that is not dissolved. */
export function livingParentOf(
  association: Association,
  dissolved: ReadonlyMap<AssociationId, Association>,
): AssociationId | null {
  let { parentId } = association;
  for (let above = parentId === null ? undefined : dissolved.get(parentId); above !== undefined;) {
    ({ parentId } = above);
    above = parentId === null ? undefined : dissolved.get(parentId);
  }
  return parentId;
}

function readDissolved(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  from: readonly AssociationId[],
): Result<ReadonlyMap<AssociationId, Association>, ReorganisationRefusal> {
  const dissolved = new Map<AssociationId, Association>();
  for (const id of from) {
    const one = changeableAssociation(snapshot, id, deed.on);
    if (!one.ok) return one;
    if (dissolved.has(id)) return err({ code: 'TWO_SUCCESSORS', what: 'CHILD', id });
    dissolved.set(id, one.value);
  }
  return ok(dissolved);
}

function readSuccessor(
  snapshot: OrganisationSnapshot,
  { on }: ReorganisationDeed,
  dissolved: ReadonlyMap<AssociationId, Association>,
  founding: Founding,
  choice: SuccessorChoice,
): Result<Omit<Successor, 'share'>, ReorganisationRefusal> {
  if (choice.kind === 'NEW') {
    const made = founding.founded.find(({ id }) => id === choice.association.id);
    return ok({ association: present(made, 'a founded successor'), isNew: true });
  }
  const { id } = choice;
  if (dissolved.has(id)) return err({ code: 'SUCCESSOR_IS_DISSOLVED', associationId: id });
  const living = livingAssociation(snapshot, id);
  if (!living.ok) return living;
  if (!snapshot.tree.existsOn(id, on)) return err({ code: 'SUCCESSOR_NOT_THERE', successorId: id, on });
  const [, ...above] = snapshot.tree.lineOn(id, snapshot.today);
  const under = above.find(
    (one, index) => dissolved.has(one) && !above.slice(0, index).every((each) => dissolved.has(each)),
  );
  // Its own parent would come below it. Deeper down, the successor has to be moved up first.
  if (under !== undefined) return err({ code: 'CYCLE', associationId: id, parentId: under, on });
  return ok({ association: living.value, isNew: false });
}

function largerFirst(a: Share, b: Share): number {
  const difference = BigInt(b.parts) * BigInt(a.whole) - BigInt(a.parts) * BigInt(b.whole);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
