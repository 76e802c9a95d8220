import type { Digest } from '@khuyenhoc/audit';
import {
  decideAward,
  decideNomination,
  endsWithoutSubject,
  type Award,
  type AwardChange,
  type AwardCommand,
  type AwardRefusal,
  type AwardSituation,
  type Balances,
} from '@khuyenhoc/domain';
import { err, ok, type AwardId, type CampaignId, type Result, type TenantId } from '@khuyenhoc/kernel';
import type { AcceptedChange, Ground, StoredKey } from '../ports/award-batches.ts';
import type { WriterPlan } from '../ports/campaign-plans.ts';
import { isNomination, type Place } from './find-places.ts';

/** What became of a command: the award as it stands after it. `replayed` says that an earlier sending had the effect. */
export interface AwardReceiptOfCommand {
  readonly awardId: AwardId;
  readonly version: number;
  readonly replayed: boolean;
}

export type AwardAnswer = Result<AwardReceiptOfCommand, AwardRefusal>;

/** What the commands of a batch are decided against, all of it under lock. */
export interface DecisionBasis {
  readonly places: ReadonlyMap<number, Place>;
  readonly ground: Ground;
  readonly plans: ReadonlyMap<CampaignId, WriterPlan>;
  readonly balances: Balances;
  readonly digest: Digest;
  readonly lateEntryDays: number;
}

/** Decides the commands of one batch in turn, each against what those before it left. */
export class BatchDecision {
  readonly accepted: AcceptedChange[] = [];
  readonly before = new Map<AwardId, Award | null>();
  readonly #awards = new Map<AwardId, Award>();
  readonly #keys: Map<string, StoredKey>;
  readonly #nominated: Set<string>;
  readonly #tenantId: TenantId;
  readonly #basis: DecisionBasis;

  constructor(tenantId: TenantId, basis: DecisionBasis) {
    this.#tenantId = tenantId;
    this.#basis = basis;
    this.#keys = new Map(basis.ground.keys);
    this.#nominated = new Set(basis.ground.nominated);
  }

  answer(command: AwardCommand, index: number): AwardAnswer {
    const place = this.#basis.places.get(index);
    const known = this.#keys.get(command.idempotencyKey);
    // Without a mandate that reaches it, not even a replay is answered: the key must not tell what exists. That the network is
    // closed is no secret: its mandates ended with it, and whoever asks is told where to go on.
    if (place === undefined) return err(this.#basis.ground.closed ?? { code: 'NOT_FOUND' });
    if (known !== undefined) {
      if (known.bodyHash !== command.bodyHash) return err({ code: 'IDEMPOTENCY_KEY_REUSED' });
      return ok({ awardId: known.awardId, version: known.version, replayed: true });
    }
    if (this.#basis.ground.closed !== null) return err(this.#basis.ground.closed);
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
      if (!this.before.has(place.award.id)) this.before.set(place.award.id, place.award);
      if (this.#basis.ground.erased.has(award.nomineeId) && !endsWithoutSubject(command.action))
        return err({ code: 'SUBJECT_ERASED' });
      return decideAward(award, command, situation);
    }
    if (!isNomination(command)) return err({ code: 'NOT_FOUND' });
    if (this.#basis.ground.erased.has(command.nomineeId)) return err({ code: 'SUBJECT_ERASED' });
    if (this.#nominated.has(`${command.campaignId} ${command.matchKey}`)) return err({ code: 'DUPLICATE_NOMINATION' });
    return decideNomination(command, place.path, situation);
  }

  #situation(place: Place): AwardSituation | undefined {
    const plan = this.#basis.plans.get(place.campaignId);
    const campaign = this.#basis.ground.campaigns.get(place.campaignId);
    if (plan === undefined || campaign === undefined) return undefined;
    return {
      tenantId: this.#tenantId,
      ...place.actor,
      campaignPath: campaign.path,
      campaignState: campaign.state,
      workflow: plan.workflow,
      workflowHash: plan.workflowHash,
      plan: plan.allotments,
      books: { lateEntryDays: this.#basis.lateEntryDays, closedThrough: this.#basis.ground.closedThrough },
      balances: this.#basis.balances,
      digest: this.#basis.digest,
    };
  }

  #accept(command: AwardCommand, change: AwardChange): void {
    const { idempotencyKey, bodyHash, recordedAt, sealed } = command;
    const matchKey = isNomination(command) ? command.matchKey : null;
    this.accepted.push({ ...change, recordedAt, matchKey, sealed, idempotencyKey, bodyHash });
    this.#awards.set(change.award.id, change.award);
    this.#keys.set(idempotencyKey, { bodyHash, awardId: change.award.id, version: change.award.version });
    if (isNomination(command)) {
      this.before.set(change.award.id, null);
      this.#nominated.add(`${command.campaignId} ${command.matchKey}`);
    }
  }
}
