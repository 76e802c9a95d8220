import type { Allotment } from '../ledger/allotment.ts';

/**
 * What an approval put aside for an award: of each allotment a quantity, with the accounts it went through. Paying, releasing and
 * reversing follow it and never look again at where the award stands, since its unit may have moved or merged meanwhile.
 */
export type Reservation = readonly ReservedShare[];

/** What of one allotment is put aside. The accounts stand here themselves, so that no later plan of the campaign is asked. */
export interface ReservedShare extends Pick<Allotment, 'commodity' | 'code' | 'available' | 'reserved' | 'spent'> {
  readonly allotmentId: string;
  /** Above zero; đồng, pieces or places. */
  readonly quantity: bigint;
}

/** A share of an allotment. */
export function shareOf(
  { id, commodity, code, available, reserved, spent }: Allotment,
  quantity: bigint,
): ReservedShare {
  return { allotmentId: id, commodity, code, available, reserved, spent, quantity };
}
