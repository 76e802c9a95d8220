import type { AwardOfSubject, ErasureReason, Path } from '@khuyenhoc/domain';
import type { ActId, ImportId, Instant, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { PersonRecord } from './registered-people.ts';
import type { WrappedKey } from './vault.ts';

/** That a person was erased. It holds opaque ids only, and outlives everything else that was known of the person. */
export interface ErasureRecord {
  readonly personId: PersonId;
  readonly reason: ErasureReason;
  readonly actId: ActId | null;
  readonly erasedAt: Instant;
  /** Null when who runs the server applied it again to a restored backup. */
  readonly erasedBy: PersonId | null;
}

/** A person of a network, which may be another than one's own. */
export interface PersonOfTenant {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
}

/** A person that is to be erased, everywhere it stands, and its cases. */
export interface SubjectToErase {
  readonly person: PersonRecord;
  readonly places: readonly Path[];
  readonly awards: readonly AwardOfSubject[];
}

/** An uploaded list in which a person that is erased stands, and the rows that are its own. */
export interface ListOfSubject {
  readonly importId: ImportId;
  readonly key: WrappedKey;
  /** The sealed name of the file, which is kept. */
  readonly name: Uint8Array | null;
  readonly rows: readonly { readonly rowNumber: number; readonly values: Uint8Array; readonly isSubjects: boolean }[];
}

/** The same list under a new key, without the file and without the rows of who was erased. */
export interface ListWithoutSubject {
  readonly importId: ImportId;
  readonly key: WrappedKey;
  readonly name: Uint8Array | null;
  readonly rows: readonly { readonly rowNumber: number; readonly values: Uint8Array }[];
}

export interface ErasureRepository {
  /** Locks people and whoever was found to be the same, in id order and against everything, and their awards. */
  lockSubjects(ids: readonly PersonId[]): Promise<readonly SubjectToErase[]>;
  /** The uploaded lists that name people, found by the awards their rows became and by the blind index of their rows. */
  lockLists(ids: readonly PersonId[]): Promise<readonly ListOfSubject[]>;
  replaceLists(lists: readonly ListWithoutSubject[]): Promise<void>;
  /**
   * Takes away the wrapped key, the profile, blind indexes, search rows, files and publications of people. What was sealed for
   * them can never be read again; events, amounts and dates stay.
   */
  erase(ids: readonly PersonId[]): Promise<void>;
  /** Adds what is not on the list yet. */
  record(erasures: readonly ErasureRecord[]): Promise<void>;
  /** Whom people continue from networks that closed. */
  predecessorsOf(ids: readonly PersonId[]): Promise<readonly PersonOfTenant[]>;
  /** Who here continues people of a network that closed. */
  continuationsOf(closed: TenantId, ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  /** Every erasure of the tenant, oldest first. */
  all(): Promise<readonly ErasureRecord[]>;
}
