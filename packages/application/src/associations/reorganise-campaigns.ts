import { recordCampaignReorganised, type ReorganisationPlan } from '@khuyenhoc/domain';
import type { CampaignId } from '@khuyenhoc/kernel';
import type { Giving, MandateDeps } from '../mandates/give-mandates.ts';
import type { Repositories } from '../ports/unit-of-work.ts';

/**
 * Records in each campaign's own history that an act gave it another leader or other units. Its version grows, so that every
 * server reads its plan anew.
 */
export async function reorganiseCampaigns(
  { digest }: Pick<MandateDeps, 'digest'>,
  { campaigns }: Repositories,
  { session, role, recordedAt }: Giving,
  { deed, campaigns: led, allotments }: ReorganisationPlan,
): Promise<void> {
  const by = { personId: session.personId, mandateId: session.mandate.id, role };
  const ids = new Set<CampaignId>([...led, ...allotments].map(({ campaignId }) => campaignId));
  for (const campaign of await campaigns.lock([...ids])) {
    const leader = led.find(({ campaignId }) => campaignId === campaign.id) ?? null;
    const after = leader === null ? campaign : { ...campaign, associationId: leader.to, path: leader.path };
    const change = {
      deed: deed.id,
      act: deed.actId,
      leader: leader === null ? null : { from: leader.from, to: leader.to },
      handedOver: allotments
        .filter(({ campaignId }) => campaignId === campaign.id)
        .flatMap(({ allotmentId: allotment, associationId: from, parts }) =>
          parts.map(({ successorId: to, quantity }) => ({ allotment, from, to, quantity: quantity.toString() })),
        ),
    };
    await campaigns.save(recordCampaignReorganised(campaign, after, change, { by, recordedAt }, digest));
  }
}
