import type {
  AccountKind,
  Allotment,
  Association,
  Campaign,
  CampaignChange,
  CommodityCode,
  Path,
  ShortAccount,
  Transfer,
} from '@khuyenhoc/domain';
import type {
  AccountId,
  ActId,
  AssociationId,
  AwardId,
  CalendarDate,
  CampaignId,
  DonationId,
  DonorId,
  FundId,
  ImportId,
  Instant,
  MandateId,
  PersonId,
  Result,
  TenantId,
} from '@khuyenhoc/kernel';
import type { ConsentRepository } from './consents.ts';
import type { ErasureRepository } from './erasures.ts';
import type { HistoryRepository } from './histories.ts';
import type { ActRepository } from './acts.ts';
import type { FigureRepository } from './figures.ts';
import type { FileRepository } from './files.ts';
import type { PublicationRepository } from './publications.ts';
import type { MandateRepository } from './mandates.ts';
import type { MatchingGroupRepository, MatchingRepository } from './matching.ts';
import type { PersonRecordRepository, PersonSearchRepository } from './people.ts';
import type { PersonRepository } from './registered-people.ts';
import type { OrganisationRepository } from './organisation.ts';
import type { ImportState } from './reads.ts';
import type { RecipientGroupRepository, SchoolRepository } from './schools.ts';
import type { RelationshipRepository } from './relationships.ts';
import type { SeatRepository } from './seats.ts';
import type { TenantRepository } from './tenants.ts';
import type { WrappedKey } from './vault.ts';

/** Everything but awards is written through repositories, all of one use case in one transaction of one tenant. */
export interface UnitOfWork {
  /** Throws {@link ClosedTenant} for a network that takes no command any more, unless the terms say otherwise. */
  run<Value>(
    tenantId: TenantId,
    work: (repositories: Repositories) => Promise<Value>,
    terms?: WorkTerms,
  ): Promise<Value>;
}

/** How a use case holds the network while it works. */
export interface WorkTerms {
  /**
   * Waits for everybody who works in the network and keeps the others out until this work is done, as whoever moves or merges its
   * units must. Usually all work side by side.
   */
  readonly alone?: boolean;
  /** Goes on in a closed network too, as an erasure must, which the law asks for whoever the child belongs to now. */
  readonly alsoClosed?: boolean;
}

export interface Repositories {
  readonly tenants: TenantRepository;
  readonly associations: AssociationRepository;
  readonly organisation: OrganisationRepository;
  readonly histories: HistoryRepository;
  readonly acts: ActRepository;
  readonly files: FileRepository;
  readonly figures: FigureRepository;
  readonly people: PersonRepository;
  readonly records: PersonRecordRepository;
  readonly search: PersonSearchRepository;
  readonly matching: MatchingRepository;
  readonly matchingGroups: MatchingGroupRepository;
  readonly schools: SchoolRepository;
  readonly recipientGroups: RecipientGroupRepository;
  readonly mandates: MandateRepository;
  readonly seats: SeatRepository;
  readonly relationships: RelationshipRepository;
  readonly sources: SourceRepository;
  readonly campaigns: CampaignRepository;
  readonly funds: FundRepository;
  readonly ledger: Ledger;
  readonly imports: ImportRepository;
  readonly publications: PublicationRepository;
  readonly consents: ConsentRepository;
  readonly erasures: ErasureRepository;
  readonly keys: KeyRepository;
  readonly jobs: Jobs;
}

export interface AssociationRepository {
  /** Adds associations as of their founding, and with each the first of its periods, begun by an act when there is one. */
  addAll(associations: readonly Association[], actId?: ActId | null): void;
  findByIds(ids: readonly AssociationId[]): Promise<readonly Association[]>;
  /** The association and everything below it, for imports that name units in words. */
  findWithin(path: Path): Promise<readonly Association[]>;
}

/** Canonical JSON published under its hash and never changed. */
export interface SourceRepository {
  /** Adds a rule set and the acts of the register that it names as its legal basis. */
  addRuleSet(ruleSet: RuleSetRecord, actIds: readonly ActId[]): void;
  findRuleSets(hashes: readonly string[]): Promise<readonly RuleSetRecord[]>;
  /** The highest version of a rule set, 0 when there is none. */
  latestRuleSetVersion(id: string): Promise<number>;
  findRuleSetVersion(id: string, version: number): Promise<RuleSetRecord | null>;
  addWorkflow(workflow: WorkflowRecord): Promise<void>;
  findWorkflows(hashes: readonly string[]): Promise<readonly WorkflowRecord[]>;
  /** The workflow published last under a code. */
  findWorkflowByCode(code: string): Promise<WorkflowRecord | null>;
}

export interface RuleSetRecord {
  readonly hash: string;
  readonly id: string;
  readonly version: number;
  readonly associationId: AssociationId;
  readonly source: string;
  readonly publishedAt: Instant;
  readonly publishedBy: PersonId;
}

export interface WorkflowRecord {
  readonly hash: string;
  readonly code: string;
  readonly source: string;
  readonly publishedAt: Instant;
}

/** An allotment as it is planned with a draft: how much, and from which account it will come. */
export interface PlannedAllotment extends Allotment {
  readonly path: Path;
  readonly allotted: bigint;
  readonly from: AccountId;
}

