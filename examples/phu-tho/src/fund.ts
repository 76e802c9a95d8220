import { exampleDonations, exampleDonors, type ExampleDonation, type ExampleDonor } from './donations.ts';

/** The provincial fund with all that came in up to the date of the report. */
export interface ExampleFund {
  readonly key: string;
  readonly name: string;
  readonly ownerRef: string;
  /** `YYYY-MM-DD`: the month is known, the day is invented. */
  readonly foundedOn: string;
  /** The first day of the period; the opening balance is what the fund held that morning. */
  readonly openedOn: string;
  readonly openingBalanceVnd: bigint;
  readonly donors: readonly ExampleDonor[];
  readonly donations: readonly ExampleDonation[];
}

/**
 * The fund "Đất Tổ". The report says that 4.525 billion came in during the half-year, "bringing the balance to over
 * 6 billion": the opening balance is chosen so that the sum is just that.
 */
export const exampleFund: ExampleFund = {
  key: 'dat-to',
  name: 'Quỹ Khuyến học, khuyến tài Đất Tổ',
  ownerRef: 'phu-tho',
  foundedOn: '2011-09-05',
  openedOn: '2024-01-01',
  openingBalanceVnd: 1_537_400_000n,
  donors: exampleDonors,
  donations: exampleDonations,
};

/** What was given, in all or for one earmark (null: the free money). */
export function donatedVnd(fund: ExampleFund, earmark?: ExampleDonation['earmark']): bigint {
  const counted = fund.donations.filter((donation) => earmark === undefined || donation.earmark === earmark);
  return counted.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
}

/** The opening balance with all donations, before anything is paid out. */
export function fundBalanceVnd(fund: ExampleFund): bigint {
  return fund.openingBalanceVnd + donatedVnd(fund);
}
