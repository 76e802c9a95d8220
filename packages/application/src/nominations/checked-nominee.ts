import type { Path } from '@khuyenhoc/domain';
import type { PersonProfile } from '../people/profile.ts';
import type { CampaignPlan } from '../ports/campaign-plans.ts';

/** A nomination that was checked for itself: whom it is of, and where. */
export interface CheckedNominee {
  readonly profile: PersonProfile;
  readonly plan: Pick<CampaignPlan, 'campaignId' | 'schoolYear'>;
  readonly path: Path;
  readonly idempotencyKey: string;
  /** Why it is nominated although it may be already; null when nobody said so. */
  readonly overrideReason: string | null;
}
