import { eventHash, type Digest } from '@khuyenhoc/audit';
import { canonicalJson, present, type CampaignId, type CanonicalValue, type TenantId } from '@khuyenhoc/kernel';
import type { CrossingDeed } from '../award/cross-award.ts';
import type { CampaignEventType } from './campaign-events.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignChange } from './decide-campaign.ts';

/** The last event of a campaign that goes on in another tenant. */
export function crossCampaignOut(
  campaign: Campaign,
  into: { readonly tenantId: TenantId; readonly campaignId: CampaignId },
  deed: CrossingDeed,
  digest: Digest,
): CampaignChange {
  const data = { into: { tenant: into.tenantId, campaign: into.campaignId } };
  return recordCrossing('campaign.crossed-out@1', campaign, { ...campaign, state: 'crossed' }, data, deed, digest);
}

/** The first event of the campaign that continues `old`, whose last event is the crossing; in the state in which that one was. */
export function crossCampaignIn(old: Campaign, campaign: Campaign, deed: CrossingDeed, digest: Digest): CampaignChange {
  const head = present(old.head, 'the crossing as the last event of a campaign');
  const data = { out: { tenant: old.tenantId, campaign: old.id, seq: old.version, head } };
  return recordCrossing('campaign.crossed-in@1', null, { ...campaign, version: 0 }, data, deed, digest);
}

function recordCrossing(
  type: CampaignEventType,
  before: Campaign | null,
  after: Campaign,
  data: { readonly [part: string]: CanonicalValue },
  { act, groupId, at }: CrossingDeed,
  digest: Digest,
): CampaignChange {
  const seq = after.version + 1;
  const bytes = canonicalJson({
    format: 'event@1',
    type,
    tenant: after.tenantId,
    campaign: after.id,
    seq,
    previous: before === null ? null : before.head,
    at,
    by: { operator: 'command-line' },
    from: before === null ? null : before.state,
    to: after.state,
    data: { ...data, act: { ...act }, crossing: groupId, ruleSet: after.ruleSetHash, workflow: after.workflowHash },
  });
  const hash = eventHash(digest, bytes);
  return { campaign: { ...after, version: seq, head: hash }, event: { seq, type, bytes, hash } };
}
