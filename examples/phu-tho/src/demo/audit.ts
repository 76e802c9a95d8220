import type { ApiClient } from './api-client.ts';
import type { Progress } from './progress.ts';

/** What the auditor found. */
export interface AuditOutcome {
  readonly awards: number;
  readonly events: number;
  /** Histories whose bytes, hashes or links do not hold. */
  readonly brokenHistories: number;
  readonly ledgerHolds: boolean;
  readonly transfers: number;
  readonly byState: ReadonlyMap<string, number>;
}

interface Page {
  readonly campaign: {
    readonly awards: {
      readonly edges: readonly { readonly node: { readonly state: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly historyChecks: readonly { readonly holds: boolean; readonly events: number }[];
    };
  };
}

const pageLimit = 1_000;

const query = `query Audit($campaign: ID!, $after: String) {
  campaign(id: $campaign) {
    awards(first: 100, after: $after) {
      edges { node { state } }
      pageInfo { hasNextPage endCursor }
      historyChecks { holds events }
    }
  }
}`;

/** Recomputes every award's history and the whole ledger, as the auditor. */
export async function audit(api: ApiClient, campaign: string, progress: Progress): Promise<AuditOutcome> {
  progress.step('Kiểm tra lịch sử và sổ · audit of histories and ledger');
  const byState = new Map<string, number>();
  let [events, brokenHistories] = [0, 0];
  let after: string | null = null;
  for (let page = 0; page < pageLimit; page += 1) {
    const answer: Page = await api.graphql<Page>('auditor', query, { campaign, after });
    const { edges, pageInfo, historyChecks } = answer.campaign.awards;
    for (const { node } of edges) byState.set(node.state, (byState.get(node.state) ?? 0) + 1);
    if (historyChecks.length !== edges.length) throw new Error('an award was not checked');
    for (const check of historyChecks) {
      events += check.events;
      if (!check.holds) brokenHistories += 1;
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const { ledgerReport } = await api.graphql<{
    readonly ledgerReport: { readonly holds: boolean; readonly transfers: number };
  }>('auditor', '{ ledgerReport { holds transfers } }', {});
  const awards = [...byState.values()].reduce((sum, count) => sum + count, 0);
  progress.done(`${awards} lịch sử, ${events} sự kiện, ${ledgerReport.transfers} bút toán`);
  return {
    awards,
    events,
    brokenHistories,
    ledgerHolds: ledgerReport.holds,
    transfers: ledgerReport.transfers,
    byState,
  };
}
