import {
  decideCampaign,
  vnd,
  type Campaign,
  type CampaignAction,
  type CampaignRefusal,
  type Transfer,
} from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  vietnamDate,
  type AccountId,
  type CampaignId,
  type Instant,
  type Result,
} from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/rules';
import { reached, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { PlannedAllotment, Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
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

/** A campaign cannot end while money is promised to children: it would be stuck in accounts that nothing moves any more. */
export interface MoneyStillPromised {
  readonly code: 'MONEY_STILL_PROMISED';
  readonly promisedVnd: bigint;
}

export type AdvanceCampaignRefusal = CampaignRefusal | NotFound | MoneyRefusal | IdempotencyKeyReused;

/** Why the money of a step cannot be moved. */
type MoneyRefusal = FundTooSmall | MoneyStillPromised;

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
  const { vault } = deps;
  const { campaignId, action, expectedVersion, idempotencyKey } = input;
  const asked = { action, campaign: campaignId, version: expectedVersion };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<Campaign, AdvanceCampaignRefusal>> => {
      const mandate = await repositories.mandates.findValid(
        session.mandate.id,
        session.personId,
        vietnamDate(recordedAt),
      );
      const [locked] = await repositories.campaigns.lock([campaignId]);
      if (mandate === null) return err({ code: 'NOT_FOUND' });
      const campaign = reached(locked, mandate);
      if (!campaign.ok) return campaign;
      return once<Campaign, CampaignRefusal | MoneyRefusal>(
        repositories,
        { vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: () => Promise.resolve(campaign.value),
          async act() {
            const [workflow] = await repositories.sources.findWorkflows([campaign.value.workflowHash]);
            const by = { personId: session.personId, mandateId: session.mandate.id, role: mandate.role };
            const compiled = readWorkflow(present(workflow, 'the workflow of a campaign').source);
            const change = decideCampaign(campaign.value, { ...input, by, recordedAt }, compiled, deps.digest);
            if (!change.ok) return change;
            const moved = await moveAllotments(deps, repositories, input, recordedAt);
            if (!moved.ok) return moved;
            await repositories.campaigns.save(change.value);
            const advanced = change.value.campaign;
            return ok({ value: advanced, subjectId: campaignId, version: advanced.version });
          },
        },
      );
    },
  );
}

/** Publishing gives the campaign its money and places; cancelling and closing give back what was not promised. */
async function moveAllotments(
  deps: AdvanceCampaignDeps,
  repositories: Repositories,
  input: AdvanceCampaignInput,
  recordedAt: Instant,
): Promise<Result<void, MoneyRefusal>> {
  const gives = input.action === 'PUBLISH';
  if (!gives && input.action !== 'CANCEL' && input.action !== 'CLOSE') return ok(undefined);
  const allotments = await repositories.campaigns.allotmentsOf([input.campaignId]);
  const promised = gives ? null : await repositories.ledger.balancesOf(allotments.map((one) => one.reserved));
  const stillPromised = sumOfMoney(allotments, promised);
  // What was promised to a child is paid or taken back before the book closes; closed, nothing could move it any more.
  if (stillPromised > 0n) return err({ code: 'MONEY_STILL_PROMISED', promisedVnd: stillPromised });
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

function sumOfMoney(allotments: readonly PlannedAllotment[], held: ReadonlyMap<AccountId, bigint> | null): bigint {
  const money = allotments.filter((one) => one.commodity === vnd);
  return money.reduce((sum, one) => sum + (held?.get(one.reserved) ?? 0n), 0n);
}
