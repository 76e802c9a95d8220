import type { Place, PlaceSuccession } from '@khuyenhoc/domain';
import { readAddressTables } from './address-tables.ts';
import { communes } from './communes.ts';
import { mappingFaults } from './mapping-faults.ts';
import type { PlaceDataFault } from './place-data-fault.ts';
import { provinces } from './provinces.ts';

/** The places of Vietnam, how they followed each other, and what was wrong in the data they were read from. */
export interface VietnamPlaces {
  readonly places: readonly Place[];
  readonly successions: readonly PlaceSuccession[];
  readonly faults: readonly PlaceDataFault[];
}

/**
 * The provinces and communes of before and after the reform of 1 July 2025. The same data give the same places on any machine;
 * whether they make one tree is asked of the domain's `checkPlaces`.
 */
export function vietnamPlaces(): VietnamPlaces {
  const tables = readAddressTables();
  const parts = [provinces(tables), communes(tables)];
  return {
    places: parts.flatMap(({ places }) => places),
    successions: parts.flatMap(({ successions }) => successions),
    faults: [...tables.faults, ...mappingFaults(tables)],
  };
}
