import type { AllotmentView, CampaignSummaryLine } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { AwardStateEnum, OutcomeEnum } from '../enums.type.ts';
import { AssociationRef } from '../object-refs.ts';

export const AllotmentRef = builder.objectRef<AllotmentView>('Allotment').implement({
  description: 'What a campaign was given of one commodity: money of a source, or the places of a unit.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The funding source for money, the pool for places.' }),
    commodity: t.exposeString('commodity', { description: '`VND`, `PLACE`, or the code of a good.' }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'The unit whose places these are; null for money, which the whole campaign shares.',
      resolve: ({ associationId }, _args, { reads }) =>
        associationId === null ? null : reads.associations.load(associationId),
    }),
    allotted: t.expose('allotted', { type: 'Quantity' }),
    available: t.expose('available', { type: 'Quantity', description: 'What can still be promised.' }),
    reserved: t.expose('reserved', { type: 'Quantity', description: 'What is promised to approved awards.' }),
    spent: t.expose('spent', { type: 'Quantity' }),
  }),
});

export const CampaignSummaryRef = builder.objectRef<CampaignSummaryLine>('CampaignSummary').implement({
  description: 'How many awards stand in one state with one outcome, and their money.',
  fields: (t) => ({
    state: t.expose('state', { type: AwardStateEnum }),
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    count: t.exposeInt('count'),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
  }),
});
