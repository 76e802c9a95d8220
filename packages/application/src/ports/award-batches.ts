import type { Award, AwardChange, CampaignState, LockedAccount, Path, Role, SealedValue } from '@khuyenhoc/domain';
import type {
  AccountId,
  AssociationId,
  AwardId,
  CalendarDate,
  CampaignId,
  Instant,
  MandateId,
  PersonId,
  TenantId,
} from '@khuyenhoc/kernel';

/** One transaction a batch and tenant: lock, read keys, lock accounts, (decide outside), write, commit. */
export interface AwardBatches {
  transaction<Value>(tenantId: TenantId, work: (batch: AwardBatch) => Promise<Value>): Promise<Value>;
}

/** The statements of a batch, each over lists, in the order in which they must run. */
export interface AwardBatch {
  /**
   * Locks awards in id order and joins each command's actor to his mandate: valid on the day of recording and reaching the
   * award's path. A command without a row is not found; the database itself checks reach and revocation.
   */
  lockAwards(keys: readonly AwardKey[]): Promise<readonly LockedAward[]>;
  /** For awards that do not exist yet: the association they begin in, if the actor's mandate reaches it. */
  findNominating(keys: readonly NominatingKey[]): Promise<readonly NominatingAssociation[]>;
  /**
   * In a later statement than the locks (in the same one, a key committed while waiting would be missed): what campaigns and
   * books say, which idempotency keys and which children's nominations exist already.
   */
  readGround(ground: GroundKeys): Promise<Ground>;
  /** Locks accounts in id order. */
  lockAccounts(ids: readonly AccountId[]): Promise<readonly LockedAccount[]>;
  /** Writes all accepted changes with one statement. Throws {@link BatchConflict} when a guard did not hold. */
  write(changes: AcceptedChanges): Promise<void>;
}

export interface ActorKey {
  readonly personId: PersonId;
  readonly mandateId: MandateId;
  /** The day on which the mandate must be valid. */
  readonly today: CalendarDate;
}

export interface AwardKey extends ActorKey {
  /** The command's place in the batch. */
  readonly index: number;
  readonly awardId: AwardId;
}

export interface LockedAward {
  readonly index: number;
  readonly role: Role;
  readonly mandatePath: Path;
  readonly award: Award;
}

export interface NominatingKey extends ActorKey {
  readonly index: number;
  readonly associationId: AssociationId;
}

export interface NominatingAssociation {
  readonly index: number;
  readonly role: Role;
  readonly mandatePath: Path;
  readonly path: Path;
}

export interface GroundKeys {
  readonly campaignIds: readonly CampaignId[];
  readonly idempotencyKeys: readonly string[];
  readonly nominees: readonly { readonly campaignId: CampaignId; readonly matchKey: string }[];
}

export interface Ground {
  readonly campaigns: ReadonlyMap<CampaignId, { readonly state: CampaignState; readonly path: Path }>;
  readonly closedThrough: CalendarDate | null;
  readonly keys: ReadonlyMap<string, StoredKey>;
  /** `campaignId matchKey` of nominations that exist. */
  readonly nominated: ReadonlySet<string>;
}

/** What is kept of an accepted command: a keyed hash of its body and where its result stands. */
export interface StoredKey {
  readonly bodyHash: string;
  readonly awardId: AwardId;
  readonly version: number;
}

export interface AcceptedChange extends AwardChange {
  readonly recordedAt: Instant;
  readonly matchKey: string | null;
  readonly sealed: readonly SealedValue[];
  readonly idempotencyKey: string;
  readonly bodyHash: string;
}

export interface AcceptedChanges {
  /** In the order decided; several may belong to one award. */
  readonly changes: readonly AcceptedChange[];
  /** The version each award had when it was locked; 0 for one that begins here. */
  readonly lockedVersions: ReadonlyMap<AwardId, number>;
  readonly balances: readonly { readonly accountId: AccountId; readonly change: bigint }[];
}

/** A guard of the writing statement did not hold, or a unique key was taken meanwhile. The batch was rolled back whole. */
export class BatchConflict extends Error {
  override readonly name = 'BatchConflict';
}
