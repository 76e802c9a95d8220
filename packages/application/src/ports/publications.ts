import type { Path, PublicationProfile, PublishedChild } from '@khuyenhoc/domain';
import type { AssociationId, AwardId, CampaignId, Instant, PersonId } from '@khuyenhoc/kernel';
import type { PersonRecord } from './registered-people.ts';

/** How a campaign shows its children, since when and by whom. */
export interface PublicationProfileRecord {
  readonly campaignId: CampaignId;
  readonly version: number;
  readonly fields: PublicationProfile;
  readonly setAt: Instant;
  readonly setBy: PersonId;
}

/** An award that counts as a result: it was approved and still stands. */
export interface CampaignResult {
  readonly awardId: AwardId;
  readonly path: Path;
  readonly nominee: PersonRecord;
}

/** An award as the public will read it, under the name of a unit. */
export interface ShownAward {
  readonly awardId: AwardId;
  readonly associationId: AssociationId;
  /** Null for a child that was erased. */
  readonly child: PublishedChild | null;
}

/** An award that stands before the public now, and under which profile it was put there. */
export interface AwardBeforePublic {
  readonly awardId: AwardId;
  readonly campaignId: CampaignId;
  readonly personId: PersonId;
  readonly profile: PublicationProfile;
  readonly child: PublishedChild;
}

export interface PublicationRepository {
  /** The profile of a campaign that was set last, or null while none was. */
  profileOf(campaignId: CampaignId): Promise<PublicationProfileRecord | null>;
  addProfile(profile: PublicationProfileRecord): void;
  /** Locks a campaign, then the nominees of its results in id order: whoever changes a consent waits, or was waited for. */
  lockResults(campaignId: CampaignId): Promise<readonly CampaignResult[]>;
  /** Puts these in the place of what the public reads of a campaign. Gives how many awards its totals tell. */
  replace(
    campaignId: CampaignId,
    shown: readonly ShownAward[],
    under: { readonly fields: PublicationProfile; readonly version: number; readonly publishedAt: Instant },
  ): Promise<number>;
  /** What the public reads of people now, in all campaigns. */
  shownOf(personIds: readonly PersonId[]): Promise<readonly AwardBeforePublic[]>;
  /** Shows children of published awards otherwise, from now on. */
  showOtherwise(changes: readonly { readonly awardId: AwardId; readonly child: PublishedChild }[]): Promise<void>;
}
