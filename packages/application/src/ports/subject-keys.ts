import type { ImportId, TenantId } from '@khuyenhoc/kernel';
import type { WrappedKey } from './vault.ts';

/** Everything that has a key of its own, by the table it stands in. */
export const keyHolders = [
  'person',
  'import_batch',
  'donor',
  'stored_file',
  'matching_group',
  'matching_group_member',
] as const;
export type KeyHolder = (typeof keyHolders)[number];

/** A wrapped key where it stands. */
export interface HeldKey {
  readonly id: string;
  readonly key: WrappedKey;
}

/** A donor's name or a file's as an older version left it, in clear. */
export interface ClearName {
  readonly id: string;
  readonly name: string;
}

/** The upkeep of what is sealed, by who runs the server; each call is one transaction of one tenant. */
export interface SubjectKeys {
  tenants(): Promise<readonly TenantId[]>;
  /**
   * Locks the next keys after an id in id order, at most `limit`, and puts what `change` gives in their place; null leaves one as
   * it is. Gives the last id, or null when there were none.
   */
  changeKeys(
    at: {
      readonly tenantId: TenantId;
      readonly holder: KeyHolder;
      readonly after: string | null;
      readonly limit: number;
    },
    change: (held: HeldKey) => WrappedKey | null,
  ): Promise<{ readonly last: string | null; readonly changed: number }>;
  /** Seals names of donors that stand in clear and are not for everybody; at most `limit`, and tells how many there were. */
  sealDonors(
    tenantId: TenantId,
    limit: number,
    seal: (donor: ClearName) => { readonly key: WrappedKey; readonly name: Uint8Array },
  ): Promise<number>;
  /** Seals names of uploaded lists that stand in clear, under the list's own key. */
  sealLists(
    tenantId: TenantId,
    limit: number,
    seal: (list: ClearName & { readonly id: ImportId; readonly key: WrappedKey }) => Uint8Array,
  ): Promise<number>;
}
