import { present } from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aNomination, openCampaign, takeStep, takeSteps } from './a-campaign.ts';
import { aNetwork, today, type TestNetwork } from './a-network.ts';
import { startWholeServer, type Answer, type Caller, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let network: TestNetwork;
let campaignId: string;
const times: { readonly what: string; readonly ms: number }[] = [];

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'thu-thach');
  campaignId = await openCampaign(server, network);
});

afterAll(async () => {
  await server.close();
  const [slowest] = times.toSorted((left, right) => right.ms - left.ms);
  process.stdout.write(
    `the slowest of ${times.length} hostile requests: ${slowest?.what}, ${Math.round(slowest?.ms ?? 0)} ms\n`,
  );
  expect(server.failures).toEqual([]);
});

/** Nothing hostile is answered with a fault of ours, with names of the schema that were not asked, or with what lies below. */
function expectCalm(what: string, { status, text, ms }: Answer<unknown>): void {
  expect(status, `${what}: ${text}`).toBeLessThan(500);
  expect(text, what).not.toMatch(/did you mean/i);
  expect(text, what).not.toMatch(
    /\bselect\b.*\bfrom\b|insert into|syntax error at or near|invalid byte|node_modules|file:\/\/|\/src\/|\.ts:\d/i,
  );
  expect(text, what).not.toContain('"INTERNAL"');
  times.push({ what, ms });
  expect(ms, `${what} took too long`).toBeLessThan(500);
}

const documents: readonly (readonly [what: string, query: string])[] = [
  ['an unknown field', '{ campaignz { nodes { id } } }'],
  ['an unknown argument', '{ campaigns(frist: 1) { nodes { id } } }'],
  ['an unknown type', '{ node(id: "x") { ... on Awrad { id } } }'],
  ['an unknown enum value', '{ campaigns(state: DARFT) { nodes { id } } }'],
  ['fifty levels', `{ associations { nodes { ${'parent { '.repeat(50)}id${' }'.repeat(50)} } } }`],
  [
    'a thousand aliases',
    `{ ${Array.from({ length: 1_000 }, (_, index) => `a${index}: viewer { people { personId } }`).join(' ')} }`,
  ],
  ['a thousand root fields', `{ ${'viewer { people { personId } } '.repeat(1_000)} }`],
  [
    'ten thousand fragments',
    `{ ...F0 } ${Array.from({ length: 10_000 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} }`).join(' ')}`,
  ],
  ['a fragment within itself', 'query { ...F } fragment F on Query { ...F }'],
  [
    'fragments that double twenty times',
    `{ ...F0 } ${Array.from({ length: 20 }, (_, index) => `fragment F${index} on Query { a: __typename ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F20 on Query { __typename }`,
  ],
  [
    'pages within pages',
    '{ campaigns(first: 100) { nodes { awards(first: 100) { nodes { campaign { awards(first: 100) { nodes { id } } } } } } } }',
  ],
  ['brackets without an end', '['.repeat(20_000)],
  ['a huge integer', '{ campaigns(first: 99999999999999999999) { nodes { id } } }'],
  ['a huge float', '{ campaigns(first: 1e400) { nodes { id } } }'],
  ['a page of 101', '{ campaigns(first: 101) { nodes { id } } }'],
  ['a page of minus one', '{ campaigns(first: -1) { nodes { id } } }'],
  ['a page in both directions', '{ campaigns(first: 1, last: 1) { nodes { id } } }'],
  ['a cursor that is none', '{ campaigns(after: "bm9uZQ") { nodes { id } } }'],
  ['a cursor of SQL', `{ campaigns(after: "${Buffer.from("' or 1=1 --").toString('base64url')}") { nodes { id } } }`],
  ['a thousand directives', `{ viewer ${'@include(if: true) '.repeat(1_000)}{ people { personId } } }`],
  ['a hundred and one ids', `{ nodes(ids: [${'"x",'.repeat(101)}]) { id } }`],
  ['nothing', ''],
  ['a NUL in the document', '{ viewer\u0000 { people { personId } } }'],
];

