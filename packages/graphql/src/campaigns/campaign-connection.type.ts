import { builder } from '../builder.ts';
import { CampaignRef } from '../object-refs.ts';

export const CampaignConnection = builder.connectionObject(
  { type: CampaignRef, name: 'CampaignConnection', description: 'A page of campaigns, newest first.' },
  { name: 'CampaignEdge' },
);
