/** How exact a reported number is: newspapers write "over 530,000" and sums must not pretend to know more. */
export interface Figure<Value> {
  readonly value: Value;
  readonly precision: 'exact' | 'over';
}

/**
 * What the province reported for the first half of 2024 and what no row of the example stands for: 530,000 members are
 * a number given by the associations, not 530,000 people in a database.
 */
export const reportedFigures = {
  asOf: '2024-06-30',
  members: { value: 530_000, precision: 'over' },
  mobilisedVnd: { value: 24_600_000_000n, precision: 'over' },
  mobilisedForFundVnd: { value: 4_525_000_000n, precision: 'exact' },
  fundBalanceVnd: { value: 6_000_000_000n, precision: 'over' },
  giftsAndRewards: { value: 70_000, precision: 'exact' },
  giftsAndRewardsVnd: { value: 16_300_000_000n, precision: 'over' },
} as const satisfies Readonly<Record<string, string | Figure<number> | Figure<bigint>>>;
