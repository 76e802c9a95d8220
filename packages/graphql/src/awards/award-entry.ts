import type { EventOf } from '@khuyenhoc/application';
import { parseAwardEvent, roles, type AwardEvent, type SealedValue } from '@khuyenhoc/domain';
import type { AwardId, PersonId } from '@khuyenhoc/kernel';
import type { Actor } from '../people/actor.type.ts';

/** An event of an award as it is stored, and as it reads; null when its bytes are no event any more. */
export interface AwardEntry {
  readonly awardId: AwardId;
  readonly stored: EventOf<AwardId>;
  readonly event: AwardEvent | null;
}

/** A keyed hash in an event, of a value that lies sealed beside it. */
export interface Commitment {
  readonly label: SealedValue['label'];
  readonly hash: string;
}

/** Reads stored events. One that cannot be read any more stands in its place, so that an auditor sees it. */
export function readAwardEvents(awardId: AwardId, stored: readonly EventOf<AwardId>[]): readonly AwardEntry[] {
  return stored.map((one) => ({ awardId, stored: one, event: readOrNull(one.bytes) }));
}

function readOrNull(bytes: string): AwardEvent | null {
  try {
    return parseAwardEvent(bytes);
  } catch {
    return null;
  }
}

/** Who did it. */
export function actorOf({ by }: AwardEvent): Actor {
  // An event was checked when it was parsed: its people are the ids we wrote.
  return {
    personId: by.person as PersonId,
    mandateId: by.mandate,
    role: roles.find((role) => role === by.role) ?? null,
  };
}

/** The đồng an event speaks of: what was approved, paid or signed for, or what the decision gives. */
export function amountOfEvent({ data }: AwardEvent): bigint | null {
  if ('amount' in data) return BigInt(data.amount);
  if (!('decision' in data)) return null;
  return data.decision.items.reduce((sum, item) => (item.commodity === 'VND' ? sum + BigInt(item.quantity) : sum), 0n);
}

/** The group of transfers that the event posted, or null when it moved nothing. */
export function groupOf({ data }: AwardEvent): string | null {
  return 'group' in data ? data.group : null;
}

/** What the event commits to. */
export function commitmentsOf({ data }: AwardEvent): readonly Commitment[] {
  const found: Commitment[] = [];
  if ('decision' in data) {
    found.push({ label: 'facts', hash: data.decision.facts }, { label: 'receipt', hash: data.decision.receipt });
  }
  if ('reason' in data) found.push({ label: 'reason', hash: data.reason });
  if ('finding' in data && data.finding !== null) found.push({ label: 'finding', hash: data.finding });
  if ('signature' in data) found.push({ label: 'signature', hash: data.signature });
  return found;
}
