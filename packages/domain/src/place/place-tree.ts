import { addDays, type CalendarDate } from '@khuyenhoc/kernel';
import { isPlaceOn, type Place } from './place.ts';
import type { PlaceSuccession } from './place-succession.ts';

/** Places and how they followed each other, found by code and date. Made by {@link placeTree}; it judges nothing. */
export interface PlaceTree {
  /** The periods of each code, oldest first. */
  readonly byCode: ReadonlyMap<string, readonly Place[]>;
  readonly from: ReadonlyMap<string, readonly PlaceSuccession[]>;
  readonly to: ReadonlyMap<string, readonly PlaceSuccession[]>;
}

/** Indexes places and successions. Whether they fit together is asked of `checkPlaces`. */
export function placeTree(places: readonly Place[], successions: readonly PlaceSuccession[]): PlaceTree {
  const byCode = Map.groupBy(places, keyOf);
  for (const periods of byCode.values()) periods.sort((left, right) => compareStarts(left.validFrom, right.validFrom));
  return {
    byCode,
    from: Map.groupBy(successions, (one) => dayKey(one.codeSystem, one.fromCode, one.on)),
    to: Map.groupBy(successions, (one) => dayKey(one.codeSystem, one.toCode, one.on)),
  };
}

/** The place that a code named on a day, or null when it named none. */
export function placeOn(tree: PlaceTree, codeSystem: string, code: string, day: CalendarDate): Place | null {
  return (tree.byCode.get(`${codeSystem} ${code}`) ?? []).find((place) => isPlaceOn(place, day)) ?? null;
}

/** The successions by which a place ended. */
export function successionsFrom(tree: PlaceTree, { codeSystem, code, validTo }: Place): readonly PlaceSuccession[] {
  return validTo === null ? [] : (tree.from.get(dayKey(codeSystem, code, addDays(validTo, 1))) ?? []);
}

/** The successions by which a place began. */
export function successionsTo(tree: PlaceTree, { codeSystem, code, validFrom }: Place): readonly PlaceSuccession[] {
  return validFrom === null ? [] : (tree.to.get(dayKey(codeSystem, code, validFrom)) ?? []);
}

function keyOf({ codeSystem, code }: Place): string {
  return `${codeSystem} ${code}`;
}

function dayKey(codeSystem: string, code: string, day: CalendarDate): string {
  return `${codeSystem} ${code} ${day}`;
}

function compareStarts(left: CalendarDate | null, right: CalendarDate | null): number {
  if (left === right) return 0;
  return left === null || (right !== null && left < right) ? -1 : 1;
}
