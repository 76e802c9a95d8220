import type { AccountId, CalendarDate, Instant } from '@khuyenhoc/kernel';
import type { CommodityCode } from './account.ts';

export const transferKinds = [
  'DONATION',
  'ALLOTMENT',
  'RESERVE',
  'SETTLE',
  'RELEASE',
  'REVERSAL',
  'CROSSING',
  'SUCCESSION',
] as const;
export type TransferKind = (typeof transferKinds)[number];

/**
 * One movement: `quantity` leaves the debit account and reaches the credit account, so it balances by construction.
 * Transfers of one deed share a group. A transfer is never changed or deleted; a correction is a reversal that names the
 * group it reverses.
 */
export interface Transfer {
  /** UUID of the deed these transfers belong to. */
  readonly groupId: string;
  /** Place within the group, from 1. */
  readonly line: number;
  readonly kind: TransferKind;
  readonly commodity: CommodityCode;
  readonly debit: AccountId;
  readonly credit: AccountId;
  /** Above zero; đồng, pieces or places. */
  readonly quantity: bigint;
  /** The day it was done, which may lie before the day it was recorded. */
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly reversesGroupId: string | null;
}
