import { eventHash, type Digest } from '@khuyenhoc/audit';
import {
  canonicalJson,
  type AwardId,
  type CalendarDate,
  type CampaignId,
  type CanonicalValue,
  type Instant,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { FoundingAct } from '../tenant/founding-act.ts';
import { decisionToCanonical } from './award-content.ts';
import type { AwardEventBody, AwardEventType } from './award-events.ts';
import { amountOf, type Award } from './award.ts';
import type { SealedValue } from './commitment.ts';
import type { AwardChange } from './decide-award.ts';

/** The deed by which awards go over into another tenant: the act, its day, and the group of transfers on both sides. */
export interface CrossingDeed {
  readonly act: FoundingAct;
  readonly on: CalendarDate;
  readonly at: Instant;
  readonly late: boolean;
  readonly groupId: string;
}

/**
 * The last event of an award that goes on elsewhere. Its state here is `crossed`, from which no workflow has a step; nothing
 * else of it changes, and nothing of its history.
 */
export function crossAwardOut(
  award: Award,
  into: { readonly tenantId: TenantId; readonly campaignId: CampaignId; readonly awardId: AwardId },
  deed: CrossingDeed,
  digest: Digest,
): AwardChange {
  const data: AwardEventBody<'award.crossed-out@1'> = {
    act: { ...deed.act },
    crossing: deed.groupId,
    into: { tenant: into.tenantId, campaign: into.campaignId, award: into.awardId },
  };
  const after: Award = { ...award, state: 'crossed', effectiveOn: laterOf(award.effectiveOn, deed.on) };
  return recordCrossing('award.crossed-out@1', award, after, data, deed, digest);
}

/**
 * The first event of the award that continues `old`, whose last event is the crossing. State, votes and decision are as they
 * were; the commitments to what lies sealed are too, since the subject's key goes along.
 */
export function crossAwardIn(
  old: Award,
  award: Award,
  workflowHash: string,
  sealed: readonly SealedValue[],
  deed: CrossingDeed,
  digest: Digest,
): AwardChange {
  const commitmentOf = (label: SealedValue['label']) =>
    sealed.find((value) => value.label === label)?.commitment ?? null;
  const data: AwardEventBody<'award.crossed-in@1'> = {
    act: { ...deed.act },
    crossing: deed.groupId,
    out: { tenant: old.tenantId, campaign: old.campaignId, award: old.id, seq: old.version, head: old.head },
    campaign: award.campaignId,
    association: award.associationId,
    nominee: award.nomineeId,
    workflow: workflowHash,
    decision: decisionToCanonical(award.decision),
    content: award.contentHash,
    amount: amountOf(award.decision.items).toString(),
    takenBy: Object.fromEntries(Object.entries(award.takenBy).map(([action, people]) => [action, [...people]])),
    payment: award.paymentGroupId,
    reason: commitmentOf('reason'),
    finding: commitmentOf('finding'),
    signature: commitmentOf('signature'),
  };
  const after: Award = { ...award, effectiveOn: laterOf(award.effectiveOn, deed.on) };
  return recordCrossing('award.crossed-in@1', null, after, data, deed, digest);
}

function recordCrossing<Type extends AwardEventType>(
  type: Type,
  before: Award | null,
  after: Award,
  data: AwardEventBody<Type>,
  deed: CrossingDeed,
  digest: Digest,
): AwardChange {
  const seq = (before?.version ?? 0) + 1;
  const bytes = canonicalJson({
    format: 'event@1',
    type,
    tenant: after.tenantId,
    award: after.id,
    seq,
    previous: before === null ? null : before.head,
    at: deed.at,
    on: deed.on,
    late: deed.late,
    by: { operator: 'command-line' },
    from: before === null ? null : before.state,
    to: after.state,
    data: data as CanonicalValue,
  });
  const hash = eventHash(digest, bytes);
  return { award: { ...after, version: seq, head: hash }, event: { seq, type, bytes, hash }, transfers: [] };
}

/** Nothing is done before what it follows. */
function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
