import { err, ok, present, type AccountId, type Result } from '@khuyenhoc/kernel';
import { place, vnd } from '../ledger/account.ts';
import type { AllotmentPlan } from '../ledger/allotment.ts';
import type { Balances, ShortAccount } from '../ledger/balances.ts';
import type { Transfer, TransferKind } from '../ledger/transfer.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { AwardAction, Effect } from '../workflow/template.ts';
import type { Award } from './award.ts';
import type { AwardCommand } from './award-command.ts';
import type { AwardRefusal } from './award-refusal.ts';
import { shareOf, type Reservation, type ReservedShare } from './reservation.ts';

/** What a step does to the ledger: a kind of transfer, from one account of each share to another, and what stays put aside. */
interface Movement {
  readonly kind: TransferKind;
  readonly from: 'available' | 'reserved' | 'spent';
  readonly to: 'available' | 'reserved' | 'spent';
  /** Whether the award holds its reservation afterwards. What was paid keeps it, since it may be taken back. */
  readonly keeps: boolean;
}

const movements: { readonly [E in Exclude<Effect, 'VOID_APPROVALS'>]: Movement } = {
  RESERVE: { kind: 'RESERVE', from: 'available', to: 'reserved', keeps: true },
  SETTLE: { kind: 'SETTLE', from: 'reserved', to: 'spent', keeps: true },
  RELEASE: { kind: 'RELEASE', from: 'reserved', to: 'available', keeps: false },
  REVERSE: { kind: 'REVERSAL', from: 'spent', to: 'available', keeps: false },
};

/** What was posted, and what is put aside for the award from now on. */
export interface Posted {
  readonly transfers: readonly Transfer[];
  readonly reservation: Reservation | null;
}

/** The movement among a step's effects, or undefined when it moves nothing. A step has at most one. */
export function movementOf(effects: readonly Effect[]): Movement | undefined {
  for (const effect of effects) if (effect !== 'VOID_APPROVALS') return movements[effect];
  return undefined;
}

/** Whether a step of this name may move money or places in some state. */
export function mayPost(workflow: CompiledWorkflow, action: AwardAction): boolean {
  return workflow.template.award.some((step) => step.action === action && movementOf(step.effects) !== undefined);
}

/**
 * The accounts that steps of this award may touch, so that they can be locked before anything is decided: of what is put aside
 * for it, and of what it would be given where it stands now.
 */
export function accountsOf(award: Award, plan: AllotmentPlan): readonly AccountId[] {
  const allotments = award.decision.items
    .map((item) => plan.ofSource(item.source))
    .concat(award.decision.pool === null ? [] : [plan.ofPool(award.path, award.decision.pool)])
    .filter((allotment) => allotment !== undefined);
  return [...(award.reservation ?? []), ...allotments].flatMap(({ available, reserved, spent }) => [
    available,
    reserved,
    spent,
  ]);
}

/** Posts what a step does to money and places, whole or not at all, or says what is short or was never put aside. */
export function postMovement(
  award: Award,
  command: AwardCommand,
  movement: Movement,
  plan: AllotmentPlan,
  balances: Balances,
): Result<Posted, AwardRefusal> {
  const shares =
    movement.kind === 'RESERVE' ? freshShares(award, command.action, plan) : heldShares(award, command.action);
  if (!shares.ok) return shares;
  const group = shares.value.map((share, index): Transfer => ({
    groupId: command.groupId,
    line: index + 1,
    kind: movement.kind,
    commodity: share.commodity,
    debit: share[movement.from],
    credit: share[movement.to],
    quantity: share.quantity,
    effectiveOn: command.effectiveOn,
    recordedAt: command.recordedAt,
    reversesGroupId: movement.kind === 'REVERSAL' ? award.paymentGroupId : null,
  }));
  const posted = balances.post(group);
  if (!posted.ok) return err(shortage(posted.error, shares.value));
  return ok({ transfers: posted.value, reservation: movement.keeps ? shares.value : null });
}

/** Only what is newly put aside depends on where the award stands: the places of its unit, or of the nearest one above. */
function freshShares(award: Award, action: AwardAction, plan: AllotmentPlan): Result<Reservation, AwardRefusal> {
  // A template that leads to a second approval without a release would bind twice what is given once.
  if (award.reservation !== null) return err({ code: 'ALREADY_RESERVED', action });
  const shares: ReservedShare[] = [];
  for (const item of award.decision.items) {
    const allotment = plan.ofSource(item.source);
    // A source holds one commodity: what it cannot give is as much without a budget as what has no source.
    if (allotment?.commodity !== item.commodity) return err({ code: 'NO_BUDGET', source: item.source });
    shares.push(shareOf(allotment, item.quantity));
  }
  if (award.decision.pool !== null) {
    const allotment = plan.ofPool(award.path, award.decision.pool);
    if (allotment === undefined) return err({ code: 'NO_QUOTA', pool: award.decision.pool });
    shares.push(shareOf(allotment, 1n));
  }
  return ok(shares);
}

/** Without a reservation of its own, an award would be paid out of what is put aside for another. */
function heldShares({ reservation }: Award, action: AwardAction): Result<Reservation, AwardRefusal> {
  return reservation === null ? err({ code: 'NOTHING_RESERVED', action }) : ok(reservation);
}

function shortage(short: ShortAccount, shares: Reservation): AwardRefusal {
  const share = shares.find(({ available, reserved, spent }) => [available, reserved, spent].includes(short.accountId));
  const { code, commodity } = present(share, 'the share that is short');
  if (commodity === place) return { code: 'OVER_QUOTA', pool: code, available: short.available };
  return {
    code: 'OVER_BUDGET',
    source: code,
    availableVnd: commodity === vnd ? short.available : 0n,
    askedVnd: short.asked,
  };
}
