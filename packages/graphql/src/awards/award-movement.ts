import type { AwardEvent, AwardEventBody } from '@khuyenhoc/domain';
import type { AwardEntry } from './award-entry.ts';

/**
 * What the events of an award moved, read from its history alone: an event tells what it did, and an event that undoes another
 * is told with the amount of that one.
 */

/** The group of transfers that the event posted, or null when it moved nothing. */
export function groupOf({ data }: AwardEvent): string | null {
  return 'group' in data ? data.group : null;
}

/** The group of the payment that the event reverses, or null when it reverses none. */
export function reversedGroupOf({ data }: AwardEvent): string | null {
  return 'reverses' in data ? data.reverses : null;
}

/** The đồng an event speaks of: what was decided, approved, paid or signed for, and what was released or reversed. */
export function amountOfEvent({ event, earlier }: AwardEntry): bigint | null {
  if (event === null) return null;
  const { data } = event;
  if ('amount' in data) return BigInt(data.amount);
  if ('decision' in data) return amountDecided(data.decision);
  if ('reverses' in data) return amountOfGroup(earlier, data.reverses);
  // What is released is what the last approval reserved, or what came along reserved from another tenant.
  if ('released' in data && data.released) return lastReservation(earlier);
  return null;
}

/** Whether there are transfers in the ledger under the event's group, whoever may see them. */
export function hasTransfers({ event, earlier }: AwardEntry): boolean {
  if (event === null || groupOf(event) === null) return false;
  const decided = earlier.findLast(({ data }) => 'decision' in data)?.data;
  // An award that gives neither money nor a place is approved and paid under groups in which nothing is.
  return (
    decided !== undefined &&
    'decision' in decided &&
    (decided.decision.items.length > 0 || decided.decision.pool !== null)
  );
}

type Decision = AwardEventBody<'award.nominated@1'>['decision'];

function amountDecided({ items }: Decision): bigint {
  return items.reduce((sum, item) => (item.commodity === 'VND' ? sum + BigInt(item.quantity) : sum), 0n);
}

function lastReservation(earlier: readonly AwardEvent[]): bigint | null {
  const reserved = earlier.findLast(({ type }) => type === 'award.approved@1' || type === 'award.crossed-in@1')?.data;
  return reserved !== undefined && 'amount' in reserved ? BigInt(reserved.amount) : null;
}

function amountOfGroup(earlier: readonly AwardEvent[], group: string): bigint | null {
  const posted = earlier.find((event) => paymentOf(event) === group)?.data;
  return posted !== undefined && 'amount' in posted ? BigInt(posted.amount) : null;
}

/** The payment an event made, or that was made in another tenant before the award came from there. */
function paymentOf(event: AwardEvent): string | null {
  return 'payment' in event.data ? event.data.payment : groupOf(event);
}
