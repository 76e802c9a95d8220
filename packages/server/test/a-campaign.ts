import { present } from '@khuyenhoc/kernel';
import { aClaim, aPupil, aStudyResult } from '@khuyenhoc/rules/testing';
import { calendarDate } from '@khuyenhoc/kernel';
import { createHash, randomUUID } from 'node:crypto';
import { idOfAssociation, type TestNetwork } from './a-network.ts';
import type { Caller, WholeServer } from './whole-server.ts';

/** What an item of a list was answered. */
export interface StepResult {
  readonly __typename: string;
  readonly awardId?: string;
  readonly version?: number;
  readonly replayed?: boolean;
  readonly award?: { readonly state: string } | null;
  readonly code?: string;
  readonly message?: string;
}

/** Takes steps over HTTP: one mutation, its items, and what else its input has. */
export async function takeSteps(
  server: WholeServer,
  who: Caller,
  mutation: string,
  items: readonly object[],
  input: object = {},
): Promise<readonly StepResult[]> {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await server.graphql<{ readonly step: { readonly results: readonly StepResult[] } }>(
    who,
    `mutation Step($input: ${inputType}!) {
      step: ${mutation}(input: $input) {
        results {
          __typename
          ... on AwardAccepted { awardId version replayed award { state } }
          ... on Refusal { code message }
          ... on AmountDiffers { decided given }
          ... on VersionConflict { expected actual }
          ... on SamePerson { action alreadyDid }
          ... on DateRefused { date earliest }
          ... on OverBudget { available asked }
          ... on OverQuota { pool places: available }
        }
      }
    }`,
    { input: { ...input, items } },
  );
  if (answer.data === null || answer.errors.length > 0) throw new Error(answer.text);
  return answer.data.step.results;
}

/** Takes one step of one award at the version named, under a new key unless one is given. */
export async function takeStep(
  server: WholeServer,
  who: Caller,
  mutation: string,
  item: { readonly awardId: string; readonly expectedVersion: number; readonly [field: string]: unknown },
  input: object = {},
): Promise<StepResult> {
  const [result] = await takeSteps(server, who, mutation, [{ idempotencyKey: randomUUID(), ...item }], input);
  return present(result, mutation);
}

/** What each award gives. */
export const amount = '1000000';

/** An award as it was nominated. */
export interface TestAward {
  readonly awardId: string;
  readonly campaignId: string;
}

export interface CampaignOptions {
  /** How many children of the commune `here` are nominated, by the nominator. */
  readonly children?: number;
  /** The day on which they were nominated on paper; today when left out. */
  readonly nominatedOn?: string;
  /** Places of `here`; enough unless told. */
  readonly places?: number;
  /** Đồng for the campaign; enough unless told. */
  readonly budget?: string;
  readonly nominator?: Caller;
}

/** A campaign, open for nominations, in which children were nominated, and that has gone on to where everything may be paid. */
export async function aCampaign(
  server: WholeServer,
  network: TestNetwork,
  {
    children = 1,
    nominatedOn,
    places = 5,
    budget = '10000000',
    nominator = network.login('nominator'),
  }: CampaignOptions = {},
): Promise<readonly TestAward[]> {
  const campaignId = await openCampaign(server, network, places, budget);
  const items = Array.from({ length: children }, (_, index) => ({
    ...aNomination(network, campaignId, index),
    ...(nominatedOn === undefined ? {} : { effectiveOn: nominatedOn }),
  }));
  const nominated = await takeSteps(server, nominator, 'nominate', items);
  for (const action of ['CLOSE_NOMINATION', 'START_APPROVAL', 'START_DISBURSEMENT']) {
    await advance(server, network, campaignId, action);
  }
  return nominated.map((result) => ({ campaignId, awardId: present(result.awardId, JSON.stringify(result)) }));
}

/** A campaign that takes nominations. */
export async function openCampaign(
  server: WholeServer,
  network: TestNetwork,
  places = 5,
  budget = '10000000',
): Promise<string> {
  const officer = network.login('officer');
  const workflow = await server.graphql<{ readonly standardWorkflow: { readonly hash: string } }>(
    officer,
    '{ standardWorkflow { hash } }',
  );
  const created = await server.graphql<{ readonly createCampaign: { readonly campaignId: string } }>(
    officer,
    'mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignAccepted { campaignId } ... on Refusal { code message } } }',
    {
      input: {
        associationId: idOfAssociation(network.province),
        title: 'Học bổng vượt khó',
        schoolYear: '2025-2026',
        referenceDate: '2025-11-20',
        ruleSetHash: await publishRules(server, network, places),
        workflowHash: present(workflow.data, workflow.text).standardWorkflow.hash,
        funding: [{ source: 'main', fundId: network.fundId, amount: budget }],
        quotaUnits: [idOfAssociation(network.here), idOfAssociation(network.there)],
        idempotencyKey: randomUUID(),
      },
    },
  );
  const campaignId = present(created.data?.createCampaign.campaignId, created.text);
  for (const action of ['PUBLISH', 'OPEN_NOMINATION']) await advance(server, network, campaignId, action);
  return campaignId;
}