test.each(documents)('%s is refused calmly', async (what, query) => {
  for (const who of [network.login('officer'), null]) {
    const answer = await server.graphql(who, query);
    // Somebody who is not signed in sees nothing, so a page argument of his may well be answered with an empty page.
    if (who !== null) expect(answer.errors.length, `${what}: ${answer.text}`).toBeGreaterThan(0);
    expectCalm(what, answer);
  }
});

test('a document of twenty megabytes is refused before it is read', async () => {
  const answer = await server.graphql(network.login('officer'), '{ viewer { people { personId } } }', {
    filler: 'x'.repeat(20_000_000),
  });
  expect(answer.status).toBe(413);
  expectCalm('twenty megabytes', answer);
});

test.each([
  '',
  '[]',
  '{}',
  '{"query":1}',
  '{"query":"{ viewer { people { personId } } }","variables":"x"}',
  '\u0000',
  '{"query":',
])('the body %j is refused calmly', async (body) => {
  const answer = await server.post(network.login('officer'), body);
  expect(answer.status >= 400 || answer.errors.length > 0, answer.text).toBe(true);
  expectCalm(`the body ${body}`, answer);
});

test('cursors of another list, and of another network, open nothing', async () => {
  const officer = network.login('officer');
  const listed = await server.graphql<{ readonly campaigns: { readonly pageInfo: { readonly endCursor: string } } }>(
    officer,
    '{ campaigns(first: 1) { pageInfo { endCursor } } }',
  );
  const { endCursor } = present(listed.data, listed.text).campaigns.pageInfo;
  const query = 'query($after: String!) { associations(after: $after) { nodes { id } } }';
  const answer = await server.graphql(officer, query, { after: endCursor });
  expectCalm('a cursor of another list', answer);
  expect(answer.errors[0]?.extensions?.code).toBe('CURSOR_INVALID');
});

/** Characters that stores and hashes choke on. */
const poisons: readonly (readonly [what: string, poison: string])[] = [
  ['NUL', '\u0000'],
  ['a lone high surrogate', '\ud800'],
  ['a lone low surrogate', '\udfff'],
  ['a bell', '\u0007'],
  ['SQL', "'; drop table award; --"],
  ['a non-character', '\uffff'],
  ['a right-to-left override', '\u202e'],
  ['an emoji of four people', '👨‍👩‍👧‍👦'],
];

/** JSON with the poison written as escapes, since a lone surrogate has no UTF-8. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}

const send = <Data>(who: Caller, query: string, variables: object) =>
  server.post<Data>(who, escaped({ query, variables }));

const nominateQuery = `mutation($items: [NominationItem!]!) { nominate(input: { items: $items }) {
  results { __typename ... on AwardAccepted { awardId award { nominee { fullName school } } } ... on Refusal { code message } }
} }`;

interface Nominated {
  readonly nominate: {
    readonly results: readonly {
      readonly __typename: string;
      readonly award?: { readonly nominee: { readonly fullName: string; readonly school: string } };
    }[];
  };
}

let children = 0;

/** A nomination of a child with a birth date of its own, since children of one school and birth date with nearly one name may be one child. */
function anotherChild(): ReturnType<typeof aNomination> {
  const base = aNomination(network, campaignId);
  children += 1;
  const birthDate = new Date(Date.UTC(2012, 0, children)).toISOString().slice(0, 10);
  return { ...base, nominee: { ...base.nominee, birthDate } };
}

