import { openFund, recordDonations, type DonationInput, type Session } from '@khuyenhoc/application';
import { calendarDate, type FundId } from '@khuyenhoc/kernel';
import type { Application } from '@khuyenhoc/server';
import type { ExampleDonor } from '../donations.ts';
import { exampleFund } from '../fund.ts';
import { accepted } from './accepted.ts';
import { scopeOf } from './scope-of.ts';

/** Books of 2024 are entered at the first start, whenever that is. */
const takeOverDays = 36_500;

/** The fund with its opening balance and donations, unless they are there. */
export async function seedFund(application: Application, treasurer: Session): Promise<FundId> {
  const scope = scopeOf(treasurer);
  const [known] = await application.reads.funds(scope, 'all');
  const fund =
    known ??
    accepted(
      await openFund(application.useCases, treasurer, {
        associationId: treasurer.mandate.associationId,
        name: exampleFund.name,
        legalForm: 'ASSOCIATION_ACCOUNT',
        idempotencyKey: 'example fund',
      }),
    );
  if (known !== undefined && known.balanceVnd > 0n) return known.id;
  const opening: DonationInput = {
    donorName: null,
    amountVnd: exampleFund.openingBalanceVnd,
    receivedOn: calendarDate(exampleFund.openedOn),
    receiptNumber: 'Số dư đầu kỳ',
    earmark: null,
  };
  const donors = new Map(exampleFund.donors.map((donor) => [donor.key, donor]));
  const donations = exampleFund.donations.map((donation): DonationInput => ({
    donorName: nameOf(donors.get(donation.donorKey)),
    amountVnd: donation.amountVnd,
    receivedOn: calendarDate(donation.receivedOn),
    receiptNumber: donation.receiptNumber,
    earmark: donation.earmark,
  }));
  const deps = { ...application.useCases, lateEntryDays: takeOverDays };
  const input = { fundId: fund.id, donations: [opening, ...donations], idempotencyKey: 'example donations' };
  accepted(await recordDonations(deps, treasurer, input));
  return fund.id;
}

/** Whoever wishes to stay unnamed has no name in the database either. */
function nameOf(donor: ExampleDonor | undefined): string | null {
  return donor === undefined || donor.kind === 'ANONYMOUS' ? null : donor.name;
}
