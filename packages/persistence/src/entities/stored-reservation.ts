import type { ReservedShare } from '@khuyenhoc/domain';

/** A reservation as it stands in its column: JSON has no bigint, so quantities are digits. */
export type StoredReservation = readonly (Omit<ReservedShare, 'quantity'> & { readonly quantity: string })[];