async function publishRules(server: WholeServer, network: TestNetwork, places: number): Promise<string> {
  const title = { vi: 'Học bổng vượt khó', en: 'Scholarship' };
  const module = (part: string, config: object) => ({
    moduleId: `unit-class-quota/${part}`,
    moduleVersion: '1.0.0',
    config,
  });
  const published = await server.graphql<{ readonly publishRuleSet: { readonly hash: string } }>(
    network.login('officer'),
    'mutation($input: PublishRuleSetInput!) { publishRuleSet(input: $input) { ... on RuleSetPublished { hash } ... on Refusal { code message } } }',
    {
      input: {
        code: 'hoc-bong',
        title,
        modules: [
          module('eligibility', {}),
          module('award', { amountVnd: amount }),
          module('allocation', { listed: { associationIds: [network.here.id], places }, others: { places: 1 } }),
        ],
        legalBasis: [{ number: '01/QĐ-HKH', title, inForceFrom: '2020-01-01' }],
        idempotencyKey: randomUUID(),
      },
    },
  );
  return present(published.data?.publishRuleSet.hash, published.text);
}

/** Moves a campaign on by one step. */
export async function advance(
  server: WholeServer,
  network: TestNetwork,
  campaignId: string,
  action: string,
): Promise<void> {
  const officer = network.login('officer');
  const standing = await server.graphql<{ readonly campaign: { readonly version: number } }>(
    officer,
    'query($id: ID!) { campaign(id: $id) { version } }',
    { id: campaignId },
  );
  const input = {
    campaignId,
    action,
    expectedVersion: present(standing.data, standing.text).campaign.version,
    idempotencyKey: randomUUID(),
  };
  const moved = await server.graphql<{ readonly advanceCampaign: { readonly version?: number } }>(
    officer,
    'mutation($input: AdvanceCampaignInput!) { advanceCampaign(input: $input) { ... on CampaignAccepted { version } ... on Refusal { code message } } }',
    { input },
  );
  if (moved.data?.advanceCampaign.version === undefined) throw new Error(moved.text);
}

const in2025 = { from: calendarDate('2025-01-01'), to: calendarDate('2025-12-31') };

/** What is known of a child from a near-poor household that studies well. */
const goodFacts = aPupil({
  claims: [aClaim({ category: 'near-poor', ...in2025 })],
  studyResults: [aStudyResult({ schoolYear: '2024-2025', grade: 7 })],
});

/** A nomination of a child that does not exist, another one in each campaign: who is nominated twice in a school year is asked about. */
export function aNomination({ here }: TestNetwork, campaignId: string, index = 0) {
  return {
    campaignId,
    associationId: idOfAssociation(here),
    nominee: {
      fullName: `Bùi Thị Mẫu ${givenName(campaignId, index)}`,
      birthDate: '2013-06-05',
      school: 'Trường THCS Đồi Chè',
      grade: '7A',
      guardianName: 'Bùi Văn Mẫu',
      guardianRelation: 'cha',
    },
    facts: goodFacts,
    idempotencyKey: randomUUID(),
  };
}

/** A word of the letters g to v that differs from child to child; like names would be taken for one child. */
function givenName(campaignId: string, index: number): string {
  const digest = createHash('sha256').update(`${campaignId} ${index}`).digest('hex').slice(0, 12);
  return digest.replaceAll(/./g, (digit) => 'ghijklmnopqrstuv'.charAt(Number.parseInt(digit, 16)));
}

/** Verifies and approves an award by two; gives its version. */
export async function approved(server: WholeServer, network: TestNetwork, { awardId }: TestAward): Promise<number> {
  const steps = [
    [network.login('verifier'), 'verifyNominations'],
    [network.login('approver-1'), 'approveAwards'],
    [network.login('approver-2'), 'approveAwards'],
  ] as const;
  for (const [index, [who, mutation]] of steps.entries()) {
    const step = await takeStep(server, who, mutation, { awardId, expectedVersion: index + 1 });
    if (step.version !== index + 2) throw new Error(JSON.stringify(step));
  }
  return 4;
}
