import { err, ok, present, type AccountId, type Result } from '@khuyenhoc/kernel';
import { place, vnd } from '../ledger/account.ts';
import type { Allotment, AllotmentPlan } from '../ledger/allotment.ts';
import type { Balances, ShortAccount } from '../ledger/balances.ts';
import type { Transfer, TransferKind } from '../ledger/transfer.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { AwardAction, Effect } from '../workflow/template.ts';
import type { Award } from './award.ts';
import type { AwardCommand } from './award-command.ts';
import type { AwardRefusal } from './award-refusal.ts';

/** What a step does to the ledger: a kind of transfer, from one account of each allotment to another. */
interface Movement {
  readonly kind: TransferKind;
  readonly from: 'available' | 'reserved' | 'spent';
  readonly to: 'available' | 'reserved' | 'spent';
}

const movements: { readonly [E in Exclude<Effect, 'VOID_APPROVALS'>]: Movement } = {
  RESERVE: { kind: 'RESERVE', from: 'available', to: 'reserved' },
  SETTLE: { kind: 'SETTLE', from: 'reserved', to: 'spent' },
  RELEASE: { kind: 'RELEASE', from: 'reserved', to: 'available' },
  REVERSE: { kind: 'REVERSAL', from: 'spent', to: 'available' },
};

/** The movement among a step's effects, or undefined when it moves nothing. A step has at most one. */
export function movementOf(effects: readonly Effect[]): Movement | undefined {
  for (const effect of effects) if (effect !== 'VOID_APPROVALS') return movements[effect];
  return undefined;
}

/** Whether a step of this name may move money or places in some state. */
export function mayPost(workflow: CompiledWorkflow, action: AwardAction): boolean {
  return workflow.template.award.some((step) => step.action === action && movementOf(step.effects) !== undefined);
}

/** The accounts that steps of this award may touch, so that they can be locked before anything is decided. */
export function accountsOf(award: Award, plan: AllotmentPlan): readonly AccountId[] {
  return award.decision.items
    .map((item) => plan.ofSource(item.source))
    .concat(award.decision.pool === null ? [] : [plan.ofPool(award.path, award.decision.pool)])
    .flatMap((allotment) =>
      allotment === undefined ? [] : [allotment.available, allotment.reserved, allotment.spent],
    );
}

/** Posts what a step does to money and places, whole or not at all. Gives the transfers, or says what is short. */
export function postMovement(
  award: Award,
  command: AwardCommand,
  movement: Movement,
  plan: AllotmentPlan,
  balances: Balances,
): Result<readonly Transfer[], AwardRefusal> {
  const parts: { allotment: Allotment; quantity: bigint }[] = [];
  for (const item of award.decision.items) {
    const allotment = plan.ofSource(item.source);
    // A source holds one commodity: what it cannot give is as much without a budget as what has no source.
    if (allotment?.commodity !== item.commodity) return err({ code: 'NO_BUDGET', source: item.source });
    parts.push({ allotment, quantity: item.quantity });
  }
  if (award.decision.pool !== null) {
    const allotment = plan.ofPool(award.path, award.decision.pool);
    if (allotment === undefined) return err({ code: 'NO_QUOTA', pool: award.decision.pool });
    parts.push({ allotment, quantity: 1n });
  }
  const group = parts.map(({ allotment, quantity }, index): Transfer => ({
    groupId: command.groupId,
    line: index + 1,
    kind: movement.kind,
    commodity: allotment.commodity,
    debit: allotment[movement.from],
    credit: allotment[movement.to],
    quantity,
    effectiveOn: command.effectiveOn,
    recordedAt: command.recordedAt,
    reversesGroupId: movement.kind === 'REVERSAL' ? award.paymentGroupId : null,
  }));
  const posted = balances.post(group);
  return posted.ok ? ok(posted.value) : err(shortage(posted.error, parts));
}

function shortage(short: ShortAccount, parts: readonly { allotment: Allotment }[]): AwardRefusal {
  const part = parts.find(({ allotment }) =>
    [allotment.available, allotment.reserved, allotment.spent].includes(short.accountId),
  );
  const { code, commodity } = present(part, 'the allotment that is short').allotment;
  if (commodity === place) return { code: 'OVER_QUOTA', pool: code, available: short.available };
  return {
    code: 'OVER_BUDGET',
    source: code,
    availableVnd: commodity === vnd ? short.available : 0n,
    askedVnd: short.asked,
  };
}
