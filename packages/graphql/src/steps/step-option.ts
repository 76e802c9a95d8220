import type { Localized } from '@khuyenhoc/domain';
import type { AnyRefusal } from '../refusals/refusal.ts';

/** A step that leads on from here: whether this reader may take it now, and if not, why. */
export interface StepOption<Action> {
  readonly action: Action;
  readonly title: Localized;
  readonly reason: AnyRefusal | null;
}
