import { eventHash, type Digest } from '@khuyenhoc/audit';
import {
  canonicalJson,
  type CalendarDate,
  type CanonicalValue,
  type Instant,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import { z } from 'zod';
import { roles, type Role } from '../association/mandate.ts';

/**
 * The histories of associations and of people: events in RFC 8785 bytes, chained by hash one chain a subject, exactly as those
 * of an award are. Nothing personal stands in them: people are opaque ids, and what someone wrote is a keyed commitment to a
 * value that lies encrypted elsewhere.
 */
export const hashShape = z.string().regex(/^[0-9a-f]{64}$/);
export const uuidShape = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const dayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const digitsShape = z.string().regex(/^\d+$/);

const by = z.union([
  z.strictObject({ person: uuidShape, mandate: uuidShape, role: z.enum(roles) }),
  /** Who runs the server, at its command line: nobody's mandate reaches the founding of a network. */
  z.strictObject({ operator: z.literal('command-line') }),
]);

/** What every event of a history says, but for its subject's own key and its data. */
export const historyEnvelope = {
  format: z.literal('event@1'),
  tenant: uuidShape,
  seq: z.int().min(1),
  /** Hash of the event before, or null for the first. */
  previous: hashShape.nullable(),
  /** When it was recorded. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  /** The day from which it holds, in Việt Nam. */
  on: dayShape,
  by,
};

/** Who did something: a person under a mandate, or who runs the server. */
export type HistoryActor =
  | { readonly personId: PersonId; readonly mandateId: MandateId; readonly role: Role }
  | { readonly operator: 'command-line' };

/** Where a history ends now. */
export interface HistoryHead {
  readonly seq: number;
  readonly hash: string | null;
}

/** An event as it is kept. */
export interface RecordedHistoryEvent {
  readonly subjectId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly bytes: string;
  readonly hash: string;
}

/** What an event is made of, before it has its place in a history. */
export interface HistoryEntry {
  readonly subject: { readonly kind: 'association' | 'person'; readonly id: string };
  readonly tenantId: TenantId;
  readonly type: string;
  readonly at: Instant;
  readonly on: CalendarDate;
  readonly by: HistoryActor;
  readonly data: CanonicalValue;
}

/** The event that follows a head. */
export function followHead(head: HistoryHead, entry: HistoryEntry, digest: Digest): RecordedHistoryEvent {
  const seq = head.seq + 1;
  const bytes = canonicalJson({
    format: 'event@1',
    type: entry.type,
    tenant: entry.tenantId,
    [entry.subject.kind]: entry.subject.id,
    seq,
    previous: head.hash,
    at: entry.at,
    on: entry.on,
    by:
      'operator' in entry.by
        ? { operator: entry.by.operator }
        : { person: entry.by.personId, mandate: entry.by.mandateId, role: entry.by.role },
    data: entry.data,
  });
  return { subjectId: entry.subject.id, seq, type: entry.type, at: entry.at, bytes, hash: eventHash(digest, bytes) };
}
