import type { CalendarDate } from '@khuyenhoc/kernel';

/** Money received, as the receipt says. */
export interface DonationInput {
  /** Null for a donor who wishes to stay unnamed. */
  readonly donorName: string | null;
  /** True when the donor wishes to be named to everybody. Otherwise the name is for the receipt alone, and is sealed. */
  readonly namesDonor?: boolean;
  readonly amountVnd: bigint;
  readonly receivedOn: CalendarDate;
  /** The number of the paper, once in a fund: it tells a second donation from a second sending. */
  readonly receiptNumber: string;
  /** What the donor gave it for, as said. */
  readonly earmark: string | null;
}
