import { addDays, type CalendarDate } from '@khuyenhoc/kernel';
import type { PlaceFault } from './place-fault.ts';
import type { PlaceTree } from './place-tree.ts';
import { isPlaceOn, type Place } from './place.ts';

/** Whether each place lies, on every day of its life, in a place that existed, and never in itself. */
export function parentFaults(tree: PlaceTree, places: readonly Place[]): readonly PlaceFault[] {
  return places.flatMap((place) => {
    const fault = gapOfParent(tree, place) ?? cycle(tree, place);
    return fault === null ? [] : [fault];
  });
}

/** The first day on which the place would have lain in nothing. The periods of its parent follow each other, or they leave a gap. */
function gapOfParent(tree: PlaceTree, { codeSystem, code, parentCode, validFrom, validTo }: Place): PlaceFault | null {
  if (parentCode === null) return null;
  let day = validFrom;
  for (const parent of tree.byCode.get(`${codeSystem} ${parentCode}`) ?? []) {
    if (!coversStart(parent, day)) continue;
    if (parent.validTo === null || (validTo !== null && validTo <= parent.validTo)) return null;
    day = addDays(parent.validTo, 1);
  }
  return { code: 'PLACE_PARENT_MISSING', codeSystem, placeCode: code, on: day, parentCode };
}

function coversStart(parent: Place, day: CalendarDate | null): boolean {
  return day === null ? parent.validFrom === null : isPlaceOn(parent, day);
}

/** Follows the parents of the place's first day. In a cycle every place of it sees itself again. */
function cycle(tree: PlaceTree, place: Place): PlaceFault | null {
  const { codeSystem, code: placeCode, validFrom: on } = place;
  const codes = [placeCode];
  let above = parentAt(tree, place, on);
  while (above !== undefined && !codes.includes(above.code)) {
    codes.push(above.code);
    above = parentAt(tree, above, on);
  }
  return above?.code === placeCode ? { code: 'PLACE_CYCLE', codeSystem, placeCode, on, codes } : null;
}

function parentAt(tree: PlaceTree, { codeSystem, parentCode }: Place, on: CalendarDate | null): Place | undefined {
  if (parentCode === null) return undefined;
  return tree.byCode.get(`${codeSystem} ${parentCode}`)?.find((parent) => coversStart(parent, on));
}
