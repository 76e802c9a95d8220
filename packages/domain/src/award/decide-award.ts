import { eventHash, type Digest } from '@khuyenhoc/audit';
import { canonicalJson, err, ok, type CanonicalValue, type Result } from '@khuyenhoc/kernel';
import { isWithin, type Path } from '../association/path.ts';
import type { Role } from '../association/mandate.ts';
import type { PersonId, TenantId } from '@khuyenhoc/kernel';
import type { AllotmentPlan } from '../ledger/allotment.ts';
import type { Balances } from '../ledger/balances.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Bond } from '../person/relationship.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { CampaignState } from '../workflow/template.ts';
import { advanceAward, beginAward, type Advance, type AwardStepEvent, type StepRefusal } from './advance.ts';
import { contentHashOf } from './award-content.ts';
import { eventData } from './award-event-data.ts';
import { eventTypeOf, type AwardEventType } from './award-events.ts';
import { movementOf, postMovement } from './award-postings.ts';
import { amountOf, type Award, type AwardDecision } from './award.ts';
import type { AwardCommand, NominateCommand } from './award-command.ts';
import type { AwardRefusal } from './award-refusal.ts';
import { withoutTakers } from './taken-by.ts';
import { checkEffectiveDate, type Books } from './effective-date.ts';

/** What a command is decided against, as it stands under lock. */
export interface AwardSituation {
  readonly tenantId: TenantId;
  readonly role: Role;
  /** Other records of the actor's own, and what binds him to the nominee. */
  readonly alsoAs: readonly PersonId[];
  readonly bond: Bond | null;
  /** Where the actor's mandate stands. */
  readonly mandatePath: Path;
  readonly campaignPath: Path;
  readonly campaignState: CampaignState;
  readonly workflow: CompiledWorkflow;
  readonly workflowHash: string;
  readonly plan: AllotmentPlan;
  readonly books: Books;
  readonly balances: Balances;
  readonly digest: Digest;
}

/** What an accepted command writes. */
export interface AwardChange {
  readonly award: Award;
  readonly event: {
    readonly seq: number;
    readonly type: AwardEventType;
    readonly bytes: string;
    readonly hash: string;
  };
  readonly transfers: readonly Transfer[];
}

/** Decides the first step of an award. `path` is where its association stands. */
export function decideNomination(
  command: NominateCommand,
  path: Path,
  situation: AwardSituation,
): Result<AwardChange, AwardRefusal> {
  // A unit nominates into the campaigns of its own association and of those above it, never into a neighbour's.
  if (!isWithin(path, situation.campaignPath)) return err({ code: 'NOT_FOUND' });
  const late = checkEffectiveDate(command.effectiveOn, command.recordedAt, situation.books);
  if (!late.ok) return late;
  const advance = beginAward(situation.workflow, stepEvent(command, command.decision, situation));
  if (!advance.ok) return advance;
  const blank: Award = {
    tenantId: situation.tenantId,
    id: command.awardId,
    campaignId: command.campaignId,
    associationId: command.associationId,
    path,
    nomineeId: command.nomineeId,
    state: advance.value.standing.state,
    version: 0,
    head: '',
    takenBy: advance.value.standing.takenBy,
    decision: command.decision,
    contentHash: contentHashOf(command.decision, situation.digest),
    paymentGroupId: null,
    paymentBatch: null,
    reservation: null,
    effectiveOn: command.effectiveOn,
  };
  return ok(recordStep(null, blank, command, advance.value, [], late.value.late, situation));
}

