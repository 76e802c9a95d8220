import type {
  Allotment,
  Award,
  AwardChange,
  Bond,
  CampaignState,
  LockedAccount,
  Path,
  Role,
  SealedValue,
  TenantClosed,
} from '@khuyenhoc/domain';
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

/**
 * One transaction a batch and tenant: lock, read keys, lock accounts, (decide outside), write, commit. The tenant's row is held
 * for share before anything else, so that a reorganisation of the network waits for the batches that began before it.
 */
export interface AwardBatches {
  transaction<Value>(tenantId: TenantId, work: (batch: AwardBatch) => Promise<Value>): Promise<Value>;
}

/** The statements of a batch, each over lists, in the order in which they must run. */
export interface AwardBatch {
  /**
   * Locks awards in id order and joins each command's actor to his mandate: valid on the day of recording and reaching the
   * award's path. A command without a row is not found; the database itself checks reach and revocation, and tells what binds
   * the actor to the nominee.
   */
  lockAwards(keys: readonly AwardKey[]): Promise<readonly LockedAward[]>;
  /** For awards that do not exist yet: the association they begin in, if the actor's mandate reaches it. */
  findNominating(keys: readonly NominatingKey[]): Promise<readonly NominatingAssociation[]>;
  /**
   * In a later statement than the locks (in the same one, a key committed while waiting would be missed): what campaigns and
   * books say, which idempotency keys and which children's nominations exist already.
   */
  readGround(ground: GroundKeys): Promise<Ground>;
  /** Reads how campaigns are run and where their money and places are. To be asked after {@link readGround}, under its locks. */
  readPlans(ids: readonly CampaignId[]): Promise<readonly StoredPlan[]>;
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
  /** The day the deed was done; whoever was related to the nominee then or since is a relative. */
  readonly doneOn: CalendarDate;
}

/** What an actor is where his command stands. */
export interface ActorStanding {
  readonly role: Role;
  readonly mandatePath: Path;
  /** Other records of the very same human. */
  readonly alsoAs: readonly PersonId[];
  /** What binds him to the nominee. */
  readonly bond: Bond | null;
}

export interface AwardKey extends ActorKey {
  /** The command's place in the batch. */
  readonly index: number;
  readonly awardId: AwardId;
}

export interface LockedAward extends ActorStanding {
  readonly index: number;
  readonly award: Award;
}

export interface NominatingKey extends ActorKey {
  readonly index: number;
  readonly associationId: AssociationId;
  /** Null for a child that is not in the register yet, who is nobody's relative there. */
  readonly nomineeId: PersonId | null;
}

export interface NominatingAssociation extends ActorStanding {
  readonly index: number;
  readonly path: Path;
}

export interface GroundKeys {
  readonly campaignIds: readonly CampaignId[];
  readonly idempotencyKeys: readonly string[];
  /** Locked, so that nobody of them is erased before the batch has written; one that is not registered yet has no id. */
  readonly nominees: readonly {
    readonly campaignId: CampaignId;
    readonly matchKey: string;
    readonly nomineeId: PersonId | null;
  }[];
  /** The nominees of the awards that are locked: who erases one of them waits for its award. */
  readonly subjects: readonly PersonId[];
}

export interface Ground {
  /** Why the network takes no command any more, or null while it does. */
  readonly closed: TenantClosed | null;
  readonly campaigns: ReadonlyMap<CampaignId, CampaignGround>;
  readonly closedThrough: CalendarDate | null;
  readonly keys: ReadonlyMap<string, StoredKey>;
  /** `campaignId matchKey` of nominations that exist. */
  readonly nominated: ReadonlySet<string>;
  /** Those of the nominees and subjects whose key was destroyed. */
  readonly erased: ReadonlySet<PersonId>;
}

export interface CampaignGround {
  readonly state: CampaignState;
  readonly path: Path;
  /** Moves with every event of the campaign, so that what was kept of it is known to be of now. */
  readonly version: number;
}

/** A campaign's workflow as it was published, and its allotments. */
export interface StoredPlan {
  readonly campaignId: CampaignId;
  readonly workflowHash: string;
  readonly workflowSource: string;
  readonly allotments: readonly Allotment[];
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
  /** Each award as it was locked; null for one that begins here. */
  readonly before: ReadonlyMap<AwardId, Award | null>;
  readonly balances: readonly { readonly accountId: AccountId; readonly change: bigint }[];
}

/** A guard of the writing statement did not hold, or a unique key was taken meanwhile. The batch was rolled back whole. */
export class BatchConflict extends Error {
  override readonly name = 'BatchConflict';
}
