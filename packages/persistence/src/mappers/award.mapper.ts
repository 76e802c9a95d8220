import {
  parsePath,
  type Award,
  type AwardState,
  type Outcome,
  type Reservation,
  type TakenBy,
} from '@khuyenhoc/domain';
import {
  calendarDate,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { StoredDecision } from '../entities/stored-decision.ts';
import type { StoredReservation } from '../entities/stored-reservation.ts';
import { hex } from './bytes.ts';

/** An award's row as the driver gives it. */
export interface AwardColumns {
  readonly tenant_id: string;
  readonly id: string;
  readonly campaign_id: string;
  readonly association_id: string;
  readonly path: string;
  readonly nominee_id: string;
  readonly state: string;
  readonly version: number;
  readonly head: Uint8Array;
  readonly taken_by: TakenBy;
  readonly outcome: string;
  readonly decision: StoredDecision;
  readonly content_hash: Uint8Array;
  readonly payment_group_id: string | null;
  readonly payment_batch: string | null;
  readonly reservation: StoredReservation | null;
  readonly effective_on: string;
}

const columns = [
  'tenant_id',
  'id',
  'campaign_id',
  'association_id',
  'path',
  'nominee_id',
  'state',
  'version',
  'head',
  'taken_by',
  'outcome',
  'decision',
  'content_hash',
  'payment_group_id',
  'payment_batch',
  'reservation',
  'effective_on',
] as const;

/** The columns that make an award, of a table or alias. */
export function awardColumns(alias: string): string {
  // A date as text: the driver's own date is a moment in the server's time zone.
  return columns
    .map((column) => (column === 'effective_on' ? `${alias}.${column}::text` : `${alias}.${column}`))
    .join(', ');
}

/** Our own row; what was written by the domain is read back as its type. */
export function awardFromRow(row: AwardColumns): Award {
  return {
    tenantId: row.tenant_id as TenantId,
    id: row.id as AwardId,
    campaignId: row.campaign_id as CampaignId,
    associationId: row.association_id as AssociationId,
    path: parsePath(row.path),
    nomineeId: row.nominee_id as PersonId,
    state: row.state as AwardState,
    version: row.version,
    head: hex(row.head),
    takenBy: row.taken_by,
    decision: {
      ...row.decision,
      outcome: row.outcome as Outcome,
      items: row.decision.items.map((item) => ({ ...item, quantity: BigInt(item.quantity) })),
    },
    contentHash: hex(row.content_hash),
    paymentGroupId: row.payment_group_id,
    paymentBatch: row.payment_batch,
    reservation: row.reservation?.map((share) => ({ ...share, quantity: BigInt(share.quantity) })) ?? null,
    effectiveOn: calendarDate(row.effective_on),
  };
}

/** The decision without its outcome, which has a column of its own. */
export function decisionToRow(decision: Award['decision']): StoredDecision {
  const { outcome: _inItsColumn, items, ...rest } = decision;
  return { ...rest, items: items.map((item) => ({ ...item, quantity: item.quantity.toString() })) };
}

/** What is put aside, with quantities as digits. */
export function reservationToRow(reservation: Reservation): StoredReservation {
  return reservation.map((share) => ({ ...share, quantity: share.quantity.toString() }));
}
