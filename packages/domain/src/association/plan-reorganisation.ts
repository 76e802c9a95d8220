import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import { planMove, planRename } from './plan-change.ts';
import { planClose, planMerge, planSplit } from './plan-dissolution.ts';
import { planFounding } from './plan-founding.ts';
import type { ReorganisationPlan } from './reorganisation-plan.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { ReorganisationCommand, ReorganisationDeed } from './reorganisation.ts';

const nothing = {
  founded: [],
  changed: [],
  periods: [],
  successions: [],
  paths: [],
  campaigns: [],
  cases: [],
  mandates: [],
  allotments: [],
  funds: [],
} as const;

/**
 * Plans what an act orders for a network: everything that moves, where to, or why it cannot be done. Pure; previewing and doing
 * make the same plan, so what was seen is what happens.
 */
export function planReorganisation(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  command: ReorganisationCommand,
): Result<ReorganisationPlan, ReorganisationRefusal> {
  const { today } = snapshot;
  if (deed.on > today) return err({ code: 'DATE_AHEAD', on: deed.on, today });
  const planned = planCommand(snapshot, deed, command);
  return planned.ok ? ok({ kind: command.kind, deed, ...nothing, ...planned.value }) : planned;
}

function planCommand(snapshot: OrganisationSnapshot, deed: ReorganisationDeed, command: ReorganisationCommand) {
  switch (command.kind) {
    case 'FOUND':
      return planFounding(snapshot, deed, command.associations);
    case 'RENAME':
      return planRename(snapshot, deed, command);
    case 'MOVE':
      return planMove(snapshot, deed, command);
    case 'MERGE':
      return planMerge(snapshot, deed, command);
    case 'SPLIT':
      return planSplit(snapshot, deed, command);
    case 'CLOSE':
      return planClose(snapshot, deed, command);
  }
}
