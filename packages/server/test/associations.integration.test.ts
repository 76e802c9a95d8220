import { present } from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { aNetwork, idOfAssociation, today, type TestNetwork } from './a-network.ts';
import { startWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let network: TestNetwork;
let actId: string;
let count = 0;

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
});

beforeEach(async () => {
  count += 1;
  network = await aNetwork(server, `cay-thi-${count}`);
  actId = await anActOf(network);
});

afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

async function anActOf({ province, login }: TestNetwork): Promise<string> {
  const item = {
    kind: 'DECISION',
    number: '31/QĐ-HKH',
    title: 'Sắp xếp tổ chức hội',
    body: 'Ban Chấp hành Hội Khuyến học tỉnh',
    signer: 'Chủ tịch',
    issuedOn: '2024-01-10',
    inForceFrom: '2024-01-10',
  };
  const registered = await server.graphql<{
    readonly registerActs: { readonly acts: readonly { readonly id: string }[] };
  }>(
    login('officer'),
    'mutation($input: RegisterActsInput!) { registerActs(input: $input) { ... on ActsRegistered { acts { id } } ... on Refusal { code } } }',
    { input: { associationId: idOfAssociation(province), items: [item], idempotencyKey: randomUUID() } },
  );
  return present(registered.data?.registerActs.acts[0], registered.text).id;
}

const previewText = `query($input: PreviewReorganisationInput!) { previewReorganisation(input: $input) {
  ... on ReorganisationPreview {
    planHash kind amount act { number } rows { table rows }
    changed { name status association { name } } founded { id name isNew }
    successions { from { name } to { name } share { parts whole } }
    mandates { lastDay mandate { role } to { name } }
    funds { name amount parts { amount to { name } toFund { name } } }
  }
  ... on HandoverRefused { what thingId } ... on ReorganisationDateRefused { on lastChangeOn }
  ... on AssociationStillOpen { children balance } ... on AssociationNameRefused { name takenBy { name } }
  ... on Refusal { code message en: message(lang: EN) } } }`;
const reorganiseText = `mutation($input: ReorganiseInput!) { reorganise(input: $input) {
  ... on ReorganisationDone { deedId } ... on PlanChanged { previewed now } ... on Refusal { code message } } }`;
const foundText = `mutation($input: FoundAssociationsInput!) { foundAssociations(input: $input) {
  ... on AssociationsFounded { associations { id name status parent { name } } } ... on Refusal { code message } } }`;

interface Previewed {
  readonly previewReorganisation: { readonly planHash: string; readonly code?: string };
}

const preview = (order: object, on = today(-1), key = 'officer') =>
  server.graphql<Previewed>(network.login(key), previewText, { input: { actId, on, order } });

const reorganise = (order: object, planHash: string, on = today(-1), idempotencyKey: string = randomUUID()) =>
  server.graphql<{ readonly reorganise: { readonly deedId: string } }>(network.login('officer'), reorganiseText, {
    input: { actId, on, order, planHash, idempotencyKey },
  });

/** Previews and does it. */
async function done(order: object, on = today(-1)): Promise<string> {
  const seen = await preview(order, on);
  const { planHash } = present(seen.data, seen.text).previewReorganisation;
  const answer = await reorganise(order, planHash, on);
  return present(answer.data, answer.text).reorganise.deedId;
}

const mergeThereIntoHere = () => ({
  merge: {
    from: [idOfAssociation(network.there)],
    into: { existing: idOfAssociation(network.here) },
    mandates: 'CARRY',
  },
});

const openFund = (associationId: string) =>
  server.graphql<{ readonly openFund: { readonly fundId: string } }>(
    network.login('treasurer'),
    'mutation($input: OpenFundInput!) { openFund(input: $input) { ... on FundOpened { fundId } ... on AssociationClosed { closedOn association { name } } ... on Refusal { code message } } }',
    { input: { associationId, name: 'Quỹ xã', legalForm: 'ASSOCIATION_ACCOUNT', idempotencyKey: randomUUID() } },
  );

const donate = (fundId: string, amount: string) =>
  server.graphql<object>(
    network.login('treasurer'),
    'mutation($input: RecordDonationsInput!) { recordDonations(input: $input) { ... on DonationsRecorded { total } ... on AssociationClosed { closedOn } ... on Refusal { code } } }',
    {
      input: {
        fundId,
        items: [{ amount, receivedOn: today(), receiptNumber: `PT-${randomUUID()}` }],
        idempotencyKey: randomUUID(),
      },
    },
  );

