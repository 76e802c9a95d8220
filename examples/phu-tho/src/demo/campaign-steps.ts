import type { ApiClient } from './api-client.ts';
import { commandKey } from './command-key.ts';

interface CampaignStanding {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

const officer = 'officer';

/** The campaign that the example opened. */
export async function openCampaign(api: ApiClient): Promise<string> {
  const { campaigns } = await api.graphql<{
    readonly campaigns: { readonly edges: readonly { readonly node: CampaignStanding }[] };
  }>(officer, '{ campaigns(first: 10, state: NOMINATION) { edges { node { id version state } } } }', {});
  const [first] = campaigns.edges;
  if (first === undefined) throw new Error('no campaign is open for nominations: start with an empty data folder');
  return first.node.id;
}

/** Takes a step of the campaign as the officer. */
export async function advanceCampaign(api: ApiClient, run: string, id: string, action: string): Promise<void> {
  const { campaign } = await api.graphql<{ readonly campaign: CampaignStanding }>(
    officer,
    'query Standing($id: ID!) { campaign(id: $id) { id version state } }',
    { id },
  );
  const { step } = await api.graphql<{ readonly step: { readonly code?: string; readonly message?: string } }>(
    officer,
    `mutation Advance($input: AdvanceCampaignInput!) {
      step: advanceCampaign(input: $input) { ... on Refusal { code message } }
    }`,
    {
      input: { campaignId: id, action, expectedVersion: campaign.version, idempotencyKey: commandKey(run, action, id) },
    },
  );
  // A step that was taken before its answer was lost is not possible a second time under a newer version.
  if (step.code !== undefined && step.code !== 'CAMPAIGN_STEP_NOT_POSSIBLE')
    throw new Error(`${action}: ${step.message}`);
}
