import type { Result } from '@khuyenhoc/kernel';
import type { Clause } from './clause.ts';
import type { Localized } from './localized.ts';
import type { ParameterNotInForce } from './parameters.ts';

/**
 * What an allocation rule answers about one nominee: from which pool of places the award would be taken, and by which
 * keys nominees of a pool are ordered when there are more of them than places.
 */
export interface AllocationAnswer {
  readonly clause: Clause;
  /** Counts only when the clause passes; null means that no place is taken. */
  readonly pool: string | null;
  /** What the pool is called in words. */
  readonly poolTitle?: Localized;
  readonly rank?: readonly RankKey[];
}

/** One key of an order; the first decides, the next breaks its ties. */
export interface RankKey {
  readonly code: string;
  readonly title: Localized;
  /** A decimal number as text. */
  readonly value: string;
  readonly first: 'highest' | 'lowest';
}

/** A unit of a campaign among which places are shared out. */
export interface AllocationUnit {
  readonly associationId: string;
  readonly unitClass: string | null;
  readonly areaClass: string | null;
  /** The pupils of the unit, for quotas that are a share of them. */
  readonly pupils?: number;
}

/** Places of one unit in one pool. */
export interface PlannedQuota {
  readonly associationId: string;
  readonly pool: string;
  readonly places: number;
  /** The pool whose places these are a part of, where a quota stands inside another. */
  readonly within?: string;
}

/** What an allocation rule answers about units; refused where a number of places has no document in force. */
export type PlanAnswer = Result<readonly PlannedQuota[], ParameterNotInForce>;
