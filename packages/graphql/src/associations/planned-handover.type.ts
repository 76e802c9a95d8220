import type { MovedRows } from '@khuyenhoc/application';
import type { AllotmentPart, FundPart, Share } from '@khuyenhoc/domain';
import type { AwardId, CalendarDate, CampaignId, FundId, MandateId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { ownGlobalId } from '../global-id.ts';
import { CampaignRef, FundRef, MandateRef } from '../object-refs.ts';
import { ShareRef } from '../places/share.type.ts';
import { PlannedAssociationRef, type PlannedAssociation } from './planned-association.type.ts';

/** From whom something goes to whom. */
interface Passing {
  readonly from: PlannedAssociation;
  readonly to: PlannedAssociation;
}

export const MovedRowsRef = builder.objectRef<MovedRows>('MovedRows').implement({
  description: 'How many rows of a table would stand elsewhere in the tree.',
  fields: (t) => ({ table: t.exposeString('table'), rows: t.exposeInt('rows') }),
});

export const PlannedSuccessionRef = builder
  .objectRef<Passing & { readonly share: Share }>('PlannedSuccession')
  .implement({
    description: 'Who would take over from whom, and which share.',
    fields: (t) => ({
      from: t.field({ type: PlannedAssociationRef, resolve: ({ from }) => from }),
      to: t.field({ type: PlannedAssociationRef, resolve: ({ to }) => to }),
      share: t.field({ type: ShareRef, resolve: ({ share }) => share }),
    }),
  });

export const PlannedCampaignRef = builder
  .objectRef<Passing & { readonly campaignId: CampaignId }>('PlannedCampaign')
  .implement({
    description: 'An open campaign that another association would lead.',
    fields: (t) => ({
      campaign: t.field({
        type: CampaignRef,
        nullable: true,
        resolve: ({ campaignId }, _args, { reads }) => reads.campaigns.load(campaignId),
      }),
      from: t.field({ type: PlannedAssociationRef, resolve: ({ from }) => from }),
      to: t.field({ type: PlannedAssociationRef, resolve: ({ to }) => to }),
    }),
  });

/** Cases of one campaign that go from one association to one successor. */
export interface PlannedCases extends Passing {
  readonly campaignId: CampaignId;
  readonly awardIds: readonly AwardId[];
  readonly open: number;
}

export const PlannedCasesRef = builder.objectRef<PlannedCases>('PlannedCases').implement({
  description:
    'Cases of a campaign that a successor would finish. They stay recorded under the association of their day.',
  fields: (t) => ({
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      resolve: ({ campaignId }, _args, { reads }) => reads.campaigns.load(campaignId),
    }),
    from: t.field({ type: PlannedAssociationRef, resolve: ({ from }) => from }),
    to: t.field({ type: PlannedAssociationRef, resolve: ({ to }) => to }),
    count: t.int({ resolve: ({ awardIds }) => awardIds.length }),
    open: t.exposeInt('open', { description: 'How many of them wait for a step.' }),
    awardIds: t.idList({
      resolve: ({ awardIds }, _args, { session }) => awardIds.map((id) => ownGlobalId(session, 'Award', id)),
    }),
  }),
});

/** A mandate that ends, and where it is carried. */
export interface PlannedMandate {
  readonly mandateId: MandateId;
  readonly lastDay: CalendarDate;
  readonly from: PlannedAssociation;
  readonly to: PlannedAssociation | null;
}

export const PlannedMandateRef = builder.objectRef<PlannedMandate>('PlannedMandate').implement({
  description: 'A mandate that would end; one that is carried begins anew at the successor on the day after.',
  fields: (t) => ({
    mandate: t.field({
      type: MandateRef,
      nullable: true,
      resolve: ({ mandateId }, _args, { reads }) => reads.mandates.load(mandateId),
    }),
    lastDay: t.expose('lastDay', { type: 'Date' }),
    from: t.field({ type: PlannedAssociationRef, resolve: ({ from }) => from }),
    to: t.field({
      type: PlannedAssociationRef,
      nullable: true,
      description: 'Null when it ends for good.',
      resolve: ({ to }) => to,
    }),
  }),
});

/** What one successor gets of an allotment. */
export interface PlannedAllotmentPart extends AllotmentPart {
  readonly to: PlannedAssociation;
}

const PlannedAllotmentPartRef = builder.objectRef<PlannedAllotmentPart>('PlannedAllotmentPart').implement({
  description: 'What one successor would get of an allotment.',
  fields: (t) => ({
    to: t.field({ type: PlannedAssociationRef, resolve: ({ to }) => to }),
    quantity: t.expose('quantity', { type: 'Quantity' }),
    toAllotmentId: t.exposeID('toAllotmentId', {
      nullable: true,
      description: 'The allotment that takes it; null when the successor gets one of its own.',
    }),
  }),
});

/** What nobody was promised yet of an allotment. */
export interface PlannedAllotmentHandover {
  readonly allotmentId: string;
  readonly campaignId: CampaignId;
  readonly commodity: string;
  readonly code: string;
  readonly from: PlannedAssociation;
  readonly parts: readonly PlannedAllotmentPart[];
}

export const PlannedAllotmentRef = builder.objectRef<PlannedAllotmentHandover>('PlannedAllotment').implement({
  description: 'What nobody was promised yet of an allotment, and who would get how much of it.',
  fields: (t) => ({
    allotmentId: t.exposeID('allotmentId'),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      resolve: ({ campaignId }, _args, { reads }) => reads.campaigns.load(campaignId),
    }),
    commodity: t.exposeString('commodity'),
    code: t.exposeString('code'),
    from: t.field({ type: PlannedAssociationRef, resolve: ({ from }) => from }),
    quantity: t.field({
      type: 'Quantity',
      resolve: ({ parts }) => parts.reduce((sum, { quantity }) => sum + quantity, 0n),
    }),
    parts: t.field({ type: [PlannedAllotmentPartRef], resolve: ({ parts }) => parts }),
  }),
});

/** What one successor gets of a fund. */
export interface PlannedFundPart extends FundPart {
  readonly to: PlannedAssociation;
}

const PlannedFundPartRef = builder.objectRef<PlannedFundPart>('PlannedFundPart').implement({
  description: 'What one successor would get of a fund.',
  fields: (t) => ({
    to: t.field({ type: PlannedAssociationRef, resolve: ({ to }) => to }),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
    toFund: t.field({
      type: FundRef,
      nullable: true,
      description: 'The fund that takes it; null when the successor gets one of the same name and form.',
      resolve: ({ toFundId }, _args, { reads }) => (toFundId === null ? null : reads.funds.load(toFundId)),
    }),
  }),
});

/** Where the money of a fund goes. */
export interface PlannedFundHandover {
  readonly fundId: FundId;
  readonly name: string;
  readonly from: PlannedAssociation;
  readonly parts: readonly PlannedFundPart[];
}

export const PlannedFundRef = builder.objectRef<PlannedFundHandover>('PlannedFund').implement({
  description: 'The money of a fund, and who would get how much of it.',
  fields: (t) => ({
    fundId: t.id({ resolve: ({ fundId }, _args, { session }) => ownGlobalId(session, 'Fund', fundId) }),
    name: t.exposeString('name'),
    from: t.field({ type: PlannedAssociationRef, resolve: ({ from }) => from }),
    amount: t.field({ type: 'Vnd', resolve: ({ parts }) => parts.reduce((sum, { amountVnd }) => sum + amountVnd, 0n) }),
    parts: t.field({ type: [PlannedFundPartRef], resolve: ({ parts }) => parts }),
  }),
});
