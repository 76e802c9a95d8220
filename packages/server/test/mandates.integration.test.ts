import { present } from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { localIssuerName } from '../src/auth/local-issuer.ts';
import { aNetwork, idOfAssociation, today, type TestNetwork } from './a-network.ts';
import { startWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let network: TestNetwork;
let actId: string;

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'suoi-nhum');
  actId = await anActOf(network);
});

afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

async function anActOf({ province, login }: TestNetwork): Promise<string> {
  const registered = await server.graphql<{
    readonly registerActs: { readonly acts: readonly { readonly id: string }[] };
  }>(
    login('officer'),
    'mutation($input: RegisterActsInput!) { registerActs(input: $input) { ... on ActsRegistered { acts { id } } ... on Refusal { code } } }',
    {
      input: {
        associationId: idOfAssociation(province),
        items: [
          {
            kind: 'DECISION',
            number: '12/QĐ-HKH',
            title: 'Giao nhiệm vụ',
            body: 'Ban Chấp hành Hội Khuyến học tỉnh',
            signer: 'Chủ tịch',
            issuedOn: '2024-01-10',
            inForceFrom: '2024-01-10',
          },
        ],
        idempotencyKey: randomUUID(),
      },
    },
  );
  return present(registered.data?.registerActs.acts[0], registered.text).id;
}

interface Given {
  readonly grantMandates: { readonly mandates: readonly { readonly id: string; readonly can: readonly Option[] }[] };
}
interface Option {
  readonly action: string;
  readonly allowed: boolean;
}

const grantText =
  'mutation($input: GrantMandatesInput!) { grantMandates(input: $input) { ... on MandatesGiven { mandates { id can { action allowed } } } ... on Refusal { code message } } }';
const endText =
  'mutation($input: EndMandatesInput!) { endMandates(input: $input) { ... on MandatesEnded { mandates { validTo } gaps { sentence } } ... on SeatsLeftEmpty { gaps { missing } } ... on Refusal { code message } } }';

/** Gives a new official a mandate; his login is his subject at the demo's issuer. */
async function grant(role: string, subject: string, validFrom = '2024-02-01') {
  const official = { fullName: 'Cán bộ mới', signIn: { issuer: localIssuerName, subject } };
  const items = [{ official, role, associationId: idOfAssociation(network.here), validFrom, actId }];
  const answer = await server.graphql<Given>(network.login('officer'), grantText, {
    input: { items, idempotencyKey: randomUUID() },
  });
  return present(answer.data?.grantMandates.mandates[0], answer.text);
}

const opensFund = (login: string) =>
  server.graphql<{ readonly openFund: object }>(
    login,
    'mutation($input: OpenFundInput!) { openFund(input: $input) { ... on FundOpened { fundId } ... on Refusal { code message } } }',
    {
      input: {
        associationId: idOfAssociation(network.here),
        name: 'Quỹ thử',
        legalForm: 'ASSOCIATION_ACCOUNT',
        idempotencyKey: randomUUID(),
      },
    },
  );

test('a mandate that is ended counts on the next request, with the very token in hand', async () => {
  const login = `suoi-nhum/treasurer-${randomUUID()}`;
  const mandate = await grant('TREASURER', login);
  expect((await opensFund(login)).data).toHaveProperty('openFund.fundId');
  const ended = await server.graphql<object>(network.login('officer'), endText, {
    input: { items: [{ mandateId: mandate.id, lastDay: today(-1) }], acceptGaps: true, idempotencyKey: randomUUID() },
  });
  expect(ended.data).toMatchObject({ endMandates: { mandates: [{ validTo: today(-1) }] } });
  const refused = await opensFund(login);
  expect(refused.data).toMatchObject({ openFund: { code: 'MANDATE_REQUIRED' } });
  // It is told whom to ask: the association where the mandate was.
  expect(refused.text).toContain(network.here.name);
});

test('a mandate that begins tomorrow gives no session today', async () => {
  const login = `suoi-nhum/tomorrow-${randomUUID()}`;
  await grant('TREASURER', login, today(1));
  expect((await opensFund(login)).data).toMatchObject({ openFund: { code: 'MANDATE_REQUIRED' } });
});

test('a mandate says what may be done to it, and to whom the question is put', async () => {
  const { can } = await grant('VERIFIER', `suoi-nhum/verifier-${randomUUID()}`);
  expect(can).toEqual([
    { action: 'mandate.end', allowed: true },
    { action: 'mandate.delegate', allowed: false },
  ]);
});

test('the mandates that reach an association are listed with those from above, nearest first', async () => {
  const answer = await server.graphql<{
    readonly association: { readonly mandates: readonly { readonly association: { readonly name: string } }[] };
  }>(
    network.login('officer'),
    'query($id: ID!) { association(id: $id) { mandates { role kind onBehalfOf association { name } } } }',
    {
      id: idOfAssociation(network.here),
    },
  );
  const names = present(answer.data, answer.text).association.mandates.map(({ association }) => association.name);
  expect(names).toContain(network.province.name);
  expect(names.lastIndexOf(network.here.name)).toBeLessThan(names.indexOf(network.province.name));
});

test('what can be done is told of every node, with the reason when it cannot', async () => {
  const answer = await server.graphql<{
    readonly association: { readonly can: readonly { readonly action: string; readonly reason: object | null }[] };
  }>(
    network.login('auditor'),
    'query($id: ID!) { association(id: $id) { can { action allowed reason { code message } } } }',
    {
      id: idOfAssociation(network.here),
    },
  );
  const can = new Map(present(answer.data, answer.text).association.can.map((one) => [one.action, one.reason]));
  expect(can.get('fund.open')).toMatchObject({ code: 'FORBIDDEN' });
});
