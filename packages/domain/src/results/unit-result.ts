import type { AssociationId, CalendarDate } from '@khuyenhoc/kernel';
import type { AssociationStatus } from '../association/association.ts';
import type { Share } from '../association/succession.ts';
import type { Place } from '../place/place.ts';

/** What an association was awarded in a school year: approved awards that still stand, and their đồng. */
export interface UnitResult {
  readonly associationId: AssociationId;
  readonly awards: number;
  readonly amountVnd: bigint;
}

/** An association as it stands today, with the day from which it has stood so: its place's code is read on that day. */
export interface AssociationFate {
  readonly id: AssociationId;
  readonly name: string;
  readonly status: AssociationStatus;
  readonly placeCodeSystem: string | null;
  readonly placeCode: string | null;
  readonly since: CalendarDate;
}

/** That an association handed a share of itself over to another. */
export interface AssociationHandover {
  readonly from: AssociationId;
  /** Null when it stands in another network, of which nothing is known here. */
  readonly to: AssociationId | null;
  readonly share: Share;
}

/** A unit of today: a place where associations stand, or an association that stands at none. */
export type UnitOfToday =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'association'; readonly association: AssociationFate };

/** What the associations of then that lead to one unit of today were awarded together. */
export interface SummableResult {
  readonly unit: UnitOfToday;
  readonly from: readonly AssociationFate[];
  readonly awards: number;
  readonly amountVnd: bigint;
}

/** Why the results of a unit of then belong to no single unit of today. */
export const notSummableReasons = [
  'ASSOCIATION_DIVIDED',
  'PLACE_DIVIDED',
  'CLOSED_WITHOUT_SUCCESSOR',
  'IN_ANOTHER_NETWORK',
  'OUT_OF_SIGHT',
] as const;
export type NotSummableReason =
  /** Several associations took over from it. */
  | 'ASSOCIATION_DIVIDED'
  /** Its place went into several places, as every district did, and nobody can say which award belongs to which. */
  | 'PLACE_DIVIDED'
  | 'CLOSED_WITHOUT_SUCCESSOR'
  | 'IN_ANOTHER_NETWORK'
  /** Its successor lies beyond what the reader sees. */
  | 'OUT_OF_SIGHT';

/** A successor among several, and its share where somebody measured it. */
export interface SuccessorUnit {
  readonly unit: UnitOfToday;
  readonly share: Share | null;
}

/** The results of a unit of then that were not added to anything, rather than guessed. */
export interface NotSummableResult {
  readonly unit: AssociationFate;
  readonly reason: NotSummableReason;
  readonly successors: readonly SuccessorUnit[];
  readonly awards: number;
  readonly amountVnd: bigint;
}

export interface ResultsOnUnitsOfToday {
  readonly summable: readonly SummableResult[];
  readonly notSummable: readonly NotSummableResult[];
}
