import { placeOn, placeTree, successorsOn, type Association, type PlaceSuccessors } from '@khuyenhoc/domain';
import { addDays, type CalendarDate } from '@khuyenhoc/kernel';
import type { PlaceReads } from '../ports/places.ts';

/** The places of a day that the places of associations went into, each read on the day before. */
export async function successorsOfPlaces(
  places: Pick<PlaceReads, 'lineages'>,
  associations: readonly Association[],
  on: CalendarDate,
): Promise<PlaceSuccessors> {
  const before = addDays(on, -1);
  const keys = new Map(
    associations.flatMap(({ placeCodeSystem: codeSystem, placeCode: code }) =>
      codeSystem === null || code === null
        ? []
        : [[`${codeSystem} ${code}`, { codeSystem, code, on: before }] as const],
    ),
  );
  const lineages = await places.lineages([...keys.values()]);
  const tree = placeTree(lineages.places, lineages.successions);
  return new Map(
    [...keys].map(([key, { codeSystem, code }]) => {
      const place = placeOn(tree, codeSystem, code, before);
      const successors = place === null ? [] : successorsOn(tree, place, on);
      return [key, successors.map((one) => `${one.place.codeSystem} ${one.place.code}`)];
    }),
  );
}
