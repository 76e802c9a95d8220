import { err, ok, vietnamDate, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface ClosePeriodDeps {
  readonly clock: Clock;
  readonly unitOfWork: UnitOfWork;
}

/** A period can only be closed forwards, and only when it is over. */
export type ClosePeriodRefusal =
  | Forbidden
  | NotFound
  | { readonly code: 'PERIOD_NOT_OVER'; readonly through: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'PERIOD_CLOSED'; readonly effectiveOn: CalendarDate; readonly closedThrough: CalendarDate };

/** Closes the books of the network through a day: nothing may be entered on that day or before it any more. */
export async function closePeriod(
  deps: ClosePeriodDeps,
  session: Session,
  through: CalendarDate,
): Promise<Result<CalendarDate, ClosePeriodRefusal>> {
  const now = deps.clock.now();
  return deps.unitOfWork.run(session.tenantId, async ({ mandates, ledger }) => {
    const reach = await authorize(mandates, session, 'period.close', now);
    if (!reach.ok) return reach;
    const today = vietnamDate(now);
    if (through >= today) return err({ code: 'PERIOD_NOT_OVER', through, today });
    const closedThrough = await ledger.closedThroughToClose();
    if (closedThrough !== null && through <= closedThrough)
      return err({ code: 'PERIOD_CLOSED', effectiveOn: through, closedThrough });
    await ledger.closeThrough(through);
    return ok(through);
  });
}
