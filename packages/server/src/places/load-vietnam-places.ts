import { loadPlaces, type PlacesInvalid, type PlacesStored, type PlaceStore } from '@khuyenhoc/application';
import { vietnamCodes } from '@khuyenhoc/domain';
import { ok, type Result } from '@khuyenhoc/kernel';
import { createPostgresPlaceStore } from '@khuyenhoc/persistence';
import type { PlaceDataFault } from '@khuyenhoc/vietnam-places';
import type { LocalizedText } from '../localized-text.ts';

/** What was loaded, and what was wrong in the data it came from. */
export interface LoadedPlaces {
  readonly stored: PlacesStored;
  readonly faults: readonly PlaceDataFault[];
}

/** Loads the places of Vietnam into a migrated database, under the login that owns its tables. Safe to repeat. */
export async function loadVietnamPlaces(
  ownerUrl: string,
  tell: (step: LocalizedText) => void,
): Promise<Result<LoadedPlaces, PlacesInvalid>> {
  return load(createPostgresPlaceStore(ownerUrl), tell);
}

/** As {@link loadVietnamPlaces}, unless there are some: for a demo, whose later starts should be quick. */
export async function loadVietnamPlacesOnce(ownerUrl: string): Promise<void> {
  const placeStore = createPostgresPlaceStore(ownerUrl);
  if ((await placeStore.count(vietnamCodes)) > 0) return;
  const loaded = await load(placeStore, () => {});
  if (!loaded.ok)
    throw new Error(`the places of Vietnam do not fit together: ${JSON.stringify(loaded.error.faults[0])}`);
}

async function load(
  placeStore: PlaceStore,
  tell: (step: LocalizedText) => void,
): Promise<Result<LoadedPlaces, PlacesInvalid>> {
  tell({ vi: 'Đang đọc bộ dữ liệu địa chỉ…', en: 'Reading the data set…' });
  // Four megabytes of addresses, which only a load needs.
  const { vietnamPlaces } = await import('@khuyenhoc/vietnam-places');
  const { faults, ...given } = vietnamPlaces();
  tell({
    vi: `Đang kiểm tra và ghi ${given.places.length} đơn vị…`,
    en: `Checking and writing ${given.places.length} places…`,
  });
  const stored = await loadPlaces({ placeStore }, vietnamCodes, given);
  return stored.ok ? ok({ stored: stored.value, faults }) : stored;
}