describe.each(poisons)('%s', (what, poison) => {
  test('in a name is refused or kept as it is', async () => {
    const base = anotherChild();
    const fullName = `Bùi ${poison} ${what}`;
    const item = { ...base, nominee: { ...base.nominee, fullName } };
    const answer = await send<Nominated>(network.login('nominator'), nominateQuery, { items: [item] });
    expectCalm(`${what} in a name`, answer);
    const stored = answer.data?.nominate.results[0]?.award?.nominee.fullName;
    expect(answer.errors.length > 0 || stored === fullName, answer.text).toBe(true);
  });

  test('in facts is refused or kept, and a neighbour in the same call is not hurt', async () => {
    const [poisoned, neighbour] = ['A', 'B'].map((letter) => {
      const base = anotherChild();
      return { ...base, nominee: { ...base.nominee, fullName: `Bùi Văn ${what} ${letter}` } };
    });
    const facts = {
      ...poisoned?.facts,
      [`x${poison}`]: poison,
      person: { ethnicity: { value: `Mường${poison}`, provenance: { source: 'register' } } },
    };
    const answer = await send<Nominated>(network.login('nominator'), nominateQuery, {
      items: [{ ...poisoned, facts }, neighbour],
    });
    expectCalm(`${what} in facts`, answer);
    const results = answer.data?.nominate.results;
    if (results !== undefined) expect(results[1]?.__typename, answer.text).toBe('AwardAccepted');
  });

  test('in a claim of the facts reaches the record or is refused by name', async () => {
    const base = anotherChild();
    const [claim] = base.facts.claims ?? [];
    const category = `near-poor${poison}`;
    const facts = { ...base.facts, claims: [{ ...claim, value: { ...claim?.value, category } }] };
    const nominee = { ...base.nominee, fullName: `Bùi Thị ${what}` };
    const answer = await send<Nominated>(network.login('nominator'), nominateQuery, {
      items: [{ ...base, nominee, facts }],
    });
    expectCalm(`${what} in a claim`, answer);
  });

  test('in a key is refused', async () => {
    const item = { ...anotherChild(), idempotencyKey: `key-${poison}-12345678` };
    const answer = await send(network.login('nominator'), nominateQuery, { items: [item] });
    expectCalm(`${what} in a key`, answer);
    expect(answer.errors[0]?.message).toContain('Khóa chống trùng');
  });

  test.each([
    [
      'rejectAwards',
      'RejectAwardsInput',
      (awardId: string) => ({
        items: [{ awardId, expectedVersion: 1, idempotencyKey: randomUUID(), reason: `Lý do ${poison}` }],
      }),
    ],
    [
      'payAwards',
      'PayAwardsInput',
      (awardId: string) => ({
        batchNumber: `BK${poison}`,
        method: 'CASH',
        items: [{ awardId, expectedVersion: 1, idempotencyKey: randomUUID(), amount: '1000000' }],
      }),
    ],
    [
      'verifyNominations',
      'VerifyNominationsInput',
      (awardId: string) => ({
        items: [{ awardId: `${awardId}${poison}`, expectedVersion: 1, idempotencyKey: randomUUID() }],
      }),
    ],
    [
      'recordDonations',
      'RecordDonationsInput',
      () => ({
        fundId: network.fundId,
        items: [{ amount: '1', receivedOn: today(), receiptNumber: `PT ${poison}`, donorName: `Ông ${poison}` }],
        idempotencyKey: randomUUID(),
      }),
    ],
    [
      'openFund',
      'OpenFundInput',
      () => ({
        associationId: poison,
        name: `Quỹ ${poison}`,
        legalForm: 'ASSOCIATION_ACCOUNT',
        idempotencyKey: randomUUID(),
      }),
    ],
    [
      'publishRuleSet',
      'PublishRuleSetInput',
      () => ({
        code: `bo-quy-tac-${poison}`,
        title: { vi: poison, en: 'x' },
        modules: [
          {
            moduleId: 'unit-class-quota/award',
            moduleVersion: '1.0.0',
            config: { amountVnd: '1', sourceTitle: { vi: poison, en: `x${poison}` } },
          },
        ],
        legalBasis: [],
        idempotencyKey: randomUUID(),
      }),
    ],
    ['closePeriod', 'ClosePeriodInput', () => ({ through: poison })],
  ])('in the input of %s is refused or recorded', async (mutation, inputType, inputWith) => {
    const base = anotherChild();
    const nominee = { ...base.nominee, fullName: `Bùi Thị ${what} ${mutation}` };
    const [nominated] = await takeSteps(server, network.login('nominator'), 'nominate', [{ ...base, nominee }]);
    const input = inputWith(present(nominated?.awardId, 'a nomination'));
    const who =
      { rejectAwards: 'verifier', verifyNominations: 'verifier', publishRuleSet: 'officer' }[mutation] ?? 'treasurer';
    const answer = await send(
      network.login(who),
      `mutation($input: ${inputType}!) { ${mutation}(input: $input) { __typename } }`,
      { input },
    );
    expectCalm(`${what} in ${mutation}`, answer);
  });

  test('as the value of a query is answered with nothing or refused', async () => {
    const officer = network.login('officer');
    const queries: readonly (readonly [query: string, variables: object])[] = [
      [
        'query($id: ID!) { node(id: $id) { id } award(id: $id) { id } campaign(id: $id) { id } fund(id: $id) { id } }',
        { id: poison },
      ],
      ['query($after: String) { campaigns(after: $after) { nodes { id } } }', { after: poison }],
      [
        'query($id: ID!, $batch: ShortText) { campaign(id: $id) { awards(paymentBatch: $batch) { nodes { id } } } }',
        { id: campaignId, batch: `BK${poison}` },
      ],
      [
        'query($id: ID!, $within: ID) { campaign(id: $id) { awards(withinAssociation: $within) { nodes { id } } } }',
        { id: campaignId, within: poison },
      ],
      ['query($id: ID!) { publicAwards(campaignId: $id) { nodes { amount } } }', { id: poison }],
      ['query($after: String) { publicCampaigns(after: $after) { nodes { title } } }', { after: poison }],
    ];
    for (const [query, variables] of queries) expectCalm(`${what} in ${query}`, await send(officer, query, variables));
  });
});

