import { seatGaps, type SeatGap } from '@khuyenhoc/domain';
import type { CalendarDate } from '@khuyenhoc/kernel';
import type { ReadScope } from '../ports/reads.ts';
import type { SeatReads } from '../ports/seats.ts';
import { openSeats } from './open-seats.ts';

/** From which day, and over how many days after it, mandates are looked at. */
export interface GapOutlook {
  readonly on: CalendarDate;
  readonly withinDays: number;
}

/**
 * The seats within a reader's range that too few people can fill on a day, or from a day soon after it when mandates end. Seats
 * above the range are those above to fill, and their cases are not all in sight, so they are not told.
 */
export async function readSeatGaps(
  { reads }: { readonly reads: SeatReads },
  scope: ReadScope,
  { on, withinDays }: GapOutlook,
): Promise<readonly SeatGap[]> {
  const ground = await reads.seatGround(scope, on);
  const gaps = seatGaps(openSeats(ground), ground.mandates, { from: on, days: withinDays });
  return gaps.filter(({ path }) => path >= scope.from && path < scope.to);
}
