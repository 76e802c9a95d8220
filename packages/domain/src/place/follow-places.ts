import { addDays, type CalendarDate } from '@khuyenhoc/kernel';
import type { Share } from '../association/succession.ts';
import { isPlaceOn, type Place } from './place.ts';
import { placeOn, successionsFrom, successionsTo, type PlaceTree } from './place-tree.ts';
import { productOfShares, sumOfShares, wholeShare } from './place-share.ts';

/** A place that was reached from another, and the share of the older one that lies in the younger; null when unknown. */
export interface PlaceShare {
  readonly place: Place;
  readonly share: Share | null;
}

/**
 * The places of a day that a place went into, over however many reorganisations; itself when it still stood. None when the day
 * lies before it, or when the records end with it.
 */
export function successorsOn(tree: PlaceTree, place: Place, day: CalendarDate): readonly PlaceShare[] {
  return follow(place, day, (one) =>
    one.validTo === null || one.validTo >= day
      ? []
      : successionsFrom(tree, one).map(({ codeSystem, toCode, on, share }) => ({
          place: placeOn(tree, codeSystem, toCode, on),
          share,
        })),
  );
}

/** The places of a day that a place was made of, each with the share of it that went in; itself when it stood already. */
export function predecessorsOn(tree: PlaceTree, place: Place, day: CalendarDate): readonly PlaceShare[] {
  return follow(place, day, (one) =>
    one.validFrom === null || one.validFrom <= day
      ? []
      : successionsTo(tree, one).map(({ codeSystem, fromCode, on, share }) => ({
          place: placeOn(tree, codeSystem, fromCode, addDays(on, -1)),
          share,
        })),
  );
}

type Step = (place: Place) => readonly { readonly place: Place | null; readonly share: Share | null }[];

/** Each step leads strictly nearer to the day, so this ends whatever the data say. Ways that meet again are put together. */
function follow(start: Place, day: CalendarDate, step: Step): readonly PlaceShare[] {
  const reached = new Map<Place, PlaceShare>();
  const visit = (place: Place, share: Share | null): void => {
    if (isPlaceOn(place, day)) {
      const known = reached.get(place);
      reached.set(place, { place, share: known === undefined ? share : sumOfShares(known.share, share) });
      return;
    }
    for (const next of step(place)) if (next.place !== null) visit(next.place, productOfShares(share, next.share));
  };
  visit(start, wholeShare);
  return [...reached.values()].toSorted((left, right) => (left.place.code < right.place.code ? -1 : 1));
}
