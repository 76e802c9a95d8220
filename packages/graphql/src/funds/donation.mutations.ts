import { recordDonations, type RecordedDonations } from '@khuyenhoc/application';
import { err, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import { FundRef } from '../object-refs.ts';
import type { DonationRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';

const DonationItem = builder.inputType('DonationItem', {
  description: 'Money received, as the receipt says.',
  fields: (t) => ({
    donorName: t.field({ type: 'ShortText', description: 'Left out for a donor who wishes to stay unnamed.' }),
    namesDonor: t.boolean({
      defaultValue: false,
      description:
        'Whether the donor wishes to be named to everybody; otherwise the name is kept sealed, for the receipt.',
    }),
    amount: t.field({ type: 'Vnd', required: true }),
    receivedOn: t.field({ type: 'Date', required: true }),
    receiptNumber: t.field({ type: 'ShortText', required: true, description: 'Given once in a fund.' }),
    earmark: t.field({ type: 'ShortText', description: 'What the donor gave it for, as said.' }),
  }),
});

const DonationsRecorded = builder.objectRef<RecordedDonations>('DonationsRecorded').implement({
  description: 'All donations were recorded, in the order of the items.',
  fields: (t) => ({
    donationIds: t.idList({ resolve: ({ donations }) => donations.map(({ id }) => id) }),
    total: t.field({
      type: 'Vnd',
      resolve: ({ donations }) => donations.reduce((sum, { amountVnd }) => sum + amountVnd, 0n),
    }),
    fund: t.field({
      type: FundRef,
      nullable: true,
      description: 'The fund as it stands now.',
      resolve: ({ donations }, _args, { reads }) => {
        const fundId = donations[0]?.fundId;
        return fundId === undefined ? null : reads.funds.load(fundId);
      },
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether an earlier sending under the same key recorded them.',
    }),
  }),
});

const codes: CodesOf<DonationRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  ASSOCIATION_CLOSED: true,
  RECEIPT_NUMBER_TAKEN: true,
  EFFECTIVE_DATE_IN_FUTURE: true,
  EFFECTIVE_DATE_TOO_EARLY: true,
  PERIOD_CLOSED: true,
};

const RecordDonationsResult = resultUnion('RecordDonationsResult', DonationsRecorded, codes);

builder.mutationField('recordDonations', (t) =>
  t.fieldWithInput({
    type: RecordDonationsResult,
    nullable: true,
    description: 'Records donations that a fund received: all of them or none.',
    input: {
      fundId: t.input.id({ required: true }),
      items: t.input.field({ type: [DonationItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      runCommand(context, async (session): Promise<Result<RecordedDonations, DonationRefusal>> => {
        const given = input.items.length;
        if (given > itemsLimit) return err({ code: 'TOO_MANY', given, limit: itemsLimit });
        const fundId = idOf(session, 'Fund', input.fundId);
        if (fundId === null) return notFound();
        const donations = input.items.map(
          ({ amount, donorName = null, namesDonor = false, earmark = null, ...rest }) => ({
            ...rest,
            donorName,
            namesDonor: namesDonor === true,
            earmark,
            amountVnd: amount,
          }),
        );
        const { idempotencyKey } = input;
        return recordDonations(context.deps, session, { fundId, donations, idempotencyKey });
      }),
  }),
);
