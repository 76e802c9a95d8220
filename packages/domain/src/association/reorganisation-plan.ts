import type { AssociationId, AwardId, CalendarDate, CampaignId, FundId } from '@khuyenhoc/kernel';
import type { CommodityCode } from '../ledger/account.ts';
import type { PathChange } from './access-paths.ts';
import type { AssociationHappening } from './association-events.ts';
import type { AssociationPeriod } from './association-period.ts';
import type { Association } from './association.ts';
import type { Mandate } from './mandate.ts';
import type { Path } from './path.ts';
import type { ReorganisationDeed, ReorganisationKind } from './reorganisation.ts';
import type { Succession } from './succession.ts';

/**
 * Everything that a reorganisation moves, as data: what is previewed is what is done. Ids of new funds, accounts and mandates are
 * given when it is written; all that is named here exists or is founded by the plan itself.
 */
export interface ReorganisationPlan {
  readonly kind: ReorganisationKind;
  readonly deed: ReorganisationDeed;
  readonly founded: readonly Association[];
  /** Associations as they are afterwards, but for paths, which `paths` changes everywhere at once. */
  readonly changed: readonly Association[];
  readonly periods: readonly AssociationPeriod[];
  readonly successions: readonly Succession[];
  /** Of several that fit a path the longest counts. */
  readonly paths: readonly PathChange[];
  readonly campaigns: readonly CampaignHandover[];
  readonly cases: readonly CaseHandover[];
  readonly mandates: readonly MandateHandover[];
  readonly allotments: readonly AllotmentHandover[];
  readonly funds: readonly FundHandover[];
  /** What goes into the history of each association, in order. */
  readonly happenings: readonly (AssociationHappening & { readonly associationId: AssociationId })[];
}

/** An open campaign goes to one successor, and stands where that stands. */
export interface CampaignHandover {
  readonly campaignId: CampaignId;
  readonly from: AssociationId;
  readonly to: AssociationId;
  readonly path: Path;
}

/** A case of a dissolved association goes to one successor; it keeps the association it was begun under. */
export interface CaseHandover {
  readonly awardId: AwardId;
  readonly campaignId: CampaignId;
  readonly from: AssociationId;
  readonly to: AssociationId;
  readonly path: Path;
  readonly isOpen: boolean;
}

/** A mandate ends on a last day; one that is carried begins the day after, at the successor. */
export interface MandateHandover {
  readonly mandate: Mandate;
  readonly lastDay: CalendarDate;
  readonly to: AssociationId | null;
}

/** What nobody was promised yet of an allotment goes to those that count for the successors. */
export interface AllotmentHandover {
  readonly allotmentId: string;
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly commodity: CommodityCode;
  readonly code: string;
  readonly isDraft: boolean;
  readonly parts: readonly AllotmentPart[];
}

export interface AllotmentPart {
  /** Whose share it is. */
  readonly successorId: AssociationId;
  /** The allotment that counts for the successor, or null when it gets one of its own. */
  readonly toAllotmentId: string | null;
  readonly quantity: bigint;
}

/** A fund's money goes to funds of the successors, and what campaigns give back goes the same way. */
export interface FundHandover {
  readonly fundId: FundId;
  readonly associationId: AssociationId;
  readonly name: string;
  readonly legalForm: string;
  readonly parts: readonly FundPart[];
  /** For each open campaign that this fund gave to, the successor whose fund gets back what is left. */
  readonly givesBack: readonly { readonly campaignId: CampaignId; readonly to: AssociationId }[];
}

export interface FundPart {
  readonly successorId: AssociationId;
  /** Null when the successor has no fund and gets one of the same name and form. */
  readonly toFundId: FundId | null;
  readonly amountVnd: bigint;
}
