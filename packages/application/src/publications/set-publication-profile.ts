import { checkPublicationProfile, type PublicationProfile, type TreatmentImpossible } from '@khuyenhoc/domain';
import { err, ok, present, vietnamDate, type CampaignId, type Result } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { PublicationProfileRecord } from '../ports/publications.ts';
import type { Session } from '../session.ts';
import type { PublicationDeps } from './publication-deps.ts';

export interface SetPublicationProfileInput {
  readonly campaignId: CampaignId;
  readonly fields: PublicationProfile;
  /** The version the caller saw; 0 while none was set. */
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Somebody else set the profile meanwhile. */
export interface ProfileVersionConflict {
  readonly code: 'VERSION_CONFLICT';
  readonly expected: number;
  readonly actual: number;
}

export type SetPublicationProfileRefusal =
  | Forbidden
  | NotFound
  | IdempotencyKeyReused
  | TreatmentImpossible
  | ProfileVersionConflict;

/** Says how a campaign shows its children from its next publication on. What stands before the public now stays as it is. */
export async function setPublicationProfile(
  deps: PublicationDeps,
  session: Session,
  { campaignId, fields, expectedVersion, idempotencyKey }: SetPublicationProfileInput,
): Promise<Result<PublicationProfileRecord, SetPublicationProfileRefusal>> {
  const setAt = deps.clock.now();
  const { vault, digest } = deps;
  const asked = { action: 'SET_PUBLICATION_PROFILE', campaign: campaignId, fields: { ...fields }, expectedVersion };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<PublicationProfileRecord, SetPublicationProfileRefusal>> => {
      const { mandates, campaigns, publications, histories } = repositories;
      const reach = await authorize(mandates, session, 'campaign.publish-results', setAt);
      if (!reach.ok) return reach;
      const [found] = await campaigns.lock([campaignId]);
      const campaign = reached(found, reach.value);
      if (!campaign.ok) return campaign;
      return once<PublicationProfileRecord, SetPublicationProfileRefusal>(
        repositories,
        { vault, session, idempotencyKey, recordedAt: setAt, asked },
        {
          recall: async () => present(await publications.profileOf(campaignId), 'the profile that a key set'),
          async act() {
            const possible = checkPublicationProfile(fields);
            if (!possible.ok) return possible;
            const actual = (await publications.profileOf(campaignId))?.version ?? 0;
            if (actual !== expectedVersion) return err({ code: 'VERSION_CONFLICT', expected: expectedVersion, actual });
            const profile = { campaignId, version: actual + 1, fields, setAt, setBy: session.personId };
            publications.addProfile(profile);
            await recordAssociationHistory(
              { histories, digest },
              {
                tenantId: session.tenantId,
                by: { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role },
                at: setAt,
                on: vietnamDate(setAt),
              },
              [
                {
                  associationId: campaign.value.associationId,
                  type: 'publication.profile-set@1',
                  data: { campaign: campaignId, version: profile.version, fields },
                },
              ],
            );
            return ok({ value: profile, subjectId: campaignId, version: profile.version });
          },
        },
      );
    },
  );
}
