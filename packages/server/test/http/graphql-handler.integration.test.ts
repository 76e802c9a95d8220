import { buildSchema, GraphQLError } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGraphqlHandler, graphqlRoute } from '../../src/http/graphql-handler.ts';
import { createLogger } from '../../src/logger.ts';
import { aServer, type TestServer } from './a-server.ts';

const typeDefs = /* GraphQL */ `
  input Filter {
    name: String
    and: Filter
    any: [Filter!]
  }
  type Person {
    id: ID!
    name: String!
    friends(first: Int = 10): [Person!]!
    best: Person
  }
  type Query {
    person(filter: Filter): Person
    secretLedger: Int
    broken: Int
    refused: Int
  }
  type Mutation {
    rename(name: String!): Person
  }
  type Subscription {
    ticks: Int!
  }
`;

let server: TestServer;
let closed: TestServer;
let calls = 0;

beforeAll(async () => {
  const person = { id: '1', name: 'An', friends: () => ((calls += 1), [person]), best: () => ((calls += 1), person) };
  const schema = createSchema({
    typeDefs,
    resolvers: {
      Query: {
        person: () => person,
        secretLedger: () => 1,
        broken: () => Promise.reject(new Error('duplicate key (personal_number)=(001214000001)')),
        refused: () => {
          throw new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } });
        },
      },
      Mutation: { rename: () => person },
      Subscription: {
        ticks: {
          subscribe: async function* () {
            for (let tick = 1; tick <= 3; tick += 1) yield { ticks: tick };
          },
        },
      },
    },
  });
  const logger = createLogger({ level: 'silent' });
  const route = (introspection: boolean) =>
    graphqlRoute(
      createGraphqlHandler({
        schema,
        context: () => ({}),
        logger,
        introspection,
        cost: { maxCost: 1_000, costOf: ({ variables }) => Number(variables['first'] ?? 0) },
      }),
      { maxBytes: 102_400 },
    );
  server = await aServer([route(true)]);
  closed = await aServer([route(false)]);
  // The first request loads what the language needs; the times below are of a server at work.
  await ask(server, '{ person { name } }');
  await ask(server, '{ nothing }');
});

afterAll(async () => {
  await server.server.drain(100);
  await closed.server.drain(100);
});

test('honest operations pass: query, variables, mutation, subscription', async () => {
  expect(await ask(server, '{ person { name friends(first: 3) { name } } }')).toMatchObject({
    status: 200,
    json: { data: { person: { name: 'An', friends: [{ name: 'An' }] } } },
  });
  expect(
    await ask(server, 'query ($f: Filter) { person(filter: $f) { id } }', { f: { and: { name: 'x' } } }),
  ).toMatchObject({ status: 200 });
  expect(await ask(server, 'mutation { rename(name: "B") { id } }')).toMatchObject({ status: 200 });
  const stream = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { ticks }' }),
  });
  expect(await stream.text()).toContain('"ticks":3');
});

