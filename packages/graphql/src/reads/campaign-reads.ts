import type {
  AllotmentView,
  CampaignQuery,
  CampaignSummaryLine,
  CampaignView,
  EventOf,
  Page,
  Reads,
  StoredSource,
} from '@khuyenhoc/application';
import { readWorkflow } from '@khuyenhoc/application';
import type { CompiledWorkflow } from '@khuyenhoc/domain';
import type { CampaignId, Instant } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader, inOrder } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** A workflow as it was published under its hash, compiled. */
export interface PublishedWorkflow {
  readonly hash: string;
  readonly publishedAt: Instant;
  readonly workflow: CompiledWorkflow;
}

/** What is read of campaigns, their money and places, their rules and workflows. */
export function campaignReads(reads: Reads, access: Access) {
  const permission = 'campaign.read';
  return {
    campaigns: guardedLoader<CampaignId, CampaignView | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.campaigns(scope, ids), (one) => one.id),
    }),
    campaignPages: guardedLoader<CampaignQuery, Page<CampaignView>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.campaignPages(scope, queries),
    }),
    campaignSummaries: guardedLoader<CampaignId, readonly CampaignSummaryLine[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.campaignSummaries(scope, ids), (one) => one.campaignId),
    }),
    campaignEvents: guardedLoader<CampaignId, readonly EventOf<CampaignId>[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.campaignEvents(scope, ids), (one) => one.subjectId),
    }),
    allotments: guardedLoader<CampaignId, readonly AllotmentView[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.allotments(scope, ids), (one) => one.campaignId),
    }),
    ruleSets: guardedLoader<string, StoredSource | null>(access, {
      permission,
      nothing: null,
      read: async (scope, hashes) => inOrder(hashes, await reads.ruleSets(scope, hashes), (one) => one.hash),
    }),
    workflows: guardedLoader<string, PublishedWorkflow | null>(access, {
      permission,
      nothing: null,
      read: async (scope, hashes) => {
        const stored = await reads.workflows(scope, hashes);
        const compiled = stored.map(({ hash, publishedAt, source }) => ({
          hash,
          publishedAt,
          workflow: readWorkflow(source),
        }));
        return inOrder(hashes, compiled, (one) => one.hash);
      },
    }),
  };
}
