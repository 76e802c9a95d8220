import { checkResultsReady, type ResultsNotReady } from '@khuyenhoc/domain';
import { ok, type CampaignId, type Result } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface PublishResultsDeps {
  readonly clock: Clock;
  readonly unitOfWork: UnitOfWork;
}

export type PublishResultsRefusal = Forbidden | NotFound | ResultsNotReady;

/** How many awards the totals tell that the public now sees. */
export interface PublishedResults {
  readonly campaignId: CampaignId;
  readonly awards: number;
}

/** Publishes a campaign's results: units and amounts, never a child's name, school or hardship. Publishing again replaces what stood there. */
export async function publishResults(
  deps: PublishResultsDeps,
  session: Session,
  campaignId: CampaignId,
): Promise<Result<PublishedResults, PublishResultsRefusal>> {
  const publishedAt = deps.clock.now();
  return deps.unitOfWork.run(session.tenantId, async ({ mandates, campaigns, publications }) => {
    const reach = await authorize(mandates, session, 'campaign.publish-results', publishedAt);
    if (!reach.ok) return reach;
    const [found] = await campaigns.findByIds([campaignId]);
    const campaign = reached(found, reach.value);
    if (!campaign.ok) return campaign;
    const ready = checkResultsReady(campaign.value.state);
    if (!ready.ok) return ready;
    return ok({ campaignId, awards: await publications.publish(campaignId, publishedAt) });
  });
}