export interface CampaignRepository {
  add(change: CampaignChange, allotments: readonly PlannedAllotment[], createdAt: Instant): void;
  findByIds(ids: readonly CampaignId[]): Promise<readonly Campaign[]>;
  /** Locks campaigns in id order; waits for the batches that read them. */
  lock(ids: readonly CampaignId[]): Promise<readonly Campaign[]>;
  save(change: CampaignChange): Promise<void>;
  /** Gives a campaign allotments beyond those it was drafted with, as a successor of one of its units needs. */
  addAllotments(id: CampaignId, allotments: readonly PlannedAllotment[]): void;
  allotmentsOf(
    ids: readonly CampaignId[],
  ): Promise<readonly (PlannedAllotment & { readonly campaignId: CampaignId })[]>;
}

export interface FundRepository {
  add(fund: FundRecord): void;
  findByIds(ids: readonly FundId[]): Promise<readonly FundRecord[]>;
  /** Locks funds in id order, so that nobody else records a donation to them meanwhile. */
  lock(ids: readonly FundId[]): Promise<readonly FundRecord[]>;
  addDonors(donors: readonly DonorRecord[]): void;
  addDonations(donations: readonly DonationRecord[]): void;
  /** The donations of a fund with these receipt numbers; at most one each. */
  findDonations(fundId: FundId, receiptNumbers: readonly string[]): Promise<readonly DonationRecord[]>;
}

export interface DonorRecord {
  readonly id: DonorId;
  readonly path: Path;
  /** The name of a donor who wishes to be named to everybody. */
  readonly displayName: string | null;
  /** The name of one who gave it for the receipt alone, sealed under a key of its own. */
  readonly sealed: { readonly key: WrappedKey; readonly name: Uint8Array } | null;
}

export interface FundRecord {
  readonly id: FundId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly name: string;
  readonly legalForm: string;
  readonly accountId: AccountId;
}

export interface DonationRecord {
  readonly id: DonationId;
  readonly fundId: FundId;
  readonly donorId: DonorId;
  readonly amountVnd: bigint;
  readonly receivedOn: CalendarDate;
  readonly receiptNumber: string;
  readonly earmark: string | null;
  readonly groupId: string;
}

export interface Ledger {
  open(accounts: readonly NewAccount[]): void;
  /** The outside account of a commodity, opened when it is first needed. */
  outside(commodity: CommodityCode, path: Path): Promise<AccountId>;
  /** Locks the accounts in id order and posts all transfers or none; those of a crossing name the other tenant. */
  post(transfers: readonly Transfer[], counterpart?: TenantId): Promise<Result<void, ShortAccount>>;
  /** Locks accounts in id order and gives what they hold. */
  balancesOf(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, bigint>>;
  closedThrough(): Promise<CalendarDate | null>;
  /** As `closedThrough`, for who is about to close: nobody else reads or closes the books until this work is done. */
  closedThroughToClose(): Promise<CalendarDate | null>;
  closeThrough(day: CalendarDate): Promise<void>;
}

export interface NewAccount {
  readonly id: AccountId;
  readonly path: Path;
  readonly commodity: CommodityCode;
  readonly kind: AccountKind;
  /** `fund <id>`, `allotment <id>` or `outside`. */
  readonly owner: string;
  readonly mayGoBelowZero: boolean;
}

export interface ImportRecord {
  readonly id: ImportId;
  readonly campaignId: CampaignId | null;
  readonly path: Path;
  readonly uploadedBy: PersonId;
  readonly mandateId: MandateId;
  /** The name of the file, encrypted. */
  readonly name: Uint8Array;
  readonly fileHash: string;
  readonly key: WrappedKey;
  /** The file, encrypted. */
  readonly content: Uint8Array;
  readonly state: ImportState;
  readonly allOrNothing: boolean;
  readonly rows: number;
  readonly faultyRows: number;
  readonly doneRows: number;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

export interface ImportRowRecord {
  readonly importId: ImportId;
  readonly rowNumber: number;
  /** The row's values as sealed JSON. */
  readonly values: Uint8Array;
  readonly faults: readonly { readonly code: string; readonly column: string }[];
  readonly state: 'good' | 'faulty' | 'done' | 'refused';
  readonly awardId: AwardId | null;
  /** Code of the refusal, when the row was good but could not be taken in. */
  readonly refusal: string | null;
  /** Blind index of the child that a good row names. */
  readonly matchKey: string | null;
}

export interface ImportRepository {
  add(batch: ImportRecord): void;
  lock(id: ImportId): Promise<ImportRecord | null>;
  save(batch: ImportRecord): Promise<void>;
  replaceRows(importId: ImportId, rows: readonly ImportRowRecord[]): Promise<void>;
  /** Rows in a state, in row order, at most `limit` after `afterRow`. */
  rows(
    importId: ImportId,
    state: ImportRowRecord['state'] | 'any',
    afterRow: number,
    limit: number,
  ): Promise<readonly ImportRowRecord[]>;
  saveRows(rows: readonly ImportRowRecord[]): Promise<void>;
}

/** Queues work for later, within the transaction: a job of a transaction that is rolled back never was. */
export interface Jobs {
  /** The job runs once across all servers and holds ids only. */
  enqueue(name: 'run-import', job: RunImportJob): Promise<void>;
}

export interface RunImportJob {
  readonly tenantId: TenantId;
  readonly importId: ImportId;
}

export interface KeyRepository {
  find(keys: readonly string[]): Promise<ReadonlyMap<string, RecordedCommand>>;
  addAll(keys: readonly (RecordedCommand & { readonly key: string; readonly recordedAt: Instant })[]): void;
}

/** What is kept of a command that had its effect: a keyed hash of its body, and where its result stands. */
export interface RecordedCommand {
  readonly bodyHash: string;
  readonly subjectId: string;
  readonly version: number;
}