/** Decides any later step of an award. Pure but for `balances`, where an accepted step leaves its postings. */
export function decideAward(
  award: Award,
  command: AwardCommand,
  situation: AwardSituation,
): Result<AwardChange, AwardRefusal> {
  if (command.expectedVersion !== award.version) {
    return err({ code: 'VERSION_CONFLICT', expected: command.expectedVersion, actual: award.version });
  }
  // A review judged facts that it had read before: they must still be the ones on record.
  if ('reviewedVersion' in command && command.reviewedVersion !== award.version) {
    return err({ code: 'VERSION_CONFLICT', expected: command.reviewedVersion, actual: award.version });
  }
  const late = checkEffectiveDate(command.effectiveOn, command.recordedAt, situation.books, award.effectiveOn);
  if (!late.ok) return late;
  const decision = 'decision' in command ? command.decision : award.decision;
  const advance = advanceAward(situation.workflow, award, stepEvent(command, decision, situation));
  if (!advance.ok) return err(amountRefusal(advance.error, command, decision));
  const contentHash = decision === award.decision ? award.contentHash : contentHashOf(decision, situation.digest);
  const { takenBy, state } = advance.value.standing;
  const decided: Award = {
    ...award,
    state,
    // An approval binds to what was approved: whatever a template says, it does not survive a change of it.
    takenBy: contentHash === award.contentHash ? takenBy : withoutTakers(takenBy, 'APPROVE'),
    decision,
    contentHash,
    effectiveOn: command.effectiveOn,
  };
  const movement = advance.value.tookEffect ? movementOf(advance.value.step.effects) : undefined;
  const posted = movement && postMovement(decided, command, movement, situation.plan, situation.balances);
  if (posted?.ok === false) return posted;
  const { transfers, reservation } = posted?.value ?? { transfers: [], reservation: award.reservation };
  const settled = { ...decided, reservation };
  return ok(recordStep(award, settled, command, advance.value, transfers, late.value.late, situation));
}

function stepEvent(command: AwardCommand, decision: AwardDecision, situation: AwardSituation): AwardStepEvent {
  return {
    type: command.action,
    by: command.actor.personId,
    alsoAs: situation.alsoAs,
    bond: situation.bond,
    role: situation.role,
    reachesCampaign: isWithin(situation.campaignPath, situation.mandatePath),
    during: situation.campaignState,
    meets: {
      ELIGIBLE: decision.outcome === 'eligible',
      REASON: command.sealed.some((value) => value.label === 'reason'),
      AMOUNT_DECIDED: 'amountVnd' in command && command.amountVnd === amountOf(decision.items),
    },
  };
}

function amountRefusal(refusal: StepRefusal, command: AwardCommand, decision: AwardDecision): AwardRefusal {
  if (refusal.code !== 'REQUIREMENT_NOT_MET' || refusal.requirement !== 'AMOUNT_DECIDED' || !('amountVnd' in command))
    return refusal;
  return { code: 'AMOUNT_DIFFERS', decidedVnd: amountOf(decision.items), givenVnd: command.amountVnd };
}

function recordStep(
  before: Award | null,
  decided: Award,
  command: AwardCommand,
  advance: Advance,
  transfers: readonly Transfer[],
  late: boolean,
  situation: AwardSituation,
): AwardChange {
  const seq = decided.version + 1;
  const type = advance.tookEffect ? eventTypeOf[command.action] : 'award.approval-given@1';
  const bytes = canonicalJson({
    format: 'event@1',
    type,
    tenant: situation.tenantId,
    award: decided.id,
    seq,
    previous: before === null ? null : before.head,
    at: command.recordedAt,
    on: command.effectiveOn,
    late,
    by: { person: command.actor.personId, mandate: command.actor.mandateId, role: situation.role },
    from: before === null ? null : before.state,
    to: decided.state,
    data: eventData(type, {
      award: decided,
      command,
      advance,
      transfers,
      workflowHash: situation.workflowHash,
    }) as CanonicalValue,
  });
  const hash = eventHash(situation.digest, bytes);
  // An award that gives neither money nor a place is paid too: its payment is a group without transfers, as the event says.
  const payment =
    command.action === 'PAY' && advance.tookEffect
      ? { paymentGroupId: command.groupId, paymentBatch: command.batch }
      : { paymentGroupId: decided.paymentGroupId, paymentBatch: decided.paymentBatch };
  return {
    award: { ...decided, version: seq, head: hash, ...payment },
    event: { seq, type, bytes, hash },
    transfers,
  };
}
