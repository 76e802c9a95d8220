import type {
  AllotmentHandover,
  Association,
  AssociationPeriod,
  AssociationTree,
  CampaignLine,
  CaseHandover,
  HeldAllotment,
  HeldFund,
  Mandate,
  OpenCase,
  Path,
  PathChange,
  RunningCampaign,
  Succession,
} from '@khuyenhoc/domain';
import type { AccountId, AssociationId, CalendarDate, CampaignId } from '@khuyenhoc/kernel';

/**
 * What a reorganisation reads and writes of a network. It runs in a unit of work that holds the network alone, so that no row is
 * born with a path that has just changed.
 */
export interface OrganisationRepository {
  /** The whole tree, today's and every day's. */
  readTree(): Promise<ReadTree>;
  /** What hangs on associations that are to be dissolved, and where their successors would take it. */
  readHoldings(concerned: ConcernedAssociations, today: CalendarDate): Promise<Holdings>;
  /** Adds associations without a period: those that a plan founds come with their own. */
  addFounded(associations: readonly Association[]): Promise<void>;
  addPeriods(periods: readonly AssociationPeriod[]): Promise<void>;
  addSuccessions(successions: readonly Succession[]): Promise<void>;
  /** Writes what associations are from now on, but for their paths. */
  saveHeads(associations: readonly Association[]): Promise<void>;
  /**
   * Moves every row that stands below a changed path, in every table that has one. A case stays in the line of its running
   * campaign, wherever its unit goes.
   */
  movePaths(changes: readonly PathChange[], lines: ReadonlyMap<CampaignId, CampaignLine>): Promise<void>;
  /** How many rows of each table stand below paths that would change. */
  countBelow(changes: readonly PathChange[]): Promise<readonly MovedRows[]>;
  placeCases(cases: readonly CaseHandover[]): Promise<void>;
  /** Takes allotments out of what counts for nominations, and lets what is released later reach the successors. */
  closeAllotments(handovers: readonly AllotmentHandover[], targets: AllotmentTargets, on: CalendarDate): Promise<void>;
  /** Changes what allotments of drafts plan, and what those of running campaigns were given. */
  addToAllotted(changes: readonly { readonly allotmentId: string; readonly change: bigint }[]): Promise<void>;
  /** Lets what campaigns give back reach other funds than those it came from. */
  redirectReturns(returns: readonly RedirectedReturn[]): Promise<void>;
}

export interface ReadTree {
  readonly associations: ReadonlyMap<AssociationId, Association>;
  readonly tree: AssociationTree;
}

export interface ConcernedAssociations {
  readonly dissolved: readonly AssociationId[];
  readonly successors: readonly AssociationId[];
}

export interface Holdings {
  readonly mandates: readonly Mandate[];
  readonly campaigns: readonly RunningCampaign[];
  readonly cases: readonly OpenCase[];
  readonly allotments: readonly HeldAllotment[];
  readonly funds: readonly HeldFund[];
}

export interface MovedRows {
  readonly table: string;
  readonly rows: number;
}

/** The account that takes what is released, by handed over allotment and successor. */
export type AllotmentTargets = ReadonlyMap<string, ReadonlyMap<AssociationId, AllotmentTarget>>;

export interface AllotmentTarget {
  readonly available: AccountId;
  /** Where the successor stands: cases below it release to this account. */
  readonly path: Path;
}

export interface RedirectedReturn {
  readonly campaignId: CampaignId;
  readonly from: AccountId;
  readonly to: AccountId;
}
