import type { ActId, AssociationId, CalendarDate } from '@khuyenhoc/kernel';
import type { AssociationTraits } from './association.ts';

/**
 * What an association was from a day on, until the day its next period begins: so periods never overlap and leave no gap. The
 * last period of a closed association has the status `closed`. A period is never changed.
 */
export interface AssociationPeriod extends AssociationTraits {
  readonly associationId: AssociationId;
  readonly validFrom: CalendarDate;
  /** Its parent at that time, which is another thing than who sees it today. */
  readonly parentId: AssociationId | null;
  /** The act that began the period, or null for those recorded at the founding of a network. */
  readonly actId: ActId | null;
}
