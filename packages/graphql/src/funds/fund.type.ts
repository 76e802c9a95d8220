import type { DonationView, FundInput } from '@khuyenhoc/application';
import { present } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf, every } from '../enums.type.ts';
import { ownGlobalId } from '../global-id.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { NodeInterface } from '../node.type.ts';
import { AssociationRef, FundRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';

const legalForms = every<FundInput['legalForm']>({
  LICENSED_SOCIAL_FUND: true,
  ASSOCIATION_ACCOUNT: true,
  CLAN_OR_SCHOOL_FUND: true,
});

export const FundLegalForm = enumOf(
  'FundLegalForm',
  'What a fund is in law. Most are an association’s own account, not a licensed social fund.',
  legalForms,
);

const DonationRef = builder.objectRef<DonationView>('Donation').implement({
  description: 'Money received by a fund, with its receipt.',
  fields: (t) => ({
    donationId: t.exposeID('id'),
    donorName: t.string({
      nullable: true,
      description: 'Null for a donor who wishes to stay unnamed.',
      resolve: ({ donorName, sealedDonorName: sealed }, _args, { deps }) =>
        sealed === null ? donorName : deps.vault.open(sealed.key, sealed.bytes),
    }),
    namesDonor: t.boolean({
      description: 'Whether the donor wishes to be named to everybody.',
      resolve: ({ donorName }) => donorName !== null,
    }),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
    receivedOn: t.expose('receivedOn', { type: 'Date' }),
    receiptNumber: t.exposeString('receiptNumber'),
    earmark: t.exposeString('earmark', { nullable: true, description: 'What the donor gave it for, as said.' }),
  }),
});

const DonationConnection = builder.connectionObject(
  { type: DonationRef, name: 'DonationConnection', description: 'A page of donations, newest first.' },
  { name: 'DonationEdge' },
);

FundRef.implement({
  description: 'Money that an association keeps for study promotion.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ id }, _args, { session }) => ownGlobalId(session, 'Fund', id) }),
    name: t.exposeString('name'),
    legalForm: t.field({
      type: FundLegalForm,
      resolve: ({ legalForm }) =>
        present(
          legalForms.find((one) => one === legalForm),
          'the legal form of a fund',
        ),
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    balance: t.expose('balanceVnd', { type: 'Vnd', description: 'What it holds and has given to no campaign.' }),
    can: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it, and whether this reader may.',
      resolve: (fund, _args, { session }) => optionsOn(session, 'fund', fund),
    }),
    donations: t.field({
      type: DonationConnection,
      args: t.arg.connectionArgs(),
      complexity: pageCost,
      resolve: ({ id }, args, { reads }) =>
        connectionOf(reads.donationPages.load({ fundId: id, ...pageRequest(args) })),
    }),
  }),
});
