import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { largestCost } from '../src/complexity-options.ts';
import { operationCost } from '../src/operation-cost.ts';
import { createSchema } from '../src/schema.ts';

const schema = createSchema();
const cost = (source: string, variables: Readonly<Record<string, unknown>> = {}, operationName?: string) =>
  operationCost({ schema, document: parse(source), operationName, variables });

test('a page costs what it may hold, also when its size comes in a variable', () => {
  const page = 'query ($n: Int!) { campaigns(first: $n) { nodes { title } } }';
  expect(cost(page, { n: 100 })).toBe(10 * cost(page, { n: 10 }) - 9);
});

test('the named operation is the one that is counted', () => {
  const two = 'query a { viewer { people { tenantName } } } query b { ledgerReport { holds } }';
  expect(cost(two, {}, 'b')).toBeGreaterThan(cost(two, {}, 'a'));
});

test('a page of a hundred awards with their whole timelines is affordable, pages within pages are not', () => {
  const screen = `{ campaign(id: "x") { title allotments { code available } awards(first: 100) { totalCount nodes {
    id state amount nominee { fullName school } association { name } can { action allowed reason { message } }
    timeline { seq type at who { role fullName } from to why { text } amount hash } } } } }`;
  expect(cost(screen)).toBeLessThan(largestCost);
  expect(
    cost(
      '{ associations(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { name } } } } } } }',
    ),
  ).toBeGreaterThan(largestCost);
});

test('variables that do not fit cost nothing, since the operation will not run', () => {
  expect(cost('query ($n: Int!) { campaigns(first: $n) { nodes { title } } }', { n: 'many' })).toBe(0);
});
