import type { Association } from '@khuyenhoc/domain';
import type { AssociationId, CalendarDate } from '@khuyenhoc/kernel';

/** The association ended by an act: what it has goes to its successors, and nothing new begins in it. */
export interface AssociationClosed {
  readonly code: 'ASSOCIATION_CLOSED';
  readonly associationId: AssociationId;
  readonly closedOn: CalendarDate;
}

/** Why nothing begins in an association any more, or null while it lives. */
export function whyClosed({ id, closedOn }: Pick<Association, 'id' | 'closedOn'>): AssociationClosed | null {
  return closedOn === null ? null : { code: 'ASSOCIATION_CLOSED', associationId: id, closedOn };
}
