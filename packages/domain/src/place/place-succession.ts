import type { CalendarDate } from '@khuyenhoc/kernel';
import type { Share } from '../association/succession.ts';

/** That a place took over from another of the same code system, as the one ended and the other began. */
export interface PlaceSuccession {
  readonly codeSystem: string;
  /** The place that ended on the day before. */
  readonly fromCode: string;
  /** The place that began on the day. */
  readonly toCode: string;
  readonly on: CalendarDate;
  /** The number of the legal act, or null when the source names none. */
  readonly act: string | null;
  /** Where this is known from. */
  readonly source: string;
  /** Which part of the old place went into the new one; null when the source does not measure it. */
  readonly share: Share | null;
}
