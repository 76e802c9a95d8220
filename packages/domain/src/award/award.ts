import type { AssociationId, AwardId, CalendarDate, CampaignId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { Path } from '../association/path.ts';
import type { AwardState } from '../workflow/template.ts';
import type { Reservation } from './reservation.ts';
import type { TakenBy } from './taken-by.ts';

export type Outcome = 'eligible' | 'ineligible' | 'undecidable' | 'blocked';

/** One thing an award gives: a quantity of a commodity from one funding source. */
export interface AwardItem {
  readonly source: string;
  readonly commodity: string;
  readonly quantity: bigint;
}

/**
 * What the rules decided, without anything personal: outcome, failed clauses, items, and keyed commitments to the facts and
 * the receipt, whose contents lie encrypted beside the history.
 */
export interface AwardDecision {
  readonly ruleSetHash: string;
  readonly outcome: Outcome;
  readonly failedClauses: readonly string[];
  readonly items: readonly AwardItem[];
  /** The quota pool one place is taken from, or null without a quota. */
  readonly pool: string | null;
  readonly factsCommitment: string;
  readonly receiptCommitment: string;
}

/** The head of an award: where it stands now. Its history is its events, chained by hash; `head` is the last one's. */
export interface Award {
  readonly tenantId: TenantId;
  readonly id: AwardId;
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly nomineeId: PersonId;
  readonly state: AwardState;
  /** The number of events so far; the next event's sequence number is one more. */
  readonly version: number;
  readonly head: string;
  readonly takenBy: TakenBy;
  readonly decision: AwardDecision;
  /** Digest of the decision: what an approval binds to. */
  readonly contentHash: string;
  /** The group of transfers that paid it, or null while unpaid. */
  readonly paymentGroupId: string | null;
  readonly paymentBatch: string | null;
  /** What its approval put aside; null before an approval, and when it was given back. */
  readonly reservation: Reservation | null;
  /** The day of the last step; no later step may lie before it. */
  readonly effectiveOn: CalendarDate;
}

/** The đồng an award gives in all. */
export function amountOf(items: readonly AwardItem[]): bigint {
  return items.reduce((sum, item) => (item.commodity === 'VND' ? sum + item.quantity : sum), 0n);
}
