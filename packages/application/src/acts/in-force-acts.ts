import type { Path } from '@khuyenhoc/domain';
import { err, ok, type ActId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import type { NotFound } from '../authorization/authorize.ts';
import type { ActRecord, ActRepository } from '../ports/acts.ts';
import { isInSight } from './act-sight.ts';

/** An act is cited for a day on which it does not hold. */
export interface ActNotInForce {
  readonly code: 'ACT_NOT_IN_FORCE';
  readonly number: string;
  readonly on: CalendarDate;
  readonly inForceFrom: CalendarDate;
  readonly inForceTo: CalendarDate | null;
}

/** Whether an act holds on a day; its last day counts. */
export function isActInForce({ inForceFrom, inForceTo }: ActRecord, on: CalendarDate): boolean {
  return inForceFrom <= on && (inForceTo === null || on <= inForceTo);
}

/**
 * The acts that something cites, in the order of the ids, if all of them may be cited from `path` for that day: each is seen
 * from there and in force. Whoever writes down an act's id asks here first.
 */
export async function inForceActs(
  acts: Pick<ActRepository, 'findByIds'>,
  ids: readonly ActId[],
  { path, on }: { readonly path: Path; readonly on: CalendarDate },
): Promise<Result<readonly ActRecord[], NotFound | ActNotInForce>> {
  if (ids.length === 0) return ok([]);
  const byId = new Map((await acts.findByIds(ids)).map((act) => [act.id, act]));
  const found: ActRecord[] = [];
  for (const id of ids) {
    const act = byId.get(id);
    if (act === undefined || !isInSight(act, path)) return err({ code: 'NOT_FOUND' });
    if (!isActInForce(act, on)) return err(notInForce(act, on));
    found.push(act);
  }
  return ok(found);
}

/** Says of an act that it does not hold on a day, and when it does. */
export function notInForce({ number, inForceFrom, inForceTo }: ActRecord, on: CalendarDate): ActNotInForce {
  return { code: 'ACT_NOT_IN_FORCE', number, on, inForceFrom, inForceTo };
}
