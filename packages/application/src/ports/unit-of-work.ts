import type {
  AccountKind,
  Allotment,
  Association,
  Campaign,
  CampaignChange,
  CommodityCode,
  Mandate,
  Path,
  ShortAccount,
  Transfer,
} from '@khuyenhoc/domain';
import type {
  AccountId,
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
import type { ImportState } from './reads.ts';
import type { WrappedKey } from './vault.ts';

/** Everything but awards is written through repositories, all of one use case in one transaction of one tenant. */
export interface UnitOfWork {
  run<Value>(tenantId: TenantId, work: (repositories: Repositories) => Promise<Value>): Promise<Value>;
}

export interface Repositories {
  readonly tenants: {
    add(tenant: { readonly id: TenantId; readonly name: string; readonly createdAt: Instant }): void;
  };
  readonly associations: AssociationRepository;
  readonly people: PersonRepository;
  readonly mandates: MandateRepository;
  readonly sources: SourceRepository;
  readonly campaigns: CampaignRepository;
  readonly funds: FundRepository;
  readonly ledger: Ledger;
  readonly imports: ImportRepository;
  readonly publications: PublicationRepository;
  readonly keys: KeyRepository;
  readonly jobs: Jobs;
}

export interface AssociationRepository {
  addAll(associations: readonly Association[]): void;
  findByIds(ids: readonly AssociationId[]): Promise<readonly Association[]>;
  /** The association and everything below it, for imports that name units in words. */
  findWithin(path: Path): Promise<readonly Association[]>;
}

export interface PersonRecord {
  readonly id: PersonId;
  readonly path: Path;
  /** Keyed hash of name, birth date and school; null for people who are not nominees. */
  readonly matchKey: string | null;
  readonly key: WrappedKey;
  /** Sealed JSON. */
  readonly profile: Uint8Array;
  readonly createdAt: Instant;
}

export interface PersonRepository {
  addAll(people: readonly PersonRecord[]): void;
  /** Adds those whose match key is new and gives, for each in order, the person that now stands under it. One child is one person. */
  findOrAddByMatchKey(people: readonly PersonRecord[]): Promise<readonly PersonRecord[]>;
  /** Puts newer profiles in the place of those on record. */
  saveProfiles(people: readonly PersonRecord[]): Promise<void>;
  findByIds(ids: readonly PersonId[]): Promise<readonly PersonRecord[]>;
  /** The nominee of each award, with the facts sealed last. */
  findNomineesOf(awardIds: readonly AwardId[]): Promise<readonly NomineeOfAward[]>;
}

export interface NomineeOfAward {
  readonly awardId: AwardId;
  readonly campaignId: CampaignId;
  readonly path: Path;
  readonly version: number;
  readonly person: PersonRecord;
  readonly facts: Uint8Array;
}

export interface MandateRepository {
  addAll(mandates: readonly (Mandate & { readonly decision: string })[]): void;
  addIdentities(
    identities: readonly { readonly issuer: string; readonly subject: string; readonly personId: PersonId }[],
  ): void;
  /** A person's mandate if it is valid on a day; asked again by every command, so that a revocation counts at once. */
  findValid(id: MandateId, personId: PersonId, today: CalendarDate): Promise<Mandate | null>;
  /** Ends mandates on a day; the last day they are valid. */
  end(ids: readonly MandateId[], lastDay: CalendarDate): Promise<void>;
}

/** Canonical JSON published under its hash and never changed. */
export interface SourceRepository {
  addRuleSet(ruleSet: RuleSetRecord): void;
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
  readonly path: Path;
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
  allotmentsOf(
    ids: readonly CampaignId[],
  ): Promise<readonly (PlannedAllotment & { readonly campaignId: CampaignId })[]>;
}

export interface FundRepository {
  add(fund: FundRecord): void;
  findByIds(ids: readonly FundId[]): Promise<readonly FundRecord[]>;
  /** Locks funds in id order, so that nobody else records a donation to them meanwhile. */
  lock(ids: readonly FundId[]): Promise<readonly FundRecord[]>;
  addDonors(
    donors: readonly { readonly id: DonorId; readonly path: Path; readonly displayName: string | null }[],
  ): void;
  addDonations(donations: readonly DonationRecord[]): void;
  /** The donations of a fund with these receipt numbers; at most one each. */
  findDonations(fundId: FundId, receiptNumbers: readonly string[]): Promise<readonly DonationRecord[]>;
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
  readonly path: Path;
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
  /** Locks the accounts in id order and posts all transfers or none. */
  post(transfers: readonly Transfer[]): Promise<Result<void, ShortAccount>>;
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
  readonly fileName: string;
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

export interface PublicationRepository {
  /** Replaces what the public reads of a campaign by what stands now. Gives how many awards its totals tell. */
  publish(campaignId: CampaignId, publishedAt: Instant): Promise<number>;
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
