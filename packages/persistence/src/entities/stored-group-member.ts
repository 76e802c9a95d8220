/** A member of a group as its row keeps it: an exact fraction, or null where one member is paid for all. */
export interface StoredGroupMember {
  readonly personId: string;
  readonly share: { readonly parts: number; readonly whole: number } | null;
}
