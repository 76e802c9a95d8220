import {
  checkResultsReady,
  defaultPublicationProfile,
  isUnmasked,
  publishedChild,
  publishedUnits,
  type Consent,
  type PublicationProfile,
  type ResultsNotReady,
} from '@khuyenhoc/domain';
import { ok, vietnamDate, type CalendarDate, type CampaignId, type PersonId, type Result } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { isErased } from '../erasures/is-erased.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import { profileFromText } from '../people/profile.ts';
import type { CampaignResult, ShownAward } from '../ports/publications.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import type { PublicationDeps } from './publication-deps.ts';

export type PublishResultsRefusal = Forbidden | NotFound | ResultsNotReady;

/** How many awards the totals tell that the public now sees, and of how many children something is shown in full. */
export interface PublishedResults {
  readonly campaignId: CampaignId;
  readonly awards: number;
  readonly unmasked: number;
}

/**
 * Publishes a campaign's results: units, amounts, and of each child what the campaign's profile allows and its consents of this
 * day permit. Publishing again replaces what stood there, by the consents of that later day.
 */
export async function publishResults(
  deps: PublicationDeps,
  session: Session,
  campaignId: CampaignId,
): Promise<Result<PublishedResults, PublishResultsRefusal>> {
  const publishedAt = deps.clock.now();
  const on = vietnamDate(publishedAt);
  return deps.unitOfWork.run(session.tenantId, async (repositories) => {
    const { mandates, campaigns, publications } = repositories;
    const reach = await authorize(mandates, session, 'campaign.publish-results', publishedAt);
    if (!reach.ok) return reach;
    const [found] = await campaigns.findByIds([campaignId]);
    const campaign = reached(found, reach.value);
    if (!campaign.ok) return campaign;
    const ready = checkResultsReady(campaign.value.state);
    if (!ready.ok) return ready;
    const results = await publications.lockResults(campaignId);
    const set = await publications.profileOf(campaignId);
    const fields = set?.fields ?? defaultPublicationProfile;
    const version = set?.version ?? 0;
    const shown = showResults(deps.vault, fields, results, await consentsOf(repositories, results), on);
    const awards = await publications.replace(campaignId, shown, { fields, version, publishedAt });
    const unmasked = shown.filter(({ child }) => child !== null && isUnmasked(child, on)).length;
    await recordAssociationHistory(
      { histories: repositories.histories, digest: deps.digest },
      {
        tenantId: session.tenantId,
        by: { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role },
        at: publishedAt,
        on,
      },
      [
        {
          associationId: campaign.value.associationId,
          type: 'publication.published@1',
          data: { campaign: campaignId, profile: version, awards, unmasked },
        },
      ],
    );
    return ok({ campaignId, awards, unmasked });
  });
}

async function consentsOf(
  { consents }: Repositories,
  results: readonly CampaignResult[],
): Promise<ReadonlyMap<PersonId, readonly Consent[]>> {
  const given = await consents.ofPeople(results.map(({ nominee }) => nominee.id));
  return Map.groupBy(given, ({ personId }) => personId);
}

/** The awards under the names of units, with their children. A few that would stand alone are under no name and not shown. */
function showResults(
  vault: Vault,
  fields: PublicationProfile,
  results: readonly CampaignResult[],
  consents: ReadonlyMap<PersonId, readonly Consent[]>,
  on: CalendarDate,
): readonly ShownAward[] {
  const units = publishedUnits(results.map(({ awardId: id, path }) => ({ id, path })));
  return results.flatMap(({ awardId, nominee }): readonly ShownAward[] => {
    const associationId = units.get(awardId);
    if (associationId === undefined) return [];
    if (isErased(nominee)) return [{ awardId, associationId, child: null }];
    const child = profileFromText(vault.open(nominee.key, nominee.profile));
    return [{ awardId, associationId, child: publishedChild(fields, child, consents.get(nominee.id) ?? [], on) }];
  });
}
