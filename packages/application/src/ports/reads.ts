import type {
  AccountKind,
  Association,
  Award,
  AwardState,
  Campaign,
  CampaignState,
  Outcome,
  Path,
  SealedValue,
  TransferKind,
  PublicationProfile,
  ShownChild,
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
  PersonId,
  TenantId,
} from '@khuyenhoc/kernel';
import type { MandateReads, MandateView } from './mandates.ts';
import type { ActReads } from './acts.ts';
import type { AssociationReads } from './association-reads.ts';
import type { FigureReads } from './figures.ts';
import type { FileReads } from './files.ts';
import type { ResultReads } from './results.ts';
import type { Page, PageRequest } from './page.ts';
import type { PeopleReads } from './people.ts';
import type { SeatReads } from './seats.ts';
import type { ConsentReads } from './consents.ts';
import type { ReadScope } from './read-scope.ts';
import type { StoredPerson } from './stored-person.ts';
import type { RelationshipReads } from './relationships.ts';
import type { WrappedKey } from './vault.ts';

export type { ReadScope } from './read-scope.ts';

/** Reads for screens and auditors. Each call is one statement however long the lists; entities are not hydrated. */
export interface Reads
  extends
    ConsentReads,
    ActReads,
    AssociationReads,
    FigureReads,
    FileReads,
    ResultReads,
    MandateReads,
    RelationshipReads,
    SeatReads,
    PeopleReads {
  associations(scope: ReadScope, ids: readonly AssociationId[]): Promise<readonly Association[]>;
  /** Children of each parent; null asks for the topmost associations the scope sees. Ordered by name (Vietnamese), then id. */
  associationPages(scope: ReadScope, queries: readonly AssociationQuery[]): Promise<readonly Page<Association>[]>;
  /** How many associations of each type lie below each of `ids`. */
  associationCounts(scope: ReadScope, ids: readonly AssociationId[]): Promise<readonly AssociationCount[]>;

  campaigns(scope: ReadScope, ids: readonly CampaignId[]): Promise<readonly CampaignView[]>;
  /** Newest first. */
  campaignPages(scope: ReadScope, queries: readonly CampaignQuery[]): Promise<readonly Page<CampaignView>[]>;
  campaignSummaries(scope: ReadScope, ids: readonly CampaignId[]): Promise<readonly CampaignSummaryLine[]>;
  campaignEvents(scope: ReadScope, ids: readonly CampaignId[]): Promise<readonly EventOf<CampaignId>[]>;
  allotments(scope: ReadScope, ids: readonly CampaignId[]): Promise<readonly AllotmentView[]>;

  awards(scope: ReadScope, ids: readonly AwardId[]): Promise<readonly AwardView[]>;
  /** In order of id, which is order of nomination. */
  awardPages(scope: ReadScope, queries: readonly AwardQuery[]): Promise<readonly Page<AwardView>[]>;
  awardCounts(scope: ReadScope, filters: readonly AwardFilter[]): Promise<readonly AwardTotal[]>;
  awardEvents(scope: ReadScope, ids: readonly AwardId[]): Promise<readonly EventOf<AwardId>[]>;
  /** The sealed values beside events; those whose subject was erased come with a null key. */
  sealedValues(scope: ReadScope, ids: readonly AwardId[]): Promise<readonly StoredSealedValue[]>;

  people(scope: ReadScope, ids: readonly PersonId[]): Promise<readonly StoredPerson[]>;

  funds(scope: ReadScope, ids: readonly FundId[] | 'all'): Promise<readonly FundView[]>;
  /** Newest first. */
  donationPages(scope: ReadScope, queries: readonly DonationQuery[]): Promise<readonly Page<DonationView>[]>;
  transfers(scope: ReadScope, groupIds: readonly string[]): Promise<readonly TransferView[]>;
  ruleSets(scope: ReadScope, hashes: readonly string[]): Promise<readonly StoredSource[]>;
  workflows(scope: ReadScope, hashes: readonly string[]): Promise<readonly StoredSource[]>;
  imports(scope: ReadScope, ids: readonly ImportId[]): Promise<readonly ImportView[]>;
  importRows(
    scope: ReadScope,
    id: ImportId,
    page: PageRequest & { readonly faultyOnly: boolean },
  ): Promise<Page<ImportRowView>>;

  /** Recomputes every balance of the tenant from its transfers; the writer's scope, so the caller must be an auditor at a root. */
  ledgerReport(tenantId: TenantId): Promise<LedgerReport>;
}

/** What the public reads: a masked projection of its own, without a sign-in. */
export interface PublicReads {
  campaigns(page: PageRequest): Promise<Page<PublishedCampaign>>;
  /** As it may be read on a day: what was agreed to ends without anybody's doing when a child turns 7 or 16. */
  awards(
    tenantId: TenantId,
    campaignId: CampaignId,
    page: PageRequest,
    on: CalendarDate,
  ): Promise<Page<PublishedAward>>;
}

/** Who a sign-in is, before a tenant is known. */
export interface Gate {
  findPeople(issuer: string, subject: string, today: CalendarDate): Promise<readonly GatePerson[]>;
}

