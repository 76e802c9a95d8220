import type { Session, StepAnswer, StepInput } from '@khuyenhoc/application';
import { ok, type CalendarDate } from '@khuyenhoc/kernel';
import type { GraphQLContext } from '../context.ts';
import { idOf } from '../global-id.ts';
import type { AwardStepRefusal } from '../refusals/refusal.ts';
import { itemsLimit } from '../items-limit.ts';
import { requireSession } from '../require-session.ts';
import { unlessClosed } from '../run-command.ts';
import type { StepOutcome } from './award-step.type.ts';

export interface Steps<Item, Input, Refusal> {
  readonly items: readonly Item[];
  /** Reads an item; null when it names something that cannot exist here. */
  readonly read: (item: Item, session: Session) => Input | null;
  /** The use case: one answer an input, in order. */
  readonly take: (session: Session, inputs: readonly Input[]) => Promise<readonly StepAnswer<Refusal>[]>;
}

/** Takes a list of steps by one use case and answers each item in its place. Nothing expected is thrown. */
export async function takeSteps<Item, Input, Refusal extends AwardStepRefusal>(
  { viewer, reads }: GraphQLContext,
  { items, read, take }: Steps<Item, Input, Refusal>,
): Promise<{ readonly results: readonly StepOutcome[] }> {
  const session = requireSession(viewer);
  if (!session.ok) return { results: items.map(() => session.error) };
  if (items.length > itemsLimit) {
    return { results: items.map(() => ({ code: 'TOO_MANY', given: items.length, limit: itemsLimit })) };
  }
  const inputs = items.map((item) => read(item, session.value));
  const known = inputs.filter((input) => input !== null);
  const taken = await unlessClosed<readonly StepAnswer<Refusal>[], never>(async () =>
    ok(await take(session.value, known)),
  );
  reads.forget();
  if (!taken.ok) return { results: items.map(() => taken.error) };
  const answers = taken.value.values();
  return { results: inputs.map((input) => (input === null ? { code: 'NOT_FOUND' } : outcomeOf(answers.next().value))) };
}

function outcomeOf<Refusal extends AwardStepRefusal>(answer: StepAnswer<Refusal> | undefined): StepOutcome {
  if (answer === undefined) throw new RangeError('a use case gave fewer answers than inputs');
  return answer.ok ? answer.value : answer.error;
}

/** An item of the fields that every step has. */
export interface StepItem {
  readonly awardId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly effectiveOn?: CalendarDate | null | undefined;
}

/** Reads what every step has; null when the id is none of an award of this network. */
export function stepInput(session: Session, item: StepItem): StepInput | null {
  const awardId = idOf(session, 'Award', item.awardId);
  if (awardId === null) return null;
  const { expectedVersion, idempotencyKey, effectiveOn = null } = item;
  return { awardId, expectedVersion, idempotencyKey, effectiveOn };
}
