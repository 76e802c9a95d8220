import { vnd, type Path, type Transfer } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  present,
  type DonationId,
  type DonorId,
  type FundId,
  type Result,
} from '@khuyenhoc/kernel';
import { whyClosed, type AssociationClosed } from '../associations/why-closed.ts';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { DonationRecord, DonorRecord, FundRecord, Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import type { DonationInput } from './donation-input.ts';
import type { FundDeps } from './open-fund.ts';
import { whyNotRecord, type DonationFault } from './why-not-record.ts';

export interface RecordDonationsDeps extends FundDeps {
  /** How many days back a donation may be entered. */
  readonly lateEntryDays: number;
}

export interface RecordDonationsInput {
  readonly fundId: FundId;
  readonly donations: readonly DonationInput[];
  /** The caller's own key: the same list sent twice is recorded once. */
  readonly idempotencyKey: string;
}

/** The donations in the order of the list. `replayed` says that an earlier sending recorded them. */
export interface RecordedDonations {
  readonly donations: readonly DonationRecord[];
  readonly replayed: boolean;
}

export type RecordDonationsRefusal = Forbidden | NotFound | IdempotencyKeyReused | AssociationClosed | DonationFault;

/**
 * Records donations received by a fund, all or none: each is a donor, a receipt and a transfer into the fund's account. They
 * are recorded once: a second sending is known by its key, and a receipt that was entered before by its number.
 */
export async function recordDonations(
  deps: RecordDonationsDeps,
  session: Session,
  { fundId, idempotencyKey, ...input }: RecordDonationsInput,
): Promise<Result<RecordedDonations, RecordDonationsRefusal>> {
  const recordedAt = deps.clock.now();
  const { vault } = deps;
  const given = input.donations.map((one) => ({ ...one, receiptNumber: cleanText(one.receiptNumber) }));
  const items = given.map(({ amountVnd, namesDonor, ...rest }) => ({
    ...rest,
    ...(namesDonor === true ? { namesDonor } : {}),
    amountVnd: amountVnd.toString(),
  }));
  const asked = { action: 'RECORD_DONATIONS', fund: fundId, items };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<RecordedDonations, RecordDonationsRefusal>> => {
      const { mandates, associations, funds } = repositories;
      const reach = await authorize(mandates, session, 'donation.record', recordedAt);
      if (!reach.ok) return reach;
      // Under the fund's lock the receipts that are read below stay all there are.
      const [locked] = await funds.lock([fundId]);
      const fund = reached(locked, reach.value);
      if (!fund.ok) return fund;
      return once<RecordedDonations, AssociationClosed | DonationFault>(
        repositories,
        { vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: async () => ({ donations: await recallDonations(repositories, fundId, given), replayed: true }),
          async act() {
            const [owner] = await associations.findByIds([fund.value.associationId]);
            const closed = whyClosed(present(owner, 'the association of a fund'));
            if (closed !== null) return err(closed);
            const donations = await addDonations(deps, repositories, fund.value, given);
            if (!donations.ok) return donations;
            return ok({ value: { donations: donations.value, replayed: false }, subjectId: fundId, version: 1 });
          },
        },
      );
    },
  );
}

/** Donations are never changed and a receipt number is given once in a fund, so the list itself says which they are. */
async function recallDonations({ funds }: Repositories, fundId: FundId, given: readonly DonationInput[]) {
  const receiptNumbers = given.map((one) => one.receiptNumber);
  const recorded = await funds.findDonations(fundId, receiptNumbers);
  const byNumber = new Map(recorded.map((one) => [one.receiptNumber, one]));
  return receiptNumbers.map((number) => present(byNumber.get(number), 'a donation that a key recorded'));
}

/** A donor who is to be named stands in clear; the name of any other lies under a key of its own. */
function donorOf({ ids, vault }: FundDeps, path: Path, { donorName, namesDonor }: DonationInput): DonorRecord {
  const id = ids.uuid() as DonorId;
  if (donorName === null) return { id, path, displayName: null, sealed: null };
  const name = cleanText(donorName);
  if (namesDonor === true) return { id, path, displayName: name, sealed: null };
  const key = vault.newSubject();
  return { id, path, displayName: null, sealed: { key, name: vault.encrypt(key, name) } };
}

async function addDonations(
  deps: RecordDonationsDeps,
  { funds, ledger }: Repositories,
  { id: fundId, path, accountId }: FundRecord,
  given: readonly DonationInput[],
): Promise<Result<readonly DonationRecord[], DonationFault>> {
  const recordedAt = deps.clock.now();
  const books = { lateEntryDays: deps.lateEntryDays, closedThrough: await ledger.closedThrough() };
  const fault = await whyNotRecord(funds, fundId, given, { recordedAt, books });
  if (fault !== null) return err(fault);
  const outside = await ledger.outside(vnd, path);
  const donors = given.map((one) => donorOf(deps, path, one));
  const records = given.map(({ amountVnd, receivedOn, receiptNumber, earmark }, index): DonationRecord => ({
    id: deps.ids.uuid() as DonationId,
    fundId,
    donorId: present(donors[index], 'the donor of a donation').id,
    amountVnd,
    receivedOn,
    receiptNumber,
    earmark,
    groupId: deps.ids.uuid(),
  }));
  funds.addDonors(donors);
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
}
