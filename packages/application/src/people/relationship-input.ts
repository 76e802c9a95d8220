import type { RelationshipKind } from '@khuyenhoc/domain';
import type { CalendarDate, PersonId } from '@khuyenhoc/kernel';

/** Two people and what the first is to the second. Nothing else is said of them. */
export interface RelationshipInput {
  readonly personId: PersonId;
  readonly relatedPersonId: PersonId;
  readonly kind: RelationshipKind;
  readonly validFrom: CalendarDate;
  /** The last day it holds, or null while it does. */
  readonly validTo: CalendarDate | null;
}

/** What is wrong with one relationship of a list, which is recorded whole or not at all. */
export type RelationshipFault =
  /** Nobody is his own relative. */
  | { readonly code: 'RELATED_TO_SELF'; readonly index: number }
  | {
      readonly code: 'RELATIONSHIP_PERIOD_REVERSED';
      readonly index: number;
      readonly validFrom: CalendarDate;
      readonly validTo: CalendarDate;
    }
  /** The same is on record for some of these days, or stands in the list twice. */
  | { readonly code: 'RELATIONSHIP_REPEATED'; readonly index: number };

/** What is wrong with a relationship as such, whatever else is on record. */
export function faultOf(input: RelationshipInput, index: number): RelationshipFault | null {
  const { personId, relatedPersonId, validFrom, validTo } = input;
  if (personId === relatedPersonId) return { code: 'RELATED_TO_SELF', index };
  if (validTo !== null && validTo < validFrom)
    return { code: 'RELATIONSHIP_PERIOD_REVERSED', index, validFrom, validTo };
  return null;
}
