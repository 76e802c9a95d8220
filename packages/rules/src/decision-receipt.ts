import type { CalendarDate, CanonicalValue } from '@khuyenhoc/kernel';
import type { RankKey } from './allocation-rule.ts';
import type { AmountStep } from './amount-step.ts';
import { canonicalData } from './canonical-data.ts';
import type { Clause, RemedyKind } from './clause.ts';
import type { Localized } from './localized.ts';
import type { RenewalVerdict } from './renewal-rule.ts';

export const outcomes = ['eligible', 'ineligible', 'undecidable', 'blocked'] as const;

/** How a case came out. A fact that is missing makes it undecidable, a missing legal basis blocks it; neither is a no. */
export type Outcome = (typeof outcomes)[number];

/**
 * The answer to one nominee: what came out and every reason for it. The same facts and the same rule set give the same
 * bytes on any machine, in any year. It holds personal data: it is stored sealed, and only its hash is published.
 */
export interface DecisionReceipt {
  readonly format: 'receipt@1';
  readonly ruleSet: { readonly id: string; readonly version: number; readonly hash: string };
  readonly modules: readonly { readonly id: string; readonly version: string; readonly checksum: string }[];
  readonly referenceDate: CalendarDate;
  readonly factsHash: string;
  readonly outcome: Outcome;
  readonly clauses: readonly Clause[];
  /** Empty unless the outcome is eligible. */
  readonly items: readonly ReceiptItem[];
  readonly goods?: readonly StockItem[];
  /** The quota pool from which one place is taken; null where there is no quota. */
  readonly place: Place | null;
  readonly rank?: readonly RankKey[];
  readonly renewal?: { readonly verdict: RenewalVerdict };
  readonly steps: readonly AmountStep[];
  /** The paths of missing facts when the outcome is undecidable, sorted. */
  readonly missing: readonly string[];
  /** The smallest change that flips the outcome, proven by evaluating it; empty where there is none that a person could make. */
  readonly flip: readonly Flip[];
  readonly flipNote: Localized | null;
}

/** One place of a quota (*suất*): the pool it is taken from, and what that is called. */
export interface Place {
  readonly pool: string;
  readonly title?: Localized;
}

/** Money out of one funding source. */
export interface ReceiptItem {
  /** "main" unless the rule names several. */
  readonly source: string;
  readonly commodity: 'VND';
  /** Digits. */
  readonly quantity: string;
  readonly sourceTitle: Localized;
}

/** Goods out of one source, counted in the stock item's unit. */
export interface StockItem {
  readonly source: string;
  readonly stockItem: string;
  readonly unit: string;
  /** Digits. */
  readonly quantity: string;
  readonly title: Localized;
}

/** One changed fact of the smallest change. */
export interface Flip {
  /** `withdrawn` tells an eligible nominee's reader on which fact the outcome rests. */
  readonly kind: RemedyKind | 'withdrawn';
  readonly path: string;
  readonly to: CanonicalValue;
  readonly clause: string;
  readonly sentence: Localized;
}

/** The codes of the clauses without children that failed, sorted and each once: what an event may hold of the reasons. */
export function failedClauseCodes(receipt: DecisionReceipt): readonly string[] {
  const codes = new Set(receipt.clauses.flatMap(failedLeaves));
  return [...codes].toSorted();
}

function failedLeaves(clause: Clause): readonly string[] {
  if (clause.result !== 'fail') return [];
  const below = clause.children.flatMap(failedLeaves);
  return below.length > 0 ? below : [clause.code];
}

/** The receipt as plain data for hashing and storing. */
export function receiptToCanonical(receipt: DecisionReceipt): CanonicalValue {
  return canonicalData(receipt);
}
