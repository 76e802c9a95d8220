import type { DonationQuery, DonationView, FundView, Reads, TransferView } from '@khuyenhoc/application';
import { calendarDate, instantOf } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { askedId, knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, within } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

const byId = `/*n:funds*/
select f.id, f.association_id as "associationId", f.path, f.name, f.legal_form as "legalForm", f.account_id as "accountId",
  a.balance::text as balance
from fund f
join account a on a.tenant_id = $1::uuid and a.id = f.account_id
where ${within('f')} and ${within('a')} and ($4::uuid[] is null or f.id = any($4::uuid[]))
order by f.id`;

/** Funds and what they hold that is not allotted. */
export const readFunds: Read<'funds'> = async (em, scope, ids) => {
  type Row = Omit<FundView, 'balanceVnd'> & { readonly balance: string };
  const rows = await statement<Row>(em, byId, [...scopeParameters(scope), ids === 'all' ? null : knownIds(ids)]);
  return rows.map(({ balance, ...fund }) => ({ ...fund, balanceVnd: BigInt(balance) }));
};

type DonationColumns = Omit<DonationView, 'amountVnd' | 'receivedOn' | 'sealedDonorName'> & {
  readonly donor_key: Uint8Array | null;
  readonly donor_name: Uint8Array | null;
  readonly amount: string;
  readonly received: string;
};

const donations = pagedList<DonationQuery, DonationColumns, DonationView>(
  {
    name: 'donation_pages',
    asks: [{ name: 'fund_id', type: 'uuid', of: ({ fundId }) => askedId(fundId) }],
    from: `donation d join fund f on f.tenant_id = $1::uuid and f.id = d.fund_id left join donor on ${within('donor')} and donor.id = d.donor_id`,
    cases: [{ when: 'true', where: 'd.fund_id = q.fund_id' }],
    // A donation is seen with its fund.
    wall: `d.tenant_id = $1::uuid and ${within('f')}`,
    key: [
      { column: 'd.received_on', type: 'day' },
      { column: 'd.id', type: 'uuid' },
    ],
    newestFirst: true,
    columns: `d.id, d.fund_id as "fundId", d.donor_id as "donorId", donor.display_name as "donorName", donor.wrapped_key as donor_key, donor.sealed_name as donor_name, d.amount_vnd::text as amount,
      d.received_on::text as received, d.receipt_number as "receiptNumber", d.earmark`,
    item: ({
      id,
      fundId,
      donorId,
      donorName,
      donor_key: key,
      donor_name: name,
      amount,
      received,
      receiptNumber,
      earmark,
    }) => ({
      id,
      fundId,
      donorId,
      donorName,
      sealedDonorName: key === null || name === null ? null : { key, bytes: name },
      amountVnd: BigInt(amount),
      receivedOn: calendarDate(received),
      receiptNumber,
      earmark,
    }),
  },
  scopeSize,
);

/** Donations to funds, newest first, in pages. */
export const readDonationPages: Read<'donationPages'> = (em, scope, queries) =>
  donations(em, scopeParameters(scope), queries);

/** A transfer is seen with either of its accounts; of the other one not even the kind, when it lies beyond the scope. */
const byGroup = `/*n:transfers*/
select t.group_id as "groupId", t.line, t.kind, t.commodity, debit.kind as "debitKind", credit.kind as "creditKind",
  t.quantity::text as quantity, t.effective_on::text as "effectiveOn", ${momentMs('t.recorded_at')} as recorded_ms,
  t.reverses_group_id as "reversesGroupId"
from unnest($4::uuid[]) k(group_id)
join transfer t on t.tenant_id = $1::uuid and t.group_id = k.group_id
left join account debit on debit.id = t.debit and ${within('debit')}
left join account credit on credit.id = t.credit and ${within('credit')}
where debit.id is not null or credit.id is not null
order by t.group_id, t.line`;

/** The transfers of groups, such as a payment's. */
export const readTransfers: Read<'transfers'> = async (em, scope, groupIds) => {
  type Row = Omit<TransferView, 'quantity' | 'effectiveOn' | 'recordedAt'> & {
    readonly quantity: string;
    readonly effectiveOn: string;
    readonly recorded_ms: number;
  };
  const rows = await statement<Row>(em, byGroup, [...scopeParameters(scope), knownIds(groupIds)]);
  return rows.map(({ quantity, effectiveOn, recorded_ms: recordedMs, ...rest }) => ({
    ...rest,
    quantity: BigInt(quantity),
    effectiveOn: calendarDate(effectiveOn),
    recordedAt: instantOf(recordedMs),
  }));
};