test('associations are founded by an act, one below another of the same list', async () => {
  const unit = (name: string, parentId?: string) => ({
    ...(parentId === undefined ? {} : { parentId }),
    foundedOn: '2024-02-01',
    name,
    typeCode: 'commune',
  });
  const input = {
    actId,
    on: today(),
    items: [
      { association: unit('Hội Khuyến học xã Suối Trong', idOfAssociation(network.province)) },
      { association: { ...unit('Chi hội khuyến học xóm Bến'), isProvisional: true }, below: 0 },
    ],
    idempotencyKey: randomUUID(),
  };
  const founded = await server.graphql<object>(network.login('officer'), foundText, { input });
  expect(founded.data, founded.text).toMatchObject({
    foundAssociations: {
      associations: [
        { name: 'Hội Khuyến học xã Suối Trong', status: 'ACTIVE', parent: { name: network.province.name } },
        { name: 'Chi hội khuyến học xóm Bến', status: 'PROVISIONAL', parent: { name: 'Hội Khuyến học xã Suối Trong' } },
      ],
    },
  });
  const again = await server.graphql<object>(network.login('officer'), foundText, { input });
  expect(again.data).toEqual(founded.data);
  const taken = await server.graphql<object>(network.login('officer'), foundText, {
    input: { ...input, items: input.items.slice(0, 1), idempotencyKey: randomUUID() },
  });
  expect(taken.data).toMatchObject({ foundAssociations: { code: 'NAME_TAKEN' } });
});

test('a merger is previewed item by item, and what was previewed is what happens', async () => {
  const opened = await openFund(idOfAssociation(network.there));
  const { fundId } = present(opened.data, opened.text).openFund;
  await donate(fundId, '3000000');
  const seen = await preview(mergeThereIntoHere());
  expect(seen.data, seen.text).toMatchObject({
    previewReorganisation: {
      kind: 'MERGE',
      amount: '3000000',
      act: { number: '31/QĐ-HKH' },
      changed: [{ name: network.there.name, status: 'CLOSED', association: { name: network.there.name } }],
      founded: [],
      successions: [
        { from: { name: network.there.name }, to: { name: network.here.name }, share: { parts: 1, whole: 1 } },
      ],
      funds: [
        {
          name: 'Quỹ xã',
          amount: '3000000',
          parts: [{ amount: '3000000', to: { name: network.here.name }, toFund: null }],
        },
      ],
    },
  });
  const { planHash } = present(seen.data, seen.text).previewReorganisation;
  const key = randomUUID();
  const first = await reorganise(mergeThereIntoHere(), planHash, today(-1), key);
  expect(present(first.data, first.text).reorganise.deedId).toMatch(/^[0-9a-f-]{36}$/);
  const again = await reorganise(mergeThereIntoHere(), planHash, today(-1), key);
  expect(again.data).toEqual(first.data);
});

test('what was is told of every day: periods, who took over, the line and the history', async () => {
  const deedId = await done(mergeThereIntoHere());
  const told = await server.graphql<object>(
    network.login('officer'),
    `query($there: ID!, $here: ID!, $before: Date!) {
      there: association(id: $there) {
        status closedOn
        periods { validFrom validTo status parent { name } act { number } }
        thatDay: periods(on: $before) { status name }
        successors { deedId on actNumber share { parts whole } to { association { name } } }
        predecessors { deedId }
        lineOn(date: $before) { stood { name status } association { status } actsToday { association { name } } }
        history(first: 10) { nodes { type on who { role } data } }
        can { action allowed reason { code } }
      }
      here: association(id: $here) { predecessors { from { association { name } } } history(first: 10) { nodes { type } } }
    }`,
    { there: idOfAssociation(network.there), here: idOfAssociation(network.here), before: '2024-05-01' },
  );
  const { there, here, province } = network;
  expect(told.data, told.text).toMatchObject({
    there: {
      status: 'CLOSED',
      closedOn: today(-1),
      periods: [
        { validFrom: '2020-01-01', validTo: today(-2), status: 'ACTIVE', parent: { name: province.name }, act: null },
        { validFrom: today(-1), validTo: null, status: 'CLOSED', act: { number: '31/QĐ-HKH' } },
      ],
      thatDay: [{ status: 'ACTIVE', name: there.name }],
      successors: [
        {
          deedId,
          on: today(-1),
          actNumber: '31/QĐ-HKH',
          share: { parts: 1, whole: 1 },
          to: { association: { name: here.name } },
        },
      ],
      predecessors: [],
      lineOn: [
        { stood: { name: province.name }, actsToday: [{ association: { name: province.name } }] },
        {
          stood: { name: there.name, status: 'ACTIVE' },
          association: { status: 'CLOSED' },
          actsToday: [{ association: { name: here.name } }],
        },
      ],
    },
    here: { predecessors: [{ from: { association: { name: there.name } } }] },
  });
  expect(told.text).toContain('association.merged@1');
  expect(told.text).toContain('association.received@1');
  expect(told.text).toContain('{"action":"association.reorganise","allowed":false,"reason":{"code":"NOT_IN_STATE"}}');
});

