import { parentFaults } from './parent-faults.ts';
import type { PlaceFault } from './place-fault.ts';
import type { PlaceSuccession } from './place-succession.ts';
import { placeTree } from './place-tree.ts';
import type { Place } from './place.ts';
import { successionFaults } from './succession-faults.ts';

/** Every reason why places and successions do not make one tree; none when they do. */
export function checkPlaces(places: readonly Place[], successions: readonly PlaceSuccession[]): readonly PlaceFault[] {
  const tree = placeTree(places, successions);
  return [
    ...[...tree.byCode.values()].flatMap(periodFaults),
    ...parentFaults(tree, places),
    ...successionFaults(tree, successions),
  ];
}

/** The periods of one code come in the order in which they began. */
function periodFaults(periods: readonly Place[]): readonly PlaceFault[] {
  return periods.flatMap((place, index): readonly PlaceFault[] => {
    const { codeSystem, code: placeCode, validFrom, validTo } = place;
    const reversed: readonly PlaceFault[] =
      validFrom !== null && validTo !== null && validTo < validFrom
        ? [{ code: 'PLACE_PERIOD_REVERSED', codeSystem, placeCode, on: validFrom, validTo }]
        : [];
    const next = periods[index + 1];
    if (next === undefined || (validTo !== null && next.validFrom !== null && validTo < next.validFrom))
      return reversed;
    const overlap = { codeSystem, placeCode, on: next.validFrom, names: [place.name, next.name] } as const;
    return [...reversed, { code: 'PLACE_PERIODS_OVERLAP', ...overlap }];
  });
}
