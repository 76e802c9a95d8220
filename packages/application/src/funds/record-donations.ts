import { checkEffectiveDate, vnd, type AwardRefusal, type Transfer } from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  type CalendarDate,
  type DonationId,
  type DonorId,
  type FundId,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { DonationRecord } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import type { FundDeps } from './open-fund.ts';

export interface RecordDonationsDeps extends FundDeps {
  /** How many days back a donation may be entered. */
  readonly lateEntryDays: number;
}

export interface DonationInput {
  /** Null for a donor who wishes to stay unnamed. */
  readonly donorName: string | null;
  readonly amountVnd: bigint;
  readonly receivedOn: CalendarDate;
  readonly receiptNumber: string;
  /** What the donor gave it for, as said. */
  readonly earmark: string | null;
}

type DateRefusal = Extract<
  AwardRefusal,
  { code: 'EFFECTIVE_DATE_IN_FUTURE' | 'EFFECTIVE_DATE_TOO_EARLY' | 'PERIOD_CLOSED' }
>;
export type RecordDonationsRefusal = Forbidden | NotFound | (DateRefusal & { readonly index: number });

/** Records donations received by a fund, all or none: each is a donor, a receipt and a transfer into the fund's account. */
export async function recordDonations(
  deps: RecordDonationsDeps,
  session: Session,
  fundId: FundId,
  inputs: readonly DonationInput[],
): Promise<Result<readonly DonationRecord[], RecordDonationsRefusal>> {
  const recordedAt = deps.clock.now();
  return deps.unitOfWork.run(session.tenantId, async ({ mandates, funds, ledger }) => {
    const reach = await authorize(mandates, session, 'donation.record', recordedAt);
    if (!reach.ok) return reach;
    const [found] = await funds.findByIds([fundId]);
    const fund = reached(found, reach.value);
    if (!fund.ok) return fund;
    const { path, accountId } = fund.value;
    const books = { lateEntryDays: deps.lateEntryDays, closedThrough: await ledger.closedThrough() };
    for (const [index, input] of inputs.entries()) {
      const date = checkEffectiveDate(input.receivedOn, recordedAt, books);
      if (!date.ok) return err({ ...(date.error as DateRefusal), index });
    }
    const outside = await ledger.outside(vnd, path);
    const donations = inputs.map(({ donorName, ...input }) => ({
      donor: { id: deps.ids.uuid() as DonorId, path, displayName: donorName },
      input,
      groupId: deps.ids.uuid(),
    }));
    const records = donations.map(({ donor, input, groupId }): DonationRecord => ({
      id: deps.ids.uuid() as DonationId,
      fundId,
      donorId: donor.id,
      path,
      groupId,
      ...input,
    }));
    funds.addDonors(donations.map((one) => one.donor));
    funds.addDonations(records);
    const posted = await ledger.post(
      records.map((record): Transfer => ({
        groupId: record.groupId,
        line: 1,
        kind: 'DONATION',
        commodity: vnd,
        debit: outside,
        credit: accountId,
        quantity: record.amountVnd,
        effectiveOn: record.receivedOn,
        recordedAt,
        reversesGroupId: null,
      })),
    );
    // The outside account may go below zero, so a donation cannot be short.
    present(posted.ok ? posted : null, 'a posted donation');
    return ok(records);
  });
}
