import type { PublicationProfileRecord, Reads, StoredConsent } from '@khuyenhoc/application';
import type { CampaignId, PersonId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader, inOrder } from './batch-loaders.ts';

/** What is read of consents, and of how campaigns show their children. */
export function consentReads(reads: Reads, access: Access) {
  return {
    consents: guardedLoader<PersonId, readonly StoredConsent[]>(access, {
      permission: 'consent.read',
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.consents(scope, ids), (one) => one.personId),
    }),
    publicationProfiles: guardedLoader<CampaignId, PublicationProfileRecord | null>(access, {
      permission: 'campaign.read',
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.publicationProfiles(scope, ids), (one) => one.campaignId),
    }),
  };
}
