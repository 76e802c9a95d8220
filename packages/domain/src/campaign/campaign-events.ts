import { z } from 'zod';
import { foundingActShape as act } from '../tenant/founding-act.ts';
import { campaignStates, type CampaignAction } from '../workflow/template.ts';

/** The events of a campaign that record a step, in RFC 8785 bytes and chained by hash as those of an award are. */
const stepTypes = [
  'campaign.created@1',
  'campaign.published@1',
  'campaign.nomination-opened@1',
  'campaign.nomination-closed@1',
  'campaign.approval-started@1',
  'campaign.disbursement-started@1',
  'campaign.closed@1',
  'campaign.cancelled@1',
] as const;

export const campaignEventTypes = [
  ...stepTypes,
  'campaign.reorganised@1',
  'campaign.crossed-out@1',
  'campaign.crossed-in@1',
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

/** What every event of a campaign says. */
const envelope = {
  format: z.literal('event@1'),
  tenant: z.string(),
  campaign: z.string(),
  seq: z.int().min(1),
  previous: z.string().nullable(),
  at: z.string(),
  from: z.enum(campaignStates).nullable(),
  to: z.enum(campaignStates),
};
const sources = { ruleSet: z.string(), workflow: z.string() };
const person = z.strictObject({ person: z.string(), mandate: z.string(), role: z.string() });
/** Nobody's mandate reaches over two tenants: who runs the server carries a reform out. */
const operator = z.strictObject({ operator: z.literal('command-line') });

const campaignEvent = z.union([
  z.strictObject({ ...envelope, type: z.enum(stepTypes), by: person, data: z.strictObject(sources) }),
  /** An act gave it another leader, or what units were given of it to their successors. */
  z.strictObject({
    ...envelope,
    type: z.literal('campaign.reorganised@1'),
    by: person,
    data: z.strictObject({
      ...sources,
      deed: z.string(),
      act: z.string(),
      leader: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
      handedOver: z.array(
        z.strictObject({ allotment: z.string(), from: z.string(), to: z.string(), quantity: z.string() }),
      ),
    }),
  }),
  /** The last event here: the campaign goes on in another tenant. */
  z.strictObject({
    ...envelope,
    type: z.literal('campaign.crossed-out@1'),
    by: operator,
    data: z.strictObject({
      ...sources,
      act,
      crossing: z.string(),
      into: z.strictObject({ tenant: z.string(), campaign: z.string() }),
    }),
  }),
  /** The first event there: where the history before it stands and ends. */
  z.strictObject({
    ...envelope,
    type: z.literal('campaign.crossed-in@1'),
    by: operator,
    data: z.strictObject({
      ...sources,
      act,
      crossing: z.string(),
      out: z.strictObject({ tenant: z.string(), campaign: z.string(), seq: z.int().min(1), head: z.string() }),
    }),
  }),
]);

/** An event of a campaign as it is hashed. */
export type CampaignEvent = z.infer<typeof campaignEvent>;

/** Reads an event from its stored bytes. Throws when it does not have the shape of its type and version. */
export function parseCampaignEvent(bytes: string): CampaignEvent {
  return campaignEvent.parse(JSON.parse(bytes));
}