export interface GatePerson {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly personId: PersonId;
  /** Valid today. */
  readonly mandates: readonly MandateView[];
  /** When none is valid today: the association of the last that was, or of the next that will be, and else none. */
  readonly ask: {
    readonly associationName: string;
    readonly validFrom: CalendarDate;
    readonly validTo: CalendarDate | null;
  } | null;
}

export interface AssociationQuery extends PageRequest {
  readonly parentId: AssociationId | null;
}

export interface AssociationCount {
  readonly associationId: AssociationId;
  readonly typeCode: string;
  readonly count: number;
}

export interface CampaignView extends Campaign {
  readonly createdAt: Instant;
}

export interface CampaignQuery extends PageRequest {
  readonly state: CampaignState | null;
}

/** How many awards of a campaign stand in a state with an outcome, and their đồng. */
export interface CampaignSummaryLine {
  readonly campaignId: CampaignId;
  readonly state: AwardState;
  readonly outcome: Outcome;
  readonly count: number;
  readonly amountVnd: bigint;
}

export interface AwardView extends Award {
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface AwardFilter {
  readonly campaignId: CampaignId | null;
  readonly state: AwardState | null;
  readonly outcome: Outcome | null;
  /** This association and everything below it. */
  readonly withinAssociationId: AssociationId | null;
  readonly paymentBatch: string | null;
}

export type AwardQuery = AwardFilter & PageRequest;

export interface AwardTotal {
  readonly count: number;
  readonly amountVnd: bigint;
}

export interface EventOf<Id> {
  readonly subjectId: Id;
  readonly seq: number;
  readonly type: string;
  readonly bytes: string;
  readonly hash: string;
}

export interface StoredSealedValue {
  readonly awardId: AwardId;
  readonly seq: number;
  readonly label: SealedValue['label'];
  readonly commitment: string;
  readonly bytes: Uint8Array;
  readonly key: WrappedKey | null;
}

export interface AllotmentView {
  readonly id: string;
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId | null;
  readonly commodity: string;
  readonly code: string;
  readonly allotted: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
  readonly spent: bigint;
}

export interface FundView {
  readonly id: FundId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly name: string;
  readonly legalForm: string;
  readonly accountId: AccountId;
  readonly balanceVnd: bigint;
}

export interface DonationQuery extends PageRequest {
  readonly fundId: FundId;
}

export interface DonationView {
  readonly id: DonationId;
  readonly fundId: FundId;
  readonly donorId: DonorId;
  /** The name of a donor who wishes to be named to everybody. */
  readonly donorName: string | null;
  /** The name of one who gave it for the receipt alone. */
  readonly sealedDonorName: SealedText | null;
  readonly amountVnd: bigint;
  readonly receivedOn: CalendarDate;
  readonly receiptNumber: string;
  readonly earmark: string | null;
}

/** A text under seal, with the key that opens it. */
export interface SealedText {
  readonly key: WrappedKey;
  readonly bytes: Uint8Array;
}

export interface TransferView {
  readonly groupId: string;
  readonly line: number;
  readonly kind: TransferKind;
  readonly commodity: string;
  /** Null when the account lies beyond what the scope sees. */
  readonly debitKind: AccountKind | null;
  readonly creditKind: AccountKind | null;
  readonly quantity: bigint;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly reversesGroupId: string | null;
}

/** Canonical JSON that was published under its hash. */
export interface StoredSource {
  readonly hash: string;
  readonly source: string;
  readonly publishedAt: Instant;
}

export const importStates = ['uploaded', 'previewed', 'confirmed', 'running', 'done', 'refused'] as const;
export type ImportState = (typeof importStates)[number];

export interface ImportView {
  readonly id: ImportId;
  readonly path: Path;
  readonly uploadedBy: PersonId;
  readonly campaignId: CampaignId | null;
  readonly sealedName: SealedText | null;
  readonly state: ImportState;
  readonly allOrNothing: boolean;
  readonly rows: number;
  readonly faultyRows: number;
  readonly doneRows: number;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

export interface ImportRowView {
  readonly rowNumber: number;
  readonly state: 'good' | 'faulty' | 'done' | 'refused';
  readonly faults: readonly { readonly code: string; readonly column: string }[];
  readonly awardId: AwardId | null;
  readonly refusal: string | null;
}

export interface LedgerReport {
  readonly accounts: number;
  readonly transfers: number;
  /** Accounts whose balance is not the sum of their transfers; none when the ledger is right. */
  readonly wrongAccounts: readonly AccountId[];
  /** How many summed lines of awards differ from what counting gives; none when the totals are right. */
  readonly wrongTotals: number;
  /** Accounts below zero that may not be. */
  readonly overdrawnAccounts: readonly AccountId[];
  /** The sum over all accounts of each commodity; zero when nothing was created or lost. */
  readonly sums: readonly { readonly commodity: string; readonly sum: bigint }[];
}

export interface PublishedCampaign {
  readonly tenantId: TenantId;
  readonly campaignId: CampaignId;
  readonly title: string;
  readonly schoolYear: string;
  readonly awards: number;
  readonly amountVnd: bigint;
  readonly publishedAt: Instant;
  /** How its children are shown. */
  readonly profile: PublicationProfile;
}

export interface PublishedAward {
  readonly awardId: AwardId;
  readonly associationName: string;
  readonly amountVnd: bigint;
  readonly state: AwardState;
  readonly child: ShownChild;
}
