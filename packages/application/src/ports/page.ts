/** Which part of an ordered list: forwards from `after`, or backwards from `before`. Cursors are sort keys, never offsets. */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | null;
  readonly before: string | null;
  /** True for the last `limit` entries before `before`. */
  readonly backwards: boolean;
}

/** A part of an ordered list, always in list order. */
export interface Page<Item> {
  readonly items: readonly { readonly item: Item; readonly cursor: string }[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** A cursor that this list never gave: of another list, changed, or made up. */
export class CursorInvalid extends Error {
  override readonly name = 'CursorInvalid';
}