describe('a hostile document is refused within 100 ms, below 500, without a resolver call', () => {
  const chained = Array.from({ length: 10_000 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} }`).join(' ');
  const doubling = Array.from(
    { length: 40 },
    (_, n) => `fragment f${n} on Person { best { ...f${n + 1} } second: best { ...f${n + 1} } }`,
  ).join(' ');
  const documents: Readonly<Record<string, readonly [string, string | undefined]>> = {
    '1,000 aliases': [`{ ${times(1_000, (n) => `a${n}: secretLedger`)} }`, 'DOCUMENT_TOO_LONG'],
    '200 aliases': [`{ person { ${times(200, (n) => `a${n}: name`)} } }`, 'TOO_MANY_ALIASES'],
    'depth 50': [`{ person ${'{ best '.repeat(50)}{ id }${' }'.repeat(50)} }`, 'QUERY_TOO_DEEP'],
    'depth 50 through fragments': [
      `{ person { ...f0 } } ${times(50, (n) => `fragment f${n} on Person { best { ...f${n + 1} } }`)} fragment f50 on Person { id }`,
      'QUERY_TOO_DEEP',
    ],
    '10,000 chained fragments': [`{ ...f0 } ${chained} fragment f10000 on Query { secretLedger }`, undefined],
    '2 to the power of 40 fields': [
      `{ person { ...f0 } } ${doubling} fragment f40 on Person { id }`,
      'TOO_MANY_FIELDS',
    ],
    'fragments in a circle': [
      '{ person { ...a } } fragment a on Person { ...b } fragment b on Person { ...a }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    '30 mutations at once': [
      `mutation { ${times(30, (n) => `m${n}: rename(name: "x") { id }`)} }`,
      'TOO_MANY_ROOT_FIELDS',
    ],
    '500 directives': [`{ secretLedger ${'@skip(if: false) '.repeat(200)} }`, 'TOO_MANY_DIRECTIVES'],
    '5,000-deep input': [`{ person(filter: ${'{and:'.repeat(5_000)}{}${'}'.repeat(5_000)}) { id } }`, 'QUERY_TOO_DEEP'],
    '20,000-deep list': [
      `{ person(filter: { any: ${'['.repeat(20_000)}${']'.repeat(20_000)} }) { id } }`,
      'QUERY_TOO_DEEP',
    ],
    '20,000-deep selection': ['{a'.repeat(20_000), 'QUERY_TOO_DEEP'],
    'an unknown field': ['{ secretLedgr }', 'GRAPHQL_VALIDATION_FAILED'],
    'no operation': ['', undefined],
    nonsense: ['}{', 'GRAPHQL_PARSE_FAILED'],
    'a lone surrogate': ['{ person(filter: { name: "\\uD800" }) { id } }', 'GRAPHQL_PARSE_FAILED'],
  };

  test.each(Object.entries(documents))('%s', async (_title, [query, code]) => {
    await ask(server, `${query} `);
    calls = 0;
    const startedAt = performance.now();
    const { status, text } = await ask(server, query);
    expect(performance.now() - startedAt).toBeLessThan(100);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(calls).toBe(0);
    expect(text).not.toMatch(/did you mean|secretLedger"?\?/i);
    if (code !== undefined) expect(text).toContain(`"code":"${code}"`);
  });

  test('a refusal speaks both languages and names the limit', async () => {
    const { json } = await ask(server, documents['depth 50']?.[0] ?? '');
    expect(json).toMatchObject({
      errors: [{ message: /lồng quá sâu/, extensions: { limit: 15, vi: /15/, en: /nested too deeply/ } }],
    });
  });
});

describe('hostile variables', () => {
  test.each([
    ['5,000 deep', `${'{"and":'.repeat(5_000)}{}${'}'.repeat(5_000)}`],
    ['an unknown member', '{"nam":"x"}'],
    ['a wrong kind', '{"name":{"$ne":null}}'],
    ['a prototype', '{"__proto__":{"name":"x"}}'],
  ])('%s', async (_title, filter) => {
    const query = 'query ($f: Filter) { person(filter: $f) { id } }';
    const { status, text } = await send(server, `{"query":${JSON.stringify(query)},"variables":{"f":${filter}}}`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/did you mean/i);
  });

  test('the cost is asked for with the variables and may refuse', async () => {
    const query = 'query ($first: Int) { person { friends(first: $first) { id } } }';
    expect(await ask(server, query, { first: 1_000 })).toMatchObject({ status: 200 });
    expect(await ask(server, query, { first: 1_001 })).toMatchObject({
      status: 400,
      json: { errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }] },
    });
  });
});

test('batches, mutations by GET and other content are refused', async () => {
  const batch = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ secretLedger }' }))),
  });
  expect(batch.status).toBe(400);
  const mutation = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent('mutation { rename(name: "x") { id } }')}`,
  );
  expect(mutation.status).toBe(405);
  expect((await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ secretLedger }')}`)).status).toBe(200);
});

test('introspection can be closed, and open it is not mistaken for depth', async () => {
  const query = `{ __schema { types { name fields { args { type { ${'ofType { '.repeat(9)}name${' }'.repeat(9)} } } } } } }`;
  expect(await ask(server, query)).toMatchObject({ status: 200 });
  const refused = await ask(closed, query);
  expect(refused.status).toBe(400);
  expect(refused.text).not.toContain('secretLedger');
});

test('what a resolver breaks on is masked with an id; what it refuses on purpose is shown', async () => {
  const broken = await ask(server, '{ broken secretLedger }');
  expect(broken.status).toBe(200);
  expect(broken.json).toMatchObject({
    data: { broken: null, secretLedger: 1 },
    errors: [{ path: ['broken'], extensions: { code: 'INTERNAL' } }],
  });
  expect(broken.text).not.toMatch(/0012|personal|stack/);
  expect((await ask(server, '{ refused }')).text).toContain('"code":"FORBIDDEN"');
});

test('a schema built elsewhere is of the same realm', () => {
  expect(() =>
    createGraphqlHandler({
      schema: buildSchema(typeDefs),
      context: () => ({}),
      logger: createLogger({ level: 'silent' }),
      introspection: true,
    }),
  ).not.toThrow();
});

function times(count: number, make: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => make(n)).join(' ');
}

function ask(target: TestServer, query: string, variables?: unknown) {
  return send(target, JSON.stringify({ query, variables }));
}

async function send({ url }: TestServer, body: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  });
  const text = await response.text();
  const json: unknown = JSON.parse(text);
  return { status: response.status, text, json };
}
