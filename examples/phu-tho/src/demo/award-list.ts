import type { ApiClient } from './api-client.ts';

/** An award as the demo reads it. */
export interface ListedAward {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly outcome: string;
  readonly failedClauses: readonly string[];
  readonly amount: string;
  readonly nominee: { readonly fullName: string; readonly guardianName: string | null } | null;
}

interface AwardPage {
  readonly campaign: {
    readonly awards: {
      readonly edges: readonly { readonly node: ListedAward }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

const pageSize = 100;
/** More pages than any campaign of the demo has, so that a wrong cursor cannot turn in circles. */
const pageLimit = 1_000;

const query = `query Awards($campaign: ID!, $state: AwardState, $after: String) {
  campaign(id: $campaign) {
    awards(first: ${pageSize}, after: $after, state: $state) {
      edges { node { id version state outcome failedClauses amount nominee { fullName guardianName } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** All awards of a campaign that a persona sees, of one state or of all, page by page. */
export async function listAwards(
  api: ApiClient,
  persona: string,
  campaign: string,
  state: string | null,
): Promise<readonly ListedAward[]> {
  const found: ListedAward[] = [];
  let after: string | null = null;
  for (let page = 0; page < pageLimit; page += 1) {
    const answer: AwardPage = await api.graphql<AwardPage>(persona, query, { campaign, state, after });
    const { edges, pageInfo } = answer.campaign.awards;
    found.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
  throw new Error(`more than ${pageLimit} pages of awards`);
}
