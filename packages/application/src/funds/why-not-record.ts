import { checkEffectiveDate, type AwardRefusal, type Books } from '@khuyenhoc/domain';
import type { FundId, Instant } from '@khuyenhoc/kernel';
import type { FundRepository } from '../ports/unit-of-work.ts';
import type { DonationInput } from './donation-input.ts';

type DateRefusal = Extract<
  AwardRefusal,
  { code: 'EFFECTIVE_DATE_IN_FUTURE' | 'EFFECTIVE_DATE_TOO_EARLY' | 'PERIOD_CLOSED' }
>;

/** A receipt is written once: the fund has a donation under this number, or the list has it twice. */
export interface ReceiptNumberTaken {
  readonly code: 'RECEIPT_NUMBER_TAKEN';
  /** Which donation of the list, counted from 0. */
  readonly index: number;
  readonly receiptNumber: string;
}

/** What is wrong with one donation of a list, which is recorded whole or not at all. */
export type DonationFault = (DateRefusal & { readonly index: number }) | ReceiptNumberTaken;

/** The first fault of a list of donations, in the order of the list. To be asked under the fund's lock. */
export async function whyNotRecord(
  funds: FundRepository,
  fundId: FundId,
  donations: readonly DonationInput[],
  { recordedAt, books }: { readonly recordedAt: Instant; readonly books: Books },
): Promise<DonationFault | null> {
  const receiptNumbers = donations.map((one) => one.receiptNumber);
  const taken = new Set((await funds.findDonations(fundId, receiptNumbers)).map((one) => one.receiptNumber));
  for (const [index, { receivedOn, receiptNumber }] of donations.entries()) {
    const date = checkEffectiveDate(receivedOn, recordedAt, books, null);
    if (!date.ok) return { ...(date.error as DateRefusal), index };
    if (taken.has(receiptNumber)) return { code: 'RECEIPT_NUMBER_TAKEN', index, receiptNumber };
    taken.add(receiptNumber);
  }
  return null;
}
