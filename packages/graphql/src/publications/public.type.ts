import type { PublishedAward, PublishedCampaign } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { AwardStateEnum } from '../enums.type.ts';
import { globalId } from '../global-id.ts';
import { FieldTreatmentRef, treatmentsOf } from './profile.type.ts';

const PublicCampaignRef = builder.objectRef<PublishedCampaign>('PublicCampaign').implement({
  description: 'What the public may know of a campaign.',
  fields: (t) => ({
    campaignId: t.id({ resolve: ({ tenantId, campaignId }) => globalId('Campaign', tenantId, campaignId) }),
    title: t.exposeString('title'),
    schoolYear: t.exposeString('schoolYear'),
    awards: t.exposeInt('awards', { description: 'How many awards it gave.' }),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    shown: t.field({
      type: [FieldTreatmentRef],
      description: 'How its children are shown, and by what criteria their names are masked.',
      resolve: ({ profile }) => treatmentsOf(profile),
    }),
  }),
});

const PublicAwardRef = builder.objectRef<PublishedAward>('PublicAward').implement({
  description:
    'What the public may know of an award: the unit, the amount, and of the child what is masked or was agreed to. A few that would stand alone have no row and count in the totals of their campaign.',
  fields: (t) => ({
    associationName: t.exposeString('associationName'),
    name: t.string({
      nullable: true,
      description: 'Masked, unless all who must have agreed.',
      resolve: ({ child }) => child.NAME,
    }),
    grade: t.string({ nullable: true, resolve: ({ child }) => child.GRADE }),
    school: t.string({ nullable: true, resolve: ({ child }) => child.SCHOOL }),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
    state: t.expose('state', { type: AwardStateEnum }),
  }),
});

export const PublicCampaignConnection = builder.connectionObject(
  { type: PublicCampaignRef, name: 'PublicCampaignConnection', description: 'A page of published campaigns.' },
  { name: 'PublicCampaignEdge' },
);

export const PublicAwardConnection = builder.connectionObject(
  { type: PublicAwardRef, name: 'PublicAwardConnection', description: 'A page of published awards.' },
  { name: 'PublicAwardEdge' },
);
