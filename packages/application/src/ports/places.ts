import type { Place, PlaceSuccession } from '@khuyenhoc/domain';
import type { CalendarDate } from '@khuyenhoc/kernel';

/** What alone identifies a place: a code and a day, in a code system. */
export interface PlaceKey {
  readonly codeSystem: string;
  readonly code: string;
  readonly on: CalendarDate;
}

/** Places and how they followed each other. */
export interface PlacesAndSuccessions {
  readonly places: readonly Place[];
  readonly successions: readonly PlaceSuccession[];
}

/** Places are the same for every network and open to whoever is signed in, so they are read without a scope. */
export interface PlaceReads {
  /** The place of each key, in order; null where the code named none on the day. */
  placesOn(keys: readonly PlaceKey[]): Promise<readonly (Place | null)[]>;
  /** The places of the keys with all that they came from and went into. */
  lineages(keys: readonly PlaceKey[]): Promise<PlacesAndSuccessions>;
}

/** Where whoever runs the server puts the places of a country; nobody else may write them. */
export interface PlaceStore {
  /** How many places of a code system stand. */
  count(codeSystem: string): Promise<number>;
  /** Puts these in the place of all that stand of the code system: all or nothing, and nothing when they are the same. */
  replace(codeSystem: string, given: PlacesAndSuccessions): Promise<PlacesStored>;
}

/** What was done to make the store hold what was given. */
export interface RowsStored {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface PlacesStored {
  readonly places: RowsStored;
  readonly successions: RowsStored;
}