test('nothing begins in an association that is closed, and its day is told', async () => {
  const opened = await openFund(idOfAssociation(network.there));
  const { fundId } = present(opened.data, opened.text).openFund;
  await done(mergeThereIntoHere());
  const refused = await openFund(idOfAssociation(network.there));
  expect(refused.data).toMatchObject({
    openFund: { code: 'ASSOCIATION_CLOSED', closedOn: today(-1), association: { name: network.there.name } },
  });
  expect((await donate(fundId, '1000')).data).toEqual({
    recordDonations: { code: 'ASSOCIATION_CLOSED', closedOn: today(-1) },
  });
});

test('a plan that is no longer what was previewed is refused, and nothing moves', async () => {
  const seen = await preview(mergeThereIntoHere());
  const { planHash } = present(seen.data, seen.text).previewReorganisation;
  const opened = await openFund(idOfAssociation(network.there));
  await donate(present(opened.data, opened.text).openFund.fundId, '5000');
  const answer = await reorganise(mergeThereIntoHere(), planHash);
  expect(answer.data).toMatchObject({ reorganise: { code: 'PLAN_CHANGED', previewed: planHash } });
  const still = await server.graphql<object>(
    network.login('officer'),
    'query($id: ID!) { association(id: $id) { status } }',
    {
      id: idOfAssociation(network.there),
    },
  );
  expect(still.data).toEqual({ association: { status: 'ACTIVE' } });
});

test('what cannot be done is refused with what, where and when', async () => {
  const { there, here, province } = network;
  const rename = (name: string) => ({ rename: { associationId: idOfAssociation(there), name } });
  const split = {
    split: {
      from: idOfAssociation(there),
      into: [
        { successor: { existing: idOfAssociation(here) }, parts: 1, whole: 2 },
        { successor: { existing: idOfAssociation(here) }, parts: 1, whole: 3 },
      ],
    },
  };
  const move = { move: { associationId: idOfAssociation(province), toParentId: idOfAssociation(here) } };
  const close = { close: { associationId: idOfAssociation(province) } };
  const cases = [
    [rename('Tên mới'), today(1), { code: 'DATE_AHEAD', on: today(1) }],
    [rename('Tên mới'), '2024-01-09', { code: 'ACT_NOT_IN_FORCE' }],
    [rename(here.name), today(-1), { code: 'NAME_TAKEN', name: here.name, takenBy: { name: here.name } }],
    [rename(there.name), today(-1), { code: 'NOTHING_CHANGES' }],
    [split, today(-1), { code: 'SHARES_NOT_WHOLE' }],
    [move, today(-1), { code: 'CYCLE' }],
    [close, today(-1), { code: 'STILL_OPEN', children: 2, balance: '200000000' }],
  ] as const;
  for (const [order, on, refusal] of cases) {
    const answer = await preview(order, on);
    expect(answer.data, answer.text).toMatchObject({ previewReorganisation: refusal });
  }
});

test('only an officer with a mandate of his own reorganises', async () => {
  const answer = await preview(mergeThereIntoHere(), today(-1), 'treasurer');
  expect(answer.data).toMatchObject({ previewReorganisation: { code: 'FORBIDDEN' } });
});

test('an order says exactly one thing', async () => {
  const answer = await preview({ ...mergeThereIntoHere(), close: { associationId: idOfAssociation(network.there) } });
  expect(answer.errors).toHaveLength(1);
});
