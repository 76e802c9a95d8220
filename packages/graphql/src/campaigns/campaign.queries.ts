import { builder } from '../builder.ts';
import { CampaignStateEnum } from '../enums.type.ts';
import { idOf } from '../global-id.ts';
import { CampaignRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { CampaignConnection } from './campaign-connection.type.ts';

builder.queryFields((t) => ({
  campaigns: t.field({
    type: CampaignConnection,
    description: 'The campaigns of the mandate’s association, of those below it and of those above it.',
    args: { ...t.arg.connectionArgs(), state: t.arg({ type: CampaignStateEnum }) },
    complexity: pageCost,
    resolve: (_root, { state, ...page }, { reads }) =>
      connectionOf(reads.campaignPages.load({ state: state ?? null, ...pageRequest(page) })),
  }),
  campaign: t.field({
    type: CampaignRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'Campaign', args.id);
      return id === null ? null : reads.campaigns.load(id);
    },
  }),
}));
