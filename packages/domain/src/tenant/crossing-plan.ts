import type { AccountId, CampaignId, FundId, MandateId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { Association } from '../association/association.ts';
import type { Mandate } from '../association/mandate.ts';
import type { Award } from '../award/award.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { CommodityCode } from '../ledger/account.ts';
import type { Allotment } from '../ledger/allotment.ts';
import type { Path } from '../association/path.ts';
import type { AssociationSuccessor, CrossingMapping, PlaceSuccessors } from './successors.ts';

/** A fund as far as a crossing asks. */
export interface CrossingFund {
  readonly id: FundId;
  readonly associationId: Association['id'];
  readonly path: Path;
  readonly name: string;
  readonly legalForm: string;
  readonly accountId: AccountId;
}

/** An allotment with the campaign it is for, and where its quantity came from. */
export interface CrossingAllotment extends Allotment {
  readonly campaignId: CampaignId;
  readonly path: Path;
  readonly allotted: bigint;
  readonly from: AccountId;
}

/** What an account holds at the moment of the crossing. */
export interface HeldBalance {
  readonly accountId: AccountId;
  readonly commodity: CommodityCode;
  readonly balance: bigint;
}

/** The tenant that closes, under lock: its tree, its money, and the campaigns that are not over with all of their awards. */
export interface LeavingTenant {
  readonly id: TenantId;
  readonly associations: readonly Association[];
  readonly funds: readonly CrossingFund[];
  readonly campaigns: readonly Campaign[];
  readonly allotments: readonly CrossingAllotment[];
  readonly balances: readonly HeldBalance[];
  readonly awards: readonly Award[];
  /** Who is bound to the people of these awards: they go along, so that they still may not decide about them. */
  readonly bound: readonly PersonId[];
  readonly mandates: readonly Mandate[];
}

/** The tenant that goes on: its tree, where it has places that are given out, and people it knows by the same sign-in. */
export interface ReceivingTenant {
  readonly id: TenantId;
  readonly associations: readonly Association[];
  /** The account from which places are given out. */
  readonly placesFrom: AccountId;
  readonly knownPeople: ReadonlyMap<PersonId, PersonId>;
}

export interface CrossingQuestion {
  readonly leaving: LeavingTenant;
  readonly receiving: ReceivingTenant;
  readonly places: PlaceSuccessors;
  readonly mapping: CrossingMapping;
}

/** A thing and the one that continues it. */
export interface Continued<Thing> {
  readonly from: Thing;
  readonly to: Thing;
}

/** One balance that moves: out of an account here into an account there, as line `line` of the group on both sides. */
export interface BalanceMove {
  readonly line: number;
  readonly commodity: CommodityCode;
  readonly from: AccountId;
  readonly to: AccountId;
  readonly quantity: bigint;
}

/** All that a crossing will do, before any of it is done. */
export interface CrossingPlan {
  readonly from: TenantId;
  readonly into: TenantId;
  /** The group of transfers, the same on both sides. */
  readonly groupId: string;
  readonly associations: readonly AssociationSuccessor[];
  readonly funds: readonly Continued<CrossingFund>[];
  readonly campaigns: readonly Continued<Campaign>[];
  /** Of the new side; units that merged have one allotment together. */
  readonly allotments: readonly CrossingAllotment[];
  readonly awards: readonly Continued<Award>[];
  readonly people: ReadonlyMap<PersonId, PersonId>;
  /** Those of them, by the old id, who are known on the new side already, since they sign in as the same. */
  readonly knownPeople: ReadonlySet<PersonId>;
  readonly moves: readonly BalanceMove[];
  /** What each side sees of the other: its own account for it, one a commodity. */
  readonly counterparts: ReadonlyMap<CommodityCode, Continued<AccountId>>;
  /** The mandates that end; those of auditors go on, so that the closed books can be read. */
  readonly endedMandates: readonly MandateId[];
}
