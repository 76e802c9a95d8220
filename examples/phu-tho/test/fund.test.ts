import { expect, test } from 'vitest';
import {
  campaignQuotas,
  donatedVnd,
  exampleCampaign,
  exampleFund,
  fundBalanceVnd,
  phuThoNetwork,
  reportedFigures,
} from '../src/index.ts';

test('the donations of the half-year are exactly the 4,525,000,000 đồng of the report', () => {
  expect(donatedVnd(exampleFund)).toBe(4_525_000_000n);
  expect(reportedFigures.mobilisedForFundVnd).toEqual({ value: 4_525_000_000n, precision: 'exact' });
});

test('with the opening balance the fund holds over six billion, and less than 6.1', () => {
  expect(fundBalanceVnd(exampleFund)).toBe(6_062_400_000n);
  expect(fundBalanceVnd(exampleFund)).toBeGreaterThan(reportedFigures.fundBalanceVnd.value);
});

test('some donations are for the campaign alone, and do not pay for all of its places', () => {
  const cost = campaignQuotas(phuThoNetwork().associations).reduce(
    (sum, { places }) => sum + BigInt(places) * exampleCampaign.amountVnd,
    0n,
  );
  expect(donatedVnd(exampleFund, 'CAMPAIGN')).toBe(515_500_000n);
  expect(donatedVnd(exampleFund, 'CAMPAIGN') + donatedVnd(exampleFund, null)).toBe(donatedVnd(exampleFund));
  expect(cost).toBe(540_000_000n);
});

test('every donation has a donor of the list, a receipt of its own and a day in the half-year', () => {
  const donors = new Set(exampleFund.donors.map(({ key }) => key));
  const receipts = new Set(exampleFund.donations.map(({ receiptNumber }) => receiptNumber));
  const days = exampleFund.donations.map(({ receivedOn }) => receivedOn);
  expect(exampleFund.donations.filter(({ donorKey }) => !donors.has(donorKey))).toEqual([]);
  expect(donors.size).toBe(exampleFund.donors.length);
  expect(receipts.size).toBe(exampleFund.donations.length);
  expect(days).toEqual(days.toSorted());
  expect(days.filter((day) => day < exampleFund.openedOn || day > reportedFigures.asOf)).toEqual([]);
  expect(exampleFund.donations.filter(({ amountVnd }) => amountVnd <= 0n)).toEqual([]);
});

test('donors are of every kind, the anonymous and one foreign organisation among them', () => {
  const kinds = exampleFund.donors.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['COMPANY', 'PERSON', 'COMMUNITY', 'FOREIGN_NGO', 'ANONYMOUS']));
  expect(kinds.filter((kind) => kind === 'FOREIGN_NGO')).toHaveLength(1);
  const giving = new Set(exampleFund.donations.map(({ donorKey }) => donorKey));
  expect(exampleFund.donors.filter(({ key }) => !giving.has(key))).toEqual([]);
});