test('a call with 1,001 items is refused whole and fast', async () => {
  const item = { awardId: 'x', expectedVersion: 1, idempotencyKey: 'key-0000001' };
  const items = Array.from({ length: 1_001 }, () => item);
  const began = performance.now();
  const results = await takeSteps(server, network.login('verifier'), 'verifyNominations', items);
  times.push({ what: '1,001 items', ms: performance.now() - began });
  expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['TOO_MANY']));
});

test('numbers out of range are refused calmly, and a version from the far future conflicts', async () => {
  const base = anotherChild();
  const [nominated] = await takeSteps(server, network.login('nominator'), 'nominate', [
    { ...base, nominee: { ...base.nominee, fullName: 'Bùi Văn Số' } },
  ]);
  const awardId = present(nominated?.awardId, 'a nomination');
  for (const expectedVersion of [2_147_483_647, -2_147_483_648, 0]) {
    expect(
      await takeStep(server, network.login('verifier'), 'verifyNominations', { awardId, expectedVersion }),
    ).toMatchObject({ code: 'VERSION_CONFLICT' });
  }
  const query = 'mutation($input: PayAwardsInput!) { payAwards(input: $input) { __typename } }';
  for (const [expectedVersion, amount] of [
    [2_147_483_648, '1'],
    [1, '9'.repeat(400)],
    [1, '-1'],
    [1, '0'],
    [1, '1e9'],
    [1, 1],
  ] as const) {
    const item = { awardId, expectedVersion, idempotencyKey: randomUUID(), amount };
    const answer = await send(network.login('treasurer'), query, {
      input: { batchNumber: 'BK', method: 'CASH', items: [item] },
    });
    expectCalm(`version ${expectedVersion}, amount ${String(amount).slice(0, 20)}`, answer);
    expect(answer.errors.length).toBeGreaterThan(0);
  }
});
