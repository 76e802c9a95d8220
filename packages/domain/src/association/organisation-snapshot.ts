import type { AccountId, AssociationId, AwardId, CalendarDate, CampaignId, FundId, TenantId } from '@khuyenhoc/kernel';
import type { CommodityCode } from '../ledger/account.ts';
import type { AssociationTree } from './association-tree.ts';
import type { Association } from './association.ts';
import type { Mandate } from './mandate.ts';
import type { Path } from './path.ts';

/** What a reorganisation is planned against: the whole tree, and what hangs on the associations that are to be dissolved. */
export interface OrganisationSnapshot {
  readonly tenantId: TenantId;
  readonly today: CalendarDate;
  /** All associations as they are today. */
  readonly associations: ReadonlyMap<AssociationId, Association>;
  readonly tree: AssociationTree;
  /** Mandates at dissolved associations that are not over yet, and those that were lent from them, wherever they are. */
  readonly mandates: readonly Mandate[];
  /** Every campaign of the network that has not ended. */
  readonly campaigns: readonly RunningCampaign[];
  /** Cases of dissolved associations themselves, in campaigns that have not ended. */
  readonly cases: readonly OpenCase[];
  /** What units were given by campaigns that have not ended. */
  readonly allotments: readonly HeldAllotment[];
  /** Funds of dissolved associations and of their successors. */
  readonly funds: readonly HeldFund[];
}

export interface RunningCampaign {
  readonly id: CampaignId;
  readonly associationId: AssociationId;
  readonly path: Path;
  /** A draft has given nothing yet; what it plans moves as a plan. */
  readonly isDraft: boolean;
}

export interface OpenCase {
  readonly id: AwardId;
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly path: Path;
  /** Whether a step is still to come, and not only a receipt or an appeal that may follow. */
  readonly isOpen: boolean;
}

/** What a campaign gave to a unit, and how much of it nobody was promised. */
export interface HeldAllotment {
  readonly id: string;
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly commodity: CommodityCode;
  readonly code: string;
  /** What can still be promised; of a draft, what it plans to give. */
  readonly available: bigint;
}

export interface HeldFund {
  readonly id: FundId;
  readonly associationId: AssociationId;
  readonly name: string;
  readonly legalForm: string;
  readonly accountId: AccountId;
  readonly balanceVnd: bigint;
  /** Open campaigns that its money came to, and goes back to when they end. */
  readonly campaignIds: readonly CampaignId[];
}
