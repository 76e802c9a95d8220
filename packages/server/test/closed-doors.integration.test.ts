import { globalId } from '@khuyenhoc/graphql';
import { present, type AwardId, type CampaignId } from '@khuyenhoc/kernel';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { localAudience, localIssuerName } from '../src/auth/local-issuer.ts';
import { aCampaign, takeStep, type TestAward } from './a-campaign.ts';
import { aNetwork, type TestNetwork } from './a-network.ts';
import { startWholeServer, type Caller, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let network: TestNetwork;
let neighbour: TestNetwork;
let own: TestAward;
let foreign: TestAward;

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'doi-che');
  neighbour = await aNetwork(server, 'rung-co');
  own = present((await aCampaign(server, network))[0], 'own nomination');
  foreign = present((await aCampaign(server, neighbour))[0], 'foreign nomination');
});

afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

const verify = (who: Caller, awardId = own.awardId) =>
  takeStep(server, who, 'verifyNominations', { awardId, expectedVersion: 1 });

const everything = `query($award: ID!, $campaign: ID!, $fund: ID!) {
  viewer { people { personId } }
  award(id: $award) { id }
  campaign(id: $campaign) { id }
  fund(id: $fund) { id }
  node(id: $award) { id }
  campaigns { nodes { id } }
  associations { nodes { id } }
  funds { id }
  ledgerReport { holds }
  ruleModules { moduleId }
  verifyAwards(ids: [$award]) { awardId }
}`;

const nothing = {
  award: null,
  campaign: null,
  fund: null,
  node: null,
  campaigns: { nodes: [] },
  associations: { nodes: [] },
  funds: [],
  ledgerReport: null,
  ruleModules: [],
  verifyAwards: [],
};

const lookAt = (who: Caller, award: TestAward, of: TestNetwork) =>
  server.graphql(who, everything, { award: award.awardId, campaign: award.campaignId, fund: of.fundId });

describe('without a sign-in', () => {
  test('nothing but what is public can be read', async () => {
    const answer = await lookAt(null, own, network);
    expect(answer).toMatchObject({ status: 200, data: { viewer: null, ...nothing }, errors: [] });
    const published = await server.graphql(null, '{ publicCampaigns { nodes { title } } }');
    expect(published).toMatchObject({ status: 200, data: { publicCampaigns: { nodes: [] } } });
  });

  test('a command is told to sign in', async () => {
    expect(await verify(null)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
});

describe('a token', () => {
  test('signed by somebody else, with every claim right, is refused with 401', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const now = Math.floor(Date.now() / 1_000);
    const forged = await new SignJWT()
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'demo' })
      .setIssuer(localIssuerName)
      .setAudience(localAudience)
      .setSubject(network.login('officer'))
      .setJti('forged')
      .setIssuedAt(now)
      .setExpirationTime(now + 3_600)
      .sign(privateKey);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${forged}` };
    const body = JSON.stringify({ query: '{ viewer { people { personId } } }' });
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
  });

  test('of somebody nobody knows, or whose mandate has ended, opens nothing and is told so', async () => {
    for (const login of ['stranger', network.login('retired')]) {
      const answer = await lookAt(login, own, network);
      expect(answer, login).toMatchObject({ status: 200, data: nothing, errors: [] });
      expect(await verify(login)).toMatchObject({ code: 'MANDATE_REQUIRED' });
    }
  });

  test('of somebody with two mandates needs one of them chosen, and one of his own', async () => {
    const login = network.login('teacher-verifier');
    expect(await verify(login)).toMatchObject({ code: 'MANDATE_REQUIRED' });
    const { mandate } = network.as('verifier', 'verifier');
    expect(await verify({ login, mandate })).toMatchObject({ code: 'MANDATE_REQUIRED' });
    expect(await verify(network.as('teacher-verifier', 'nominator'))).toMatchObject({ code: 'ROLE_REQUIRED' });
  });
});

describe('what belongs to another network', () => {
  test('is answered as what does not exist', async () => {
    const reader = network.login('officer');
    const random: TestAward = {
      awardId: globalId('Award', network.province.tenantId, server.application.useCases.ids.uuid() as AwardId),
      campaignId: globalId('Campaign', network.province.tenantId, server.application.useCases.ids.uuid() as CampaignId),
    };
    const query =
      'query($award: ID!, $campaign: ID!) { award(id: $award) { id } campaign(id: $campaign) { id } nodes(ids: [$award, $campaign]) { id } verifyAwards(ids: [$award]) { awardId } }';
    const [theirs, nobodys] = await Promise.all(
      [foreign, random].map(({ awardId, campaignId }) =>
        server.graphql(reader, query, { award: awardId, campaign: campaignId }),
      ),
    );
    expect(theirs?.data).toEqual({ award: null, campaign: null, nodes: [null, null], verifyAwards: [] });
    expect(theirs?.text).toBe(nobodys?.text);
  });

  test('is refused as what does not exist', async () => {
    const random = globalId('Award', network.province.tenantId, server.application.useCases.ids.uuid() as AwardId);
    const verifier = network.login('verifier');
    const theirs = await verify(verifier, foreign.awardId);
    expect(theirs).toMatchObject({ code: 'NOT_FOUND' });
    expect(theirs).toEqual(await verify(verifier, random));
  });

  test('and what another commune of the same network has is hidden in the same way', async () => {
    const there = network.login('verifier-there');
    const answer = await server.graphql(there, 'query($id: ID!) { award(id: $id) { id } }', { id: own.awardId });
    expect(answer.data).toEqual({ award: null });
    expect(await verify(there)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
