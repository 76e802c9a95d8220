import { eventHash, type Digest } from '@khuyenhoc/audit';
import {
  canonicalJson,
  err,
  ok,
  type CanonicalValue,
  type AssociationId,
  type Instant,
  type MandateId,
  type PersonId,
  type Result,
} from '@khuyenhoc/kernel';
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

/** What an act changed of a campaign without taking a step of it. */
export interface CampaignReorganisation {
  readonly deed: string;
  readonly act: string;
  readonly leader: { readonly from: AssociationId; readonly to: AssociationId } | null;
  /** Parts of allotments that went from a unit to its successor. */
  readonly handedOver: readonly {
    readonly allotment: string;
    readonly from: AssociationId;
    readonly to: AssociationId;
    readonly quantity: string;
  }[];
}

/** The event of a campaign whose leader or units were reorganised. Its version says that its plan is another one now. */
export function recordCampaignReorganised(
  before: Campaign,
  after: Campaign,
  { deed, act, leader, handedOver }: CampaignReorganisation,
  command: Pick<CampaignCommand, 'by' | 'recordedAt'>,
  digest: Digest,
): CampaignChange {
  const more = {
    deed,
    act,
    leader: leader === null ? null : { ...leader },
    handedOver: handedOver.map((one) => ({ ...one })),
  };
  return recordCampaign(before, after, 'campaign.reorganised@1', command, digest, more);
}

function recordCampaign(
  before: Campaign | null,
  after: Campaign,
  type: CampaignEventType,
  command: Pick<CampaignCommand, 'by' | 'recordedAt'>,
  digest: Digest,
  more: { readonly [field: string]: CanonicalValue } = {},
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
    data: { ruleSet: after.ruleSetHash, workflow: after.workflowHash, ...more },
  });
  const hash = eventHash(digest, bytes);
  return { campaign: { ...after, version: seq, head: hash }, event: { seq, type, bytes, hash } };
}
