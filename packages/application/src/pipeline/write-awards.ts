import {
  accountsOf,
  Balances,
  decideAward,
  decideNomination,
  mayPost,
  type Award,
  type AwardChange,
  type AwardCommand,
  type AwardRefusal,
  type AwardSituation,
  type NominateCommand,
  type Path,
  type Role,
} from '@khuyenhoc/domain';
import type { Digest } from '@khuyenhoc/audit';
import {
  err,
  ok,
  present,
  vietnamDate,
  type AccountId,
  type AwardId,
  type CampaignId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { AcceptedChange, ActorKey, AwardBatch, AwardBatches, Ground } from '../ports/award-batches.ts';
import { BatchConflict } from '../ports/award-batches.ts';
import type { CampaignPlans, WriterPlan } from '../ports/campaign-plans.ts';

/** What became of a command: the award as it stands after it. `replayed` says that an earlier sending had the effect. */
export interface AwardReceiptOfCommand {
  readonly awardId: AwardId;
  readonly version: number;
  readonly replayed: boolean;
}

export type AwardAnswer = Result<AwardReceiptOfCommand, AwardRefusal>;

export interface WriteAwardsDeps {
  readonly batches: AwardBatches;
  readonly plans: CampaignPlans<WriterPlan>;
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
    });
    const plans = await deps.plans.load(tenantId, campaignIds);
    const balances = new Balances(await batch.lockAccounts(accountsToLock(commands, places, plans)));
    const deciding = new BatchDecision(deps, tenantId, places, ground, plans, balances);
    const answers = commands.map((command, index) => deciding.answer(command, index));
    if (deciding.accepted.length > 0) {
      await batch.write({
        changes: deciding.accepted,
        lockedVersions: deciding.lockedVersions,
        balances: balances.changes(),
      });
    }
    return answers;
  });
}

/** Where a command stands: the award it is about (none yet for a nomination), and the role its actor has there. */
type Place =
  | {
      readonly kind: 'award';
      readonly role: Role;
      readonly mandatePath: Path;
      readonly campaignId: CampaignId;
      readonly award: Award;
    }
  | {
      readonly kind: 'nomination';
      readonly role: Role;
      readonly mandatePath: Path;
      readonly campaignId: CampaignId;
      readonly path: Path;
    };

async function findPlaces(batch: AwardBatch, commands: readonly AwardCommand[]): Promise<ReadonlyMap<number, Place>> {
  const places = new Map<number, Place>();
  const later = commands.flatMap((command, index) =>
    command.action === 'NOMINATE' ? [] : [{ index, awardId: command.awardId, ...actorKey(command) }],
  );
  const first = commands.flatMap((command, index) =>
    command.action === 'NOMINATE' ? [{ index, associationId: command.associationId, ...actorKey(command) }] : [],
  );
  if (later.length > 0) {
    for (const { index, role, mandatePath, award } of await batch.lockAwards(later)) {
      places.set(index, { kind: 'award', role, mandatePath, campaignId: award.campaignId, award });
    }
  }
  if (first.length > 0) {
    for (const { index, role, mandatePath, path } of await batch.findNominating(first)) {
      const command = present(commands[index], 'the command of a nomination');
      if (isNomination(command))
        places.set(index, { kind: 'nomination', role, mandatePath, campaignId: command.campaignId, path });
    }
  }
  return places;
}

function actorKey(command: AwardCommand): ActorKey {
  return { ...command.actor, today: vietnamDate(command.recordedAt) };
}

function isNomination(command: AwardCommand): command is NominateCommand {
  return command.action === 'NOMINATE';
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

/** Decides the commands of one batch in turn, each against what those before it left. */
class BatchDecision {
  readonly accepted: AcceptedChange[] = [];
  readonly lockedVersions = new Map<AwardId, number>();
  readonly #awards = new Map<AwardId, Award>();
  readonly #keys: Map<string, { readonly bodyHash: string; readonly awardId: AwardId; readonly version: number }>;
  readonly #nominated: Set<string>;
  readonly #deps: WriteAwardsDeps;
  readonly #tenantId: TenantId;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #ground: Ground;
  readonly #plans: ReadonlyMap<CampaignId, WriterPlan>;
  readonly #balances: Balances;

  constructor(
    deps: WriteAwardsDeps,
    tenantId: TenantId,
    places: ReadonlyMap<number, Place>,
    ground: Ground,
    plans: ReadonlyMap<CampaignId, WriterPlan>,
    balances: Balances,
  ) {
    this.#deps = deps;
    this.#tenantId = tenantId;
    this.#places = places;
    this.#ground = ground;
    this.#plans = plans;
    this.#balances = balances;
    this.#keys = new Map(ground.keys);
    this.#nominated = new Set(ground.nominated);
  }

  answer(command: AwardCommand, index: number): AwardAnswer {
    const place = this.#places.get(index);
    const known = this.#keys.get(command.idempotencyKey);
    // Without a mandate that reaches it, not even a replay is answered: the key must not tell what exists.
    if (place === undefined) return err({ code: 'NOT_FOUND' });
    if (known !== undefined) {
      if (known.bodyHash !== command.bodyHash) return err({ code: 'IDEMPOTENCY_KEY_REUSED' });
      return ok({ awardId: known.awardId, version: known.version, replayed: true });
    }
    const decided = this.#decide(command, place);
    if (!decided.ok) return decided;
    this.#accept(command, decided.value);
    return ok({ awardId: decided.value.award.id, version: decided.value.award.version, replayed: false });
  }

  #decide(command: AwardCommand, place: Place): Result<AwardChange, AwardRefusal> {
    const situation = this.#situation(place);
    if (situation === undefined) return err({ code: 'NOT_FOUND' });
    if (place.kind === 'award') {
      const award = this.#awards.get(place.award.id) ?? place.award;
      this.lockedVersions.set(place.award.id, this.lockedVersions.get(place.award.id) ?? place.award.version);
      return decideAward(award, command, situation);
    }
    if (!isNomination(command)) return err({ code: 'NOT_FOUND' });
    if (this.#nominated.has(`${command.campaignId} ${command.matchKey}`)) return err({ code: 'DUPLICATE_NOMINATION' });
    return decideNomination(command, place.path, situation);
  }

  #situation(place: Place): AwardSituation | undefined {
    const plan = this.#plans.get(place.campaignId);
    const campaign = this.#ground.campaigns.get(place.campaignId);
    if (plan === undefined || campaign === undefined) return undefined;
    return {
      tenantId: this.#tenantId,
      role: place.role,
      mandatePath: place.mandatePath,
      campaignPath: campaign.path,
      campaignState: campaign.state,
      workflow: plan.workflow,
      workflowHash: plan.workflowHash,
      plan: plan.allotments,
      books: { lateEntryDays: this.#deps.lateEntryDays, closedThrough: this.#ground.closedThrough },
      balances: this.#balances,
      digest: this.#deps.digest,
    };
  }

  #accept(command: AwardCommand, change: AwardChange): void {
    const { idempotencyKey, bodyHash, recordedAt, sealed } = command;
    const matchKey = isNomination(command) ? command.matchKey : null;
    this.accepted.push({ ...change, recordedAt, matchKey, sealed, idempotencyKey, bodyHash });
    this.#awards.set(change.award.id, change.award);
    this.#keys.set(idempotencyKey, { bodyHash, awardId: change.award.id, version: change.award.version });
    if (isNomination(command)) {
      this.lockedVersions.set(change.award.id, 0);
      this.#nominated.add(`${command.campaignId} ${command.matchKey}`);
    }
  }
}
