import type { PlaceKey, PlaceReads } from '@khuyenhoc/application';
import { placeTree, type Place, type PlaceTree } from '@khuyenhoc/domain';
import DataLoader from 'dataloader';

/** The places of one request, batched. They belong to no network, so no permission is asked for them. */
export interface PlaceLoaders {
  readonly onDay: DataLoader<PlaceKey, Place | null, string>;
  /** A tree in which the place of the key has everything that it came from and went into. */
  readonly lineage: DataLoader<PlaceKey, PlaceTree, string>;
}

/** The most keys that one statement is asked for. */
const maxBatchSize = 1_000;

export function placeLoaders(reads: PlaceReads): PlaceLoaders {
  const options = { maxBatchSize, cacheKeyFn: (key: PlaceKey) => JSON.stringify([key.codeSystem, key.code, key.on]) };
  return {
    onDay: new DataLoader((keys) => reads.placesOn(keys), options),
    lineage: new DataLoader(async (keys) => {
      const { places, successions } = await reads.lineages(keys);
      const tree = placeTree(places, successions);
      return keys.map(() => tree);
    }, options),
  };
}
