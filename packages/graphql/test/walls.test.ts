import { instant } from '@khuyenhoc/kernel';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../src/schema.ts';
import { globalId } from '../src/global-id.ts';
import { aSession, awardIdOf, campaignId, communePath, depsOf, otherTenantId, signedIn, tenantId } from './makers.ts';
import { run } from './run.ts';

const schema = createSchema();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
const samples = new Map([
  ['Hash', 'a'.repeat(64)],
  ['Date', '2024-09-05'],
]);
const publicFields = new Set(['publicCampaigns', 'publicAwards', 'standardWorkflow']);
/** What asks for a sign-in and no session. */
const fieldsOfAnybody = new Set(['place']);

/** What a query that is a use case of its own answers without a session. */
const turnedAway = [{ __typename: 'SignInRequired' }, { __typename: 'MandateRequired' }];

/** The smallest selection that a field can be asked with. */
function asked(field: (typeof queries)[number]): string {
  const args = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined).map(argument);
  const of = getNamedType(field.type);
  const connection = of.name.endsWith('Connection');
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${isLeafType(of) ? '' : connection ? ' { edges { cursor } }' : ' { __typename }'}`;
}

function argument({ name, type }: GraphQLArgument): string {
  return `${name}: ${sample(type)}`;
}

function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return `[${sample(type.ofType)}]`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const needed = type.isOneOf
      ? fields.slice(0, 1)
      : fields.filter((one) => isNonNullType(one.type) && one.defaultValue === undefined);
    return `{ ${needed.map((one) => `${one.name}: ${sample(one.type)}`).join(', ')} }`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  return `"${samples.get(type.name) ?? globalId('Campaign', tenantId, campaignId)}"`;
}

describe('without a session', () => {
  test.each(
    queries
      .filter(({ name }) => !publicFields.has(name) && !fieldsOfAnybody.has(name))
      .map((field) => [field.name, field] as const),
  )('%s gives nothing and asks no port', async (name, field) => {
    for (const viewer of [{ kind: 'anonymous' } as const, signedIn(null)]) {
      const { deps, calls } = depsOf();
      const { data, errors } = await run(deps, viewer, `{ ${asked(field)} }`);
      expect(errors).toBeUndefined();
      const value: unknown = Reflect.get(Object(data), name);
      const isViewer = name === 'viewer' && viewer.kind === 'signed-in';
      if (!isViewer) expect([null, [], [null], { edges: [] }, ...turnedAway]).toContainEqual(value);
      expect(calls).toEqual([]);
    }
  });

  test('places, which belong to no network, are read by anybody who signed in and by nobody else', async () => {
    const { deps, calls } = depsOf({ placeReads: { placesOn: () => Promise.resolve([null]) } });
    const source = '{ place(code: "08230", on: "2024-09-05") { name } }';
    expect(await run(deps, { kind: 'anonymous' }, source)).toEqual({ data: { place: null } });
    expect(calls).toEqual([]);
    expect(await run(deps, signedIn(null), source)).toEqual({ data: { place: null } });
    expect(calls).toEqual(['placeReads.placesOn']);
  });

  test('what is public is read from the public port alone, as of today', async () => {
    const publicReads = {
      campaigns: () => Promise.resolve({ items: [], hasNext: false, hasPrevious: false }),
      awards: () => Promise.resolve({ items: [], hasNext: false, hasPrevious: false }),
    };
    const { deps, calls } = depsOf({ publicReads, clock: { now: () => instant('2024-10-01T02:00:00.000Z') } });
    const id = globalId('Campaign', otherTenantId, campaignId);
    const { errors } = await run(
      deps,
      { kind: 'anonymous' },
      `{ publicCampaigns { edges { cursor } } publicAwards(campaignId: "${id}") { edges { cursor } } }`,
    );
    expect(errors).toBeUndefined();
    expect(calls.toSorted()).toEqual(['clock.now', 'publicReads.awards', 'publicReads.campaigns']);
  });
});

describe('with a session', () => {
  test('a node of another network is as good as none, and nothing is read', async () => {
    const { deps, calls } = depsOf();
    const id = globalId('Award', otherTenantId, awardIdOf(1));
    const { data } = await run(
      deps,
      signedIn(aSession('officer')),
      `{ node(id: "${id}") { id } nodes(ids: ["${id}", "x"]) { id } award(id: "${id}") { id } }`,
    );
    expect(data).toEqual({ node: null, nodes: [null, null], award: null });
    expect(calls).toEqual([]);
  });

  test('a role without the permission reads nothing of funds', async () => {
    const { deps, calls } = depsOf();
    const { data } = await run(deps, signedIn(aSession('verifier')), '{ funds { name } }');
    expect(data).toEqual({ funds: [] });
    expect(calls).toEqual([]);
  });

  test('the ledger of a network is for its root alone', async () => {
    const report = {
      accounts: 2,
      transfers: 1,
      wrongAccounts: [],
      wrongTotals: 0,
      overdrawnAccounts: [],
      sums: [{ commodity: 'VND', sum: 0n }],
    };
    const { deps, calls } = depsOf({ reads: { ledgerReport: () => Promise.resolve(report) } });
    const source = '{ ledgerReport { holds sums { sum } } }';
    expect((await run(deps, signedIn(aSession('auditor', { path: communePath })), source)).data).toEqual({
      ledgerReport: null,
    });
    expect((await run(deps, signedIn(aSession('officer')), source)).data).toEqual({ ledgerReport: null });
    expect(calls).toEqual([]);
    expect((await run(deps, signedIn(aSession('auditor')), source)).data).toEqual({
      ledgerReport: { holds: true, sums: [{ sum: '0' }] },
    });
  });

  test('a filter that cannot be read does not become no filter', async () => {
    const { deps } = depsOf({ reads: { campaigns: () => Promise.resolve([]) } });
    const source = `{ campaign(id: "${globalId('Campaign', tenantId, campaignId)}") { awards(withinAssociation: "x") { edges { cursor } } } }`;
    expect((await run(deps, signedIn(aSession('officer')), source)).data).toEqual({ campaign: null });
  });
});
