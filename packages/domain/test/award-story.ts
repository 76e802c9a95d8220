import { calendarDate, instant, type PersonId, type Result } from '@khuyenhoc/kernel';
import {
  crossAwardIn,
  crossAwardOut,
  decideAward,
  decideNomination,
  type Award,
  type AwardChange,
  type AwardCommand,
  type AwardDecision,
  type AwardRefusal,
  type AwardSituation,
  type Bond,
  type CampaignState,
  type CrossingDeed,
  type NominateCommand,
  type Path,
  type Role,
  type SealedValue,
} from '../src/index.ts';
import {
  accepted,
  aGroup,
  aMandate,
  aNomination,
  aReason,
  aSignature,
  aSituation,
  anAwardId,
  digest,
  receivingCampaignId,
  receivingTenantId,
  schoolPath,
} from './makers.ts';

/** One step as a story tells it: who does what, as what, in which phase. What is not said follows from the award. */
export interface StoryStep {
  readonly action: AwardCommand['action'];
  readonly by: PersonId;
  readonly role: Role;
  readonly during?: CampaignState;
  readonly amountVnd?: bigint;
  readonly decision?: AwardDecision;
  readonly sealed?: readonly SealedValue[];
  readonly expectedVersion?: number;
  readonly recordedAt?: string;
  readonly effectiveOn?: string;
  readonly alsoAs?: readonly PersonId[];
  readonly bond?: Bond | null;
}

/** The deed of a reform, by an act as it is printed. */
export const aDeed: CrossingDeed = {
  act: { number: '1676/NQ-UBTVQH15', body: 'Ủy ban Thường vụ Quốc hội', date: calendarDate('2024-10-20') },
  on: calendarDate('2024-11-01'),
  at: instant('2024-11-04T02:00:00.000Z'),
  late: true,
  groupId: aGroup(99),
};

/**
 * The life of one award, step by step, with the real decisions of this package. It remembers what a database would: the head,
 * the events in order and the balances. A refused step changes nothing.
 */
export class AwardStory {
  readonly situation: AwardSituation;
  readonly changes: AwardChange[] = [];

  constructor(situation: Partial<AwardSituation> = {}) {
    this.situation = aSituation(situation);
  }

  get award(): Award {
    const last = this.changes.at(-1);
    if (last === undefined) throw new Error('the story has not begun');
    return last.award;
  }

  get events(): readonly AwardChange['event'][] {
    return this.changes.map((change) => change.event);
  }

  /** Begins the story, which must be possible. */
  nominate(words: Partial<NominateCommand> = {}, situation: Partial<AwardSituation> = {}): this {
    const change = decideNomination(aNomination(words), schoolPath, { ...this.situation, ...situation });
    this.changes.push(accepted(change));
    return this;
  }

  /** Takes a step that must be possible. */
  take(
    action: StoryStep['action'],
    by: PersonId,
    role: Role,
    rest: Omit<StoryStep, 'action' | 'by' | 'role'> = {},
  ): this {
    accepted(this.attempt({ action, by, role, ...rest }));
    return this;
  }

  /** Moves the award's unit elsewhere in the tree, which is no step and leaves no event. */
  move(path: Path): void {
    const last = this.changes.pop();
    if (last !== undefined) this.changes.push({ ...last, award: { ...last.award, path } });
  }

  /** Carries the award over into another tenant, which ends the story here, and gives the first change of the one there. */
  cross(sealed: readonly SealedValue[] = []): AwardChange {
    const old = this.award;
    const into = { tenantId: receivingTenantId, campaignId: receivingCampaignId, awardId: anAwardId(2) };
    const left = crossAwardOut(old, into, aDeed, digest);
    this.changes.push(left);
    const { awardId: id, ...where } = into;
    const there = { ...old, ...where, id, version: 0, head: '' };
    return crossAwardIn(left.award, there, this.situation.workflowHash, sealed, aDeed, digest);
  }

  /** Takes a step if it may be taken, and gives the answer. */
  attempt(step: StoryStep): Result<AwardChange, AwardRefusal> {
    const answer = decideAward(this.award, this.#commandOf(step), {
      ...this.situation,
      role: step.role,
      alsoAs: step.alsoAs ?? this.situation.alsoAs,
      bond: step.bond ?? this.situation.bond,
      campaignState: step.during ?? phaseOf(step.action),
    });
    if (answer.ok) this.changes.push(answer.value);
    return answer;
  }

  #commandOf(step: StoryStep): AwardCommand {
    const version = this.award.version;
    const envelope = {
      awardId: anAwardId(1),
      actor: { personId: step.by, mandateId: aMandate(Number.parseInt(step.by.slice(-6), 16)) },
      idempotencyKey: `key-${version + 1}`,
      bodyHash: version.toString(16).padStart(64, '0'),
      expectedVersion: step.expectedVersion ?? version,
      recordedAt: instant(step.recordedAt ?? '2024-10-01T02:00:00.000Z'),
      effectiveOn: calendarDate(step.effectiveOn ?? '2024-10-01'),
      groupId: aGroup(version + 1),
      sealed: step.sealed ?? [],
    };
    const amountVnd = step.amountVnd ?? 500_000n;
    const { decision = this.award.decision } = step;
    switch (step.action) {
      case 'NOMINATE':
        return { ...aNomination({ ...envelope }), decision };
      case 'VERIFY':
      case 'RESUBMIT':
        return { ...envelope, action: step.action, reviewedVersion: version, decision };
      case 'APPROVE':
        return { ...envelope, action: 'APPROVE' };
      case 'PAY':
        return { ...envelope, action: 'PAY', amountVnd, method: 'CASH', batch: 'BKC-2024-01' };
      case 'ACKNOWLEDGE':
        return { ...envelope, action: 'ACKNOWLEDGE', amountVnd, sealed: step.sealed ?? aSignature() };
      default:
        return { ...envelope, action: step.action, sealed: step.sealed ?? aReason() };
    }
  }
}

/** The phase in which a step is usually taken. */
function phaseOf(action: StoryStep['action']): CampaignState {
  switch (action) {
    case 'NOMINATE':
    case 'RESUBMIT':
      return 'nomination';
    case 'VERIFY':
    case 'RETURN':
      return 'verification';
    case 'PAY':
    case 'ACKNOWLEDGE':
    case 'REVERSE':
      return 'disbursement';
    default:
      return 'approval';
  }
}
