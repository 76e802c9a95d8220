import { eventHash, type Digest } from '@khuyenhoc/audit';
import { canonicalJson, err, ok, type Instant, type MandateId, type PersonId, type Result } from '@khuyenhoc/kernel';
import type { Role } from '../association/mandate.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { CampaignAction } from '../workflow/template.ts';
import { advanceCampaign, type CampaignStepRefusal } from './advance-campaign.ts';
import type { CampaignEventType } from './campaign-events.ts';
import { campaignEventTypeOf } from './campaign-events.ts';
import type { Campaign } from './campaign.ts';

/** Someone asks for a step of a campaign. */
export interface CampaignCommand {
  readonly action: CampaignAction;
  readonly by: { readonly personId: PersonId; readonly mandateId: MandateId; readonly role: Role };
  readonly expectedVersion: number;
  readonly recordedAt: Instant;
}

/** Why a command on a campaign is refused. */
export type CampaignRefusal =
  | CampaignStepRefusal
  | { readonly code: 'VERSION_CONFLICT'; readonly expected: number; readonly actual: number };

/** What an accepted command writes: the campaign's new head and one event of its history. */
export interface CampaignChange {
  readonly campaign: Campaign;
  readonly event: {
    readonly seq: number;
    readonly type: CampaignEventType;
    readonly bytes: string;
    readonly hash: string;
  };
}

/** Decides a step of a campaign. */
export function decideCampaign(
  campaign: Campaign,
  command: CampaignCommand,
  workflow: CompiledWorkflow,
  digest: Digest,
): Result<CampaignChange, CampaignRefusal> {
  if (command.expectedVersion !== campaign.version) {
    return err({ code: 'VERSION_CONFLICT', expected: command.expectedVersion, actual: campaign.version });
  }
  const step = advanceCampaign(workflow, campaign.state, { type: command.action, role: command.by.role });
  if (!step.ok) return step;
  return ok(
    recordCampaign(
      campaign,
      { ...campaign, state: step.value.to },
      campaignEventTypeOf[command.action],
      command,
      digest,
    ),
  );
}

/** The first event of a campaign that was just drafted. */
export function recordCampaignCreated(
  campaign: Campaign,
  command: Pick<CampaignCommand, 'by' | 'recordedAt'>,
  digest: Digest,
): CampaignChange {
  return recordCampaign(null, campaign, 'campaign.created@1', command, digest);
}

function recordCampaign(
  before: Campaign | null,
  after: Campaign,
  type: CampaignEventType,
  command: Pick<CampaignCommand, 'by' | 'recordedAt'>,
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
    at: command.recordedAt,
    by: { person: command.by.personId, mandate: command.by.mandateId, role: command.by.role },
    from: before === null ? null : before.state,
    to: after.state,
    data: { ruleSet: after.ruleSetHash, workflow: after.workflowHash },
  });
  const hash = eventHash(digest, bytes);
  return { campaign: { ...after, version: seq, head: hash }, event: { seq, type, bytes, hash } };
}
