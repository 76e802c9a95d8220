import type { PersonId } from '@khuyenhoc/kernel';
import type { AwardAction } from '../workflow/template.ts';

/** Who took which step of an award, so that four eyes can be checked by person. Void steps are taken out. */
export type TakenBy = { readonly [Action in AwardAction]?: readonly PersonId[] };

/** The people who took a step, none when nobody did. */
export function takersOf(takenBy: TakenBy, action: AwardAction): readonly PersonId[] {
  return takenBy[action] ?? [];
}

/** The record with one more person for a step; a person counts once. */
export function withTaker(takenBy: TakenBy, action: AwardAction, person: PersonId): TakenBy {
  const before = takersOf(takenBy, action);
  return before.includes(person) ? takenBy : { ...takenBy, [action]: [...before, person] };
}

/** The record without a step's people, as when approvals become void. */
export function withoutTakers(takenBy: TakenBy, action: AwardAction): TakenBy {
  const { [action]: _void, ...rest } = takenBy;
  return rest;
}
