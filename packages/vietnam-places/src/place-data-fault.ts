/**
 * What is wrong in the data set, row by row: which row, what it says, and what became of it. Nothing is mended in silence; the
 * command line prints these, and the tests count them.
 */
export type PlaceDataFault =
  /** A field is not in Unicode NFC, so it looks like another text and does not compare with it. It was normalised. */
  | {
      readonly code: 'TEXT_NOT_NFC';
      readonly table: 'provinces' | 'wards' | 'ward_mappings';
      readonly row: string;
      readonly field: string;
      /** As it was meant. */
      readonly text: string;
    }
  /** A row says of the old unit nothing at all. The new unit stands without a predecessor. */
  | (OfSuccessor & { readonly code: 'PREDECESSOR_EMPTY' })
  /** No row leads to the new unit. It stands without a predecessor. */
  | (Omit<OfSuccessor, 'row'> & { readonly code: 'PREDECESSOR_MISSING' })
  /** The old unit has lost its code, and without one it is no place. Mended where another source gives the code, else left out. */
  | (OfOldUnit & { readonly code: 'OLD_CODE_MISSING'; readonly mendedTo: string | null })
  /** The row says again what a row before it said. */
  | (OfOldUnit & { readonly code: 'ROW_REPEATED' })
  /** The row's new code is not one of the new units' codes. */
  | (OfOldUnit & { readonly code: 'NEW_CODE_UNKNOWN' })
  /** The row's new code belongs to a unit of another province than the row says. */
  | (OfOldUnit & { readonly code: 'NEW_CODE_ELSEWHERE'; readonly found: string })
  /** What an old unit went into is not told by any source used. It ends without a successor. */
  | { readonly code: 'SUCCESSOR_NOT_TOLD'; readonly oldCode: string; readonly name: string };

interface OfSuccessor {
  readonly row: string;
  readonly newCode: string;
  readonly newName: string;
}

interface OfOldUnit extends OfSuccessor {
  readonly name: string;
  readonly district: string;
  readonly province: string;
}
