import { err, ok, present, type AssociationId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import type { Association } from './association.ts';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';

/** The association if it is there and not closed. */
export function livingAssociation(
  { associations }: OrganisationSnapshot,
  associationId: AssociationId,
): Result<Association, ReorganisationRefusal> {
  const association = associations.get(associationId);
  if (association === undefined) return err({ code: 'ASSOCIATION_UNKNOWN', associationId });
  const { closedOn } = association;
  return closedOn === null ? ok(association) : err({ code: 'ASSOCIATION_CLOSED', associationId, closedOn });
}

/** The association if it lives and something new may be said of it from a day on: after all that is on record. */
export function changeableAssociation(
  snapshot: OrganisationSnapshot,
  associationId: AssociationId,
  on: CalendarDate,
): Result<Association, ReorganisationRefusal> {
  const living = livingAssociation(snapshot, associationId);
  if (!living.ok) return living;
  const last = present(snapshot.tree.periodsOf(associationId).at(-1), 'the last period of an association');
  if (on <= last.validFrom) {
    return err({ code: 'DATE_TOO_EARLY', associationId, on, lastChangeOn: last.validFrom });
  }
  return living;
}

/** Whether somebody may stand below it from a day on: it existed then, and still does. */
export function checkParent(
  snapshot: OrganisationSnapshot,
  parentId: AssociationId | null,
  on: CalendarDate,
): Result<Association | null, ReorganisationRefusal> {
  if (parentId === null) return ok(null);
  const living = livingAssociation(snapshot, parentId);
  if (!living.ok) return living;
  return snapshot.tree.existsOn(parentId, on) ? living : err({ code: 'PARENT_NOT_THERE', parentId, on });
}
