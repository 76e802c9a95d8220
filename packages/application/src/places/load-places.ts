import { checkPlaces, type PlaceFault } from '@khuyenhoc/domain';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { PlacesAndSuccessions, PlacesStored, PlaceStore } from '../ports/places.ts';

/** The places do not make one tree: what is wrong, where and when. Nothing was loaded. */
export interface PlacesInvalid {
  readonly code: 'PLACES_INVALID';
  readonly faults: readonly PlaceFault[];
}

/**
 * Loads the places of one code system, all or nothing. It needs no mandate, since places belong to no network: only who runs the
 * server can call it (the command line, or the demo's first start). Loading the same again changes nothing.
 */
export async function loadPlaces(
  { placeStore }: { readonly placeStore: PlaceStore },
  codeSystem: string,
  given: PlacesAndSuccessions,
): Promise<Result<PlacesStored, PlacesInvalid>> {
  const faults = checkPlaces(given.places, given.successions);
  if (faults.length > 0) return err({ code: 'PLACES_INVALID', faults });
  return ok(await placeStore.replace(codeSystem, given));
}
