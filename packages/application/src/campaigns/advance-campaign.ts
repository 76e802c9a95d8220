import {
  decideCampaign,
  type Campaign,
  type CampaignAction,
  type CampaignRefusal,
  type Transfer,
} from '@khuyenhoc/domain';
import {
  canonicalJson,
  err,
  ok,
  present,
  vietnamDate,
  type CampaignId,
  type Instant,
  type Result,
} from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/rules';
import { reached, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { readWorkflow } from './load-workflow.ts';

export interface AdvanceCampaignDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly digest: Digest;
}

export interface AdvanceCampaignInput {
  readonly campaignId: CampaignId;
  readonly action: CampaignAction;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** A fund holds less than a campaign was to get from it. */
export interface FundTooSmall {
  readonly code: 'FUND_TOO_SMALL';
  readonly source: string;
  readonly availableVnd: bigint;
  readonly askedVnd: bigint;
}

export type AdvanceCampaignRefusal =
  | CampaignRefusal
  | NotFound
  | FundTooSmall
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

/**
 * Takes a step of a campaign: publishes it (money moves from the funds and places are given to the units), opens and closes
 * its phases, cancels it. The same key has one effect.
 */
export async function advanceCampaign(
  deps: AdvanceCampaignDeps,
  session: Session,
  input: AdvanceCampaignInput,
): Promise<Result<Campaign, AdvanceCampaignRefusal>> {
  const recordedAt = deps.clock.now();
  const body = {
    action: input.action,
    campaign: input.campaignId,
    version: input.expectedVersion,
    by: session.personId,
  };
  const bodyHash = deps.vault.blindIndex(session.tenantId, 'command-body', canonicalJson(body));
  return deps.unitOfWork.run(session.tenantId, async (repositories) => {
    const mandate = await repositories.mandates.findValid(
      session.mandate.id,
      session.personId,
      vietnamDate(recordedAt),
    );
    const [locked] = await repositories.campaigns.lock([input.campaignId]);
    const campaign = mandate === null ? err({ code: 'NOT_FOUND' as const }) : reached(locked, mandate);
    if (!campaign.ok) return campaign;
    const known = (await repositories.keys.find([input.idempotencyKey])).get(input.idempotencyKey);
    if (known !== undefined) return known.bodyHash === bodyHash ? campaign : err({ code: 'IDEMPOTENCY_KEY_REUSED' });

    const [workflow] = await repositories.sources.findWorkflows([campaign.value.workflowHash]);
    const role = present(mandate, 'the mandate').role;
    const by = { personId: session.personId, mandateId: session.mandate.id, role };
    const compiled = readWorkflow(present(workflow, 'the workflow of a campaign').source);
    const change = decideCampaign(campaign.value, { ...input, by, recordedAt }, compiled, deps.digest);
    if (!change.ok) return change;
    const moved = await moveAllotments(deps, repositories, input, recordedAt);
    if (!moved.ok) return moved;
    await repositories.campaigns.save(change.value);
    const version = change.value.campaign.version;
    repositories.keys.addAll([
      { key: input.idempotencyKey, bodyHash, subjectId: input.campaignId, version, recordedAt },
    ]);
    return ok(change.value.campaign);
  });
}

/** Publishing gives the campaign its money and places; cancelling and closing give back what was not promised. */
async function moveAllotments(
  deps: AdvanceCampaignDeps,
  repositories: Repositories,
  input: AdvanceCampaignInput,
  recordedAt: Instant,
): Promise<Result<void, FundTooSmall>> {
  const gives = input.action === 'PUBLISH';
  if (!gives && input.action !== 'CANCEL' && input.action !== 'CLOSE') return ok(undefined);
  const allotments = await repositories.campaigns.allotmentsOf([input.campaignId]);
  const left = gives ? null : await repositories.ledger.balancesOf(allotments.map((one) => one.available));
  const groupId = deps.ids.uuid();
  const transfers = allotments.flatMap((allotment, index): readonly Transfer[] => {
    const quantity = left === null ? allotment.allotted : (left.get(allotment.available) ?? 0n);
    if (quantity === 0n) return [];
    const [debit, credit] = gives ? [allotment.from, allotment.available] : [allotment.available, allotment.from];
    const effectiveOn = vietnamDate(recordedAt);
    const { commodity } = allotment;
    return [
      {
        groupId,
        line: index + 1,
        kind: 'ALLOTMENT',
        commodity,
        debit,
        credit,
        quantity,
        effectiveOn,
        recordedAt,
        reversesGroupId: null,
      },
    ];
  });
  const posted = await repositories.ledger.post(transfers);
  if (posted.ok) return ok(undefined);
  const short = present(
    allotments.find((one) => one.from === posted.error.accountId),
    'the allotment whose fund is short',
  );
  return err({
    code: 'FUND_TOO_SMALL',
    source: short.code,
    availableVnd: posted.error.available,
    askedVnd: posted.error.asked,
  });
}
