import type { CalendarDate } from '@khuyenhoc/kernel';
import type { Share } from '../association/succession.ts';

/** Where a fault lies: which code, and from which day on. Null is before the records begin. */
export interface PlaceFaultAt {
  readonly codeSystem: string;
  readonly placeCode: string;
  readonly on: CalendarDate | null;
}

/** Why places do not fit together: what is wrong, where and when. */
export type PlaceFault = PlaceFaultAt &
  (
    | { readonly code: 'PLACE_PERIOD_REVERSED'; readonly validTo: CalendarDate }
    /** Two periods of one code share days, from `on` on: the code would name two places. */
    | { readonly code: 'PLACE_PERIODS_OVERLAP'; readonly names: readonly [string, string] }
    /** The place that it lies in did not exist on the day. */
    | { readonly code: 'PLACE_PARENT_MISSING'; readonly parentCode: string }
    /** Going up from it leads back to it. */
    | { readonly code: 'PLACE_CYCLE'; readonly codes: readonly string[] }
    /** No place of the code ended on the day before. */
    | { readonly code: 'PREDECESSOR_DID_NOT_END'; readonly toCode: string }
    /** No place of the code began on the day. */
    | { readonly code: 'SUCCESSOR_DID_NOT_BEGIN'; readonly fromCode: string }
    /** A place passes into another twice on one day. */
    | { readonly code: 'SUCCESSION_REPEATED'; readonly toCode: string }
    /** What a place passed on is not the whole of it. Told only where every share is known, or the known ones are too much. */
    | { readonly code: 'SHARES_NOT_WHOLE'; readonly sum: Share; readonly toCodes: readonly string[] }
  );
