import type { Spot } from './actors.ts';

/** A word that stands in everything of a spot and nowhere else: where it is read, something of that spot was read. */
export const canaryOf = (spot: Spot): string => `Zq${spot}qZ`;

/** As {@link canaryOf}, in what nobody below may read: children, donors, officials, money. */
export const innerCanaryOf = (spot: Spot): string => `Np${spot}pN`;
