import type { Digest } from '@khuyenhoc/audit';
import { accountsOf, Balances, mayPost, type AwardCommand } from '@khuyenhoc/domain';
import { err, type AccountId, type CampaignId, type TenantId } from '@khuyenhoc/kernel';
import { BatchConflict, type AwardBatches } from '../ports/award-batches.ts';
import type { WriterPlan, WriterPlans } from '../ports/campaign-plans.ts';
import { BatchDecision, type AwardAnswer } from './batch-decision.ts';
import { findPlaces, isNomination, type Place } from './find-places.ts';

export interface WriteAwardsDeps {
  readonly batches: AwardBatches;
  readonly plans: WriterPlans;
  readonly digest: Digest;
  /** How many days back a deed may be entered. */
  readonly lateEntryDays: number;
}

/**
 * Writes a batch of commands of one tenant in one transaction. Each is decided in turn against what is locked, so a refusal
 * leaves its share of money and places to the next. When a guard fails after all, the batch is tried once more and then
 * halved, so that one impossible command never fails its neighbours.
 */
export async function writeAwards(
  deps: WriteAwardsDeps,
  tenantId: TenantId,
  commands: readonly AwardCommand[],
): Promise<readonly AwardAnswer[]> {
  try {
    return await writeOnce(deps, tenantId, commands);
  } catch (error) {
    if (!(error instanceof BatchConflict)) throw error;
  }
  try {
    return await writeOnce(deps, tenantId, commands);
  } catch (error) {
    if (!(error instanceof BatchConflict)) throw error;
  }
  // Alone and twice in conflict: somebody else is always first. Nothing was written, and sending it again is safe.
  if (commands.length === 1) return [err({ code: 'TRY_AGAIN' })];
  const middle = Math.ceil(commands.length / 2);
  const first = await writeAwards(deps, tenantId, commands.slice(0, middle));
  return [...first, ...(await writeSecondHalf(deps, tenantId, commands.slice(middle)))];
}

/** The first half is durable, whatever happens to the second: whoever is in it sends again under his key and learns. */
async function writeSecondHalf(
  deps: WriteAwardsDeps,
  tenantId: TenantId,
  commands: readonly AwardCommand[],
): Promise<readonly AwardAnswer[]> {
  try {
    return await writeAwards(deps, tenantId, commands);
  } catch {
    return commands.map(() => err({ code: 'TRY_AGAIN' }));
  }
}

async function writeOnce(
  deps: WriteAwardsDeps,
  tenantId: TenantId,
  commands: readonly AwardCommand[],
): Promise<readonly AwardAnswer[]> {
  return deps.batches.transaction(tenantId, async (batch) => {
    const places = await findPlaces(batch, commands);
    const campaignIds = [...new Set(places.values().map((place) => place.campaignId))];
    const ground = await batch.readGround({
      campaignIds,
      idempotencyKeys: commands.map((command) => command.idempotencyKey),
      nominees: commands.filter(isNomination),
      subjects: [...places.values()].flatMap((place) => (place.kind === 'award' ? [place.award.nomineeId] : [])),
    });
    const plans = await deps.plans.load(tenantId, ground.campaigns, batch);
    const balances = new Balances(await batch.lockAccounts(accountsToLock(commands, places, plans)));
    const { digest, lateEntryDays } = deps;
    const deciding = new BatchDecision(tenantId, { places, ground, plans, balances, digest, lateEntryDays });
    const answers = commands.map((command, index) => deciding.answer(command, index));
    if (deciding.accepted.length > 0) {
      await batch.write({
        changes: deciding.accepted,
        before: deciding.before,
        balances: balances.changes(),
      });
    }
    return answers;
  });
}

/**
 * The accounts that the batch may post to: those of the awards that some command may post for, by the decision on record and by
 * any that a review in this very batch would put in its place. A fund that nobody pays from is not held up.
 */
function accountsToLock(
  commands: readonly AwardCommand[],
  places: ReadonlyMap<number, Place>,
  plans: ReadonlyMap<CampaignId, WriterPlan>,
) {
  const ids = new Set<AccountId>();
  const reviewed = Map.groupBy(
    commands.filter((command) => 'reviewedVersion' in command),
    (command) => command.awardId,
  );
  for (const [index, command] of commands.entries()) {
    const place = places.get(index);
    const plan = place?.kind === 'award' ? plans.get(place.campaignId) : undefined;
    if (place?.kind !== 'award' || plan === undefined || !mayPost(plan.workflow, command.action)) continue;
    const decisions = [place.award.decision, ...(reviewed.get(place.award.id) ?? []).map((review) => review.decision)];
    for (const decision of decisions)
      for (const id of accountsOf({ ...place.award, decision }, plan.allotments)) ids.add(id);
  }
  return [...ids].toSorted();
}
