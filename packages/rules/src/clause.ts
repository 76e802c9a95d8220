import type { CalendarDate, CanonicalValue } from '@khuyenhoc/kernel';
import type { Provenance } from './fact.ts';
import type { Localized } from './localized.ts';

/**
 * One condition and how it came out, in words a nominee could be sent. Clauses make a tree: a rule module answers with
 * one, and the decision receipt keeps it whole.
 */
export interface Clause {
  /** A stable name, `SCREAMING_WORDS`. */
  readonly code: string;
  readonly title: Localized;
  readonly sentence: Localized;
  readonly result: ClauseResult;
  readonly inputs: readonly ClauseInput[];
  readonly parameters: readonly ParameterUse[];
  readonly children: readonly Clause[];
  /** The paths of the facts that are wanted, where the result is unknown. */
  readonly missing?: readonly string[];
  /** What would make a failed or unknown clause pass. Only for facts that a person can supply or correct. */
  readonly remedies?: readonly Remedy[];
}

export const clauseResults = ['pass', 'fail', 'unknown', 'blocked'] as const;

export type ClauseResult = (typeof clauseResults)[number];

/** A fact that a clause looked at. */
export interface ClauseInput {
  /** `person.birthDate`, `claims.0`. */
  readonly path: string;
  readonly value: CanonicalValue;
  readonly provenance: Provenance;
}

/** A dated number that a clause used, with the period's first day and its reference. */
export interface ParameterUse {
  readonly key: string;
  readonly unit: string;
  readonly value: string;
  readonly from: CalendarDate;
  readonly reference: Localized;
}

/** A change of one fact that would make its clause pass. It is tried before anybody is told of it. */
export interface Remedy {
  readonly kind: RemedyKind;
  /** Where the changed fact stands; `claims.+` adds one to a list. */
  readonly path: string;
  readonly to: CanonicalValue;
  readonly sentence: Localized;
}

export const remedyKinds = ['paper', 'date', 'result', 'finding', 'statement'] as const;

export type RemedyKind = (typeof remedyKinds)[number];
