import { placeTree, regroupResults, type ResultsOnUnitsOfToday } from '@khuyenhoc/domain';
import { vietnamDate } from '@khuyenhoc/kernel';
import type { Clock } from '../ports/clock.ts';
import type { PlaceReads } from '../ports/places.ts';
import type { ReadScope } from '../ports/reads.ts';
import type { ResultReads } from '../ports/results.ts';

export interface ResultsOnUnitsDeps {
  readonly clock: Clock;
  readonly reads: ResultReads;
  readonly placeReads: PlaceReads;
}

/**
 * The results of a school year, under the units of today: what an association of then was awarded stands with whoever took over
 * from it, and where the place has become part of another, with that. What cannot be added to one unit is listed, and why. To be
 * asked with the scope of somebody who may read awards; three statements, whatever the size of the network.
 */
export async function resultsOnUnitsOfToday(
  { clock, reads, placeReads }: ResultsOnUnitsDeps,
  scope: ReadScope,
  schoolYear: string,
): Promise<ResultsOnUnitsOfToday> {
  const results = await reads.unitResults(scope, schoolYear);
  const { associations, handovers } = await reads.associationFates(
    scope,
    results.map((one) => one.associationId),
  );
  const { places, successions } = await placeReads.lineages(
    associations.flatMap(({ placeCodeSystem: codeSystem, placeCode: code, since: on }) =>
      codeSystem === null || code === null ? [] : [{ codeSystem, code, on }],
    ),
  );
  return regroupResults(results, {
    fates: new Map(associations.map((one) => [one.id, one])),
    handovers: Map.groupBy(handovers, ({ from }) => from),
    places: placeTree(places, successions),
    today: vietnamDate(clock.now()),
  });
}
