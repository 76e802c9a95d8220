import type { Role } from '../association/mandate.ts';
import type { Bond } from '../person/relationship.ts';
import type { AwardAction, AwardStep, WorkflowTemplate } from './template.ts';

/**
 * What no template can take away (`domain.md` 9, separation of duties): who nominated does not approve, who nominated, verified or
 * approved does not pay, and nobody decides about his own or his family. A template may ask for more, never for less.
 */
const leastDistinct: { readonly [Action in AwardAction]?: readonly AwardAction[] } = {
  APPROVE: ['NOMINATE', 'RESUBMIT'],
  PAY: ['NOMINATE', 'RESUBMIT', 'VERIFY', 'APPROVE'],
};

/** The template with the floor under each of its steps. Its own demands stay, in their order. */
export function withFloor(template: WorkflowTemplate): WorkflowTemplate {
  return { ...template, award: template.award.map(onFloor) };
}

function onFloor(step: AwardStep): AwardStep {
  const least = leastDistinct[step.action] ?? [];
  return { ...step, distinctFrom: [...new Set([...step.distinctFrom, ...least])] };
}

/**
 * Whether a bond with the nominee keeps someone from a step. A family may always take its child back, complain, and sign that it
 * received; the one who signs is the nominee or who may sign for him, and never the treasurer, who speaks for the payer.
 */
export function bondForbids(action: AwardAction, role: Role, bond: Bond | null): boolean {
  if (bond === null || action === 'WITHDRAW' || action === 'APPEAL') return false;
  return action !== 'ACKNOWLEDGE' || bond === 'RELATIVE' || role === 'treasurer';
}
