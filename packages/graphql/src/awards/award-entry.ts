import type { EventOf } from '@khuyenhoc/application';
import { parseAwardEvent, roles, type AwardEvent, type SealedValue } from '@khuyenhoc/domain';
import type { AwardId, MandateId, PersonId } from '@khuyenhoc/kernel';
import type { Actor } from '../people/actor.type.ts';

/** An event of an award as it is stored, and as it reads; null when its bytes are no event any more. */
export interface AwardEntry {
  readonly awardId: AwardId;
  readonly stored: EventOf<AwardId>;
  readonly event: AwardEvent | null;
  /** The events before it that can be read. */
  readonly earlier: readonly AwardEvent[];
}

/** A keyed hash in an event, of a value that lies sealed beside it. */
export interface Commitment {
  readonly label: SealedValue['label'];
  readonly hash: string;
}

/** Reads stored events. One that cannot be read any more stands in its place, so that an auditor sees it. */
export function readAwardEvents(awardId: AwardId, stored: readonly EventOf<AwardId>[]): readonly AwardEntry[] {
  const events = stored.map(({ bytes }) => readOrNull(bytes));
  return stored.map((one, index) => ({
    awardId,
    stored: one,
    event: events[index] ?? null,
    earlier: events.slice(0, index).filter((event) => event !== null),
  }));
}

function readOrNull(bytes: string): AwardEvent | null {
  try {
    return parseAwardEvent(bytes);
  } catch {
    return null;
  }
}

/** Who did it; null for what who runs the server did, under nobody's mandate. */
export function actorOf({ by }: AwardEvent): Actor | null {
  if ('operator' in by) return null;
  // An event was checked when it was parsed: its people are the ids we wrote.
  return {
    personId: by.person as PersonId,
    mandateId: by.mandate as MandateId,
    role: roles.find((role) => role === by.role) ?? null,
  };
}

/** What the event commits to. */
export function commitmentsOf({ data }: AwardEvent): readonly Commitment[] {
  const found: Commitment[] = [];
  if ('decision' in data) {
    found.push({ label: 'facts', hash: data.decision.facts }, { label: 'receipt', hash: data.decision.receipt });
  }
  if ('reason' in data && data.reason !== null) found.push({ label: 'reason', hash: data.reason });
  if ('finding' in data && data.finding !== null) found.push({ label: 'finding', hash: data.finding });
  if ('signature' in data && data.signature !== null) found.push({ label: 'signature', hash: data.signature });
  return found;
}
