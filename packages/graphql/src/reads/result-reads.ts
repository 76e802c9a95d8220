import { resultsOnUnitsOfToday, type Clock, type PlaceReads, type Reads } from '@khuyenhoc/application';
import type { ResultsOnUnitsOfToday } from '@khuyenhoc/domain';
import type { Access } from './access.ts';

/** Results of a school year on the units of today: of the awards that the reader may read. */
export function resultReads(
  deps: { readonly reads: Reads; readonly placeReads: PlaceReads; readonly clock: Clock },
  access: Access,
) {
  return {
    resultsOnUnitsOfToday: async (schoolYear: string): Promise<ResultsOnUnitsOfToday | null> => {
      const scope = access('award.read');
      return scope === null ? null : resultsOnUnitsOfToday(deps, scope, schoolYear);
    },
  };
}
