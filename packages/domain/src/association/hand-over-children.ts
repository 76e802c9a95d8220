import { err, ok, type AssociationId, type Result } from '@khuyenhoc/kernel';
import { assign } from './assign.ts';
import type { Association } from './association.ts';
import { changeableAssociation } from './check-standing.ts';
import { livingParentOf, type Dissolution } from './dissolution.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';

/** An association that gets another parent because its own is dissolved. */
export interface ChildHandover {
  readonly child: Association;
  readonly from: AssociationId;
  readonly to: AssociationId | null;
}

/** Gives each living child of what is dissolved exactly one new parent; a successor among them comes up instead. */
export function handOverChildren(dissolution: Dissolution): Result<readonly ChildHandover[], ReorganisationRefusal> {
  const { snapshot, deed, dissolved, successorIds, handover } = dissolution;
  const children: Association[] = [];
  for (const one of snapshot.associations.values()) {
    if (one.parentId === null || !dissolved.has(one.parentId) || dissolved.has(one.id) || one.closedOn !== null)
      continue;
    const standing = changeableAssociation(snapshot, one.id, deed.on);
    if (!standing.ok) return standing;
    children.push(one);
  }
  const assigned = assign({
    what: 'CHILD',
    things: children
      .filter(({ id }) => !successorIds.has(id))
      .map(({ id, parentId }) => ({ id, associationId: parentId ?? id })),
    destinations: handover.children,
    successors: successorIds,
    otherwise: () => null,
    mayEnd: false,
  });
  if (!assigned.ok) return assigned;
  const handovers: ChildHandover[] = [];
  for (const child of children) {
    const { id, parentId } = child;
    if (parentId === null) continue;
    const to = successorIds.has(id) ? livingParentOf(child, dissolved) : (assigned.value.get(id) ?? null);
    if (to !== null && !isThere(dissolution, to)) return err({ code: 'PARENT_NOT_THERE', parentId: to, on: deed.on });
    handovers.push({ child, from: parentId, to });
  }
  return ok(handovers);
}

function isThere({ snapshot, deed, founding }: Dissolution, id: AssociationId): boolean {
  return snapshot.tree.existsOn(id, deed.on) || founding.founded.some((one) => one.id === id);
}
