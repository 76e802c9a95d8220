import { z } from 'zod';
import { campaignStates, type CampaignAction } from '../workflow/template.ts';

/** The events of a campaign, in RFC 8785 bytes and chained by hash as those of an award are. */
export const campaignEventTypes = [
  'campaign.created@1',
  'campaign.published@1',
  'campaign.nomination-opened@1',
  'campaign.nomination-closed@1',
  'campaign.approval-started@1',
  'campaign.disbursement-started@1',
  'campaign.closed@1',
  'campaign.cancelled@1',
] as const;
export type CampaignEventType = (typeof campaignEventTypes)[number];

/** The event that records a step of a campaign. */
export const campaignEventTypeOf: { readonly [Action in CampaignAction]: CampaignEventType } = {
  PUBLISH: 'campaign.published@1',
  OPEN_NOMINATION: 'campaign.nomination-opened@1',
  CLOSE_NOMINATION: 'campaign.nomination-closed@1',
  START_APPROVAL: 'campaign.approval-started@1',
  START_DISBURSEMENT: 'campaign.disbursement-started@1',
  CLOSE: 'campaign.closed@1',
  CANCEL: 'campaign.cancelled@1',
};

const campaignEvent = z.strictObject({
  format: z.literal('event@1'),
  type: z.enum(campaignEventTypes),
  tenant: z.string(),
  campaign: z.string(),
  seq: z.int().min(1),
  previous: z.string().nullable(),
  at: z.string(),
  by: z.strictObject({ person: z.string(), mandate: z.string(), role: z.string() }),
  from: z.enum(campaignStates).nullable(),
  to: z.enum(campaignStates),
  data: z.strictObject({ ruleSet: z.string(), workflow: z.string() }),
});

/** An event of a campaign as it is hashed. */
export type CampaignEvent = z.infer<typeof campaignEvent>;

/** Reads an event from its stored bytes. Throws when it does not have the shape of its type and version. */
export function parseCampaignEvent(bytes: string): CampaignEvent {
  return campaignEvent.parse(JSON.parse(bytes));
}
