export type { PlaceDataFault } from './place-data-fault.ts';
export { vietnamPlaces, type VietnamPlaces } from './vietnam-places.ts';
