import { vietnamDate } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idUnknown } from '../edge-error.ts';
import { parseGlobalId, type NodeName } from '../global-id.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { PublicAwardConnection, PublicCampaignConnection } from './public.type.ts';

builder.queryFields((t) => ({
  publicCampaigns: t.field({
    type: PublicCampaignConnection,
    description: 'Campaigns whose results were published, in every network. No sign-in is needed.',
    args: t.arg.connectionArgs(),
    complexity: pageCost,
    resolve: (_root, args, { publicReads }) => connectionOf(publicReads.campaigns(pageRequest(args))),
  }),
  publicAwards: t.field({
    type: PublicAwardConnection,
    description: 'The published results of one campaign. No sign-in is needed.',
    args: { ...t.arg.connectionArgs(), campaignId: t.arg.id({ required: true }) },
    complexity: pageCost,
    resolve: (_root, { campaignId, ...page }, { publicReads, deps }) => {
      const name = parseGlobalId(campaignId);
      if (name === null || !isCampaign(name)) throw idUnknown('Campaign');
      const today = vietnamDate(deps.clock.now());
      return connectionOf(publicReads.awards(name.tenantId, name.id, pageRequest(page), today));
    },
  }),
}));

function isCampaign(name: NodeName): name is NodeName<'Campaign'> {
  return name.type === 'Campaign';
}
