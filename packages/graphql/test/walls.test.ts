import {
  getNamedType,
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
const publicFields = new Set(['publicCampaigns', 'publicAwards', 'standardWorkflow']);

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
  if (isInputObjectType(type)) throw new Error(`a query takes ${type.name}`);
  return type.name === 'Hash' ? `"${'a'.repeat(64)}"` : `"${globalId('Campaign', tenantId, campaignId)}"`;
}

describe('without a session', () => {
  test.each(queries.filter(({ name }) => !publicFields.has(name)).map((field) => [field.name, field] as const))(
    '%s gives nothing and asks no port',
    async (name, field) => {
      for (const viewer of [{ kind: 'anonymous' } as const, signedIn(null)]) {
        const { deps, calls } = depsOf();
        const { data, errors } = await run(deps, viewer, `{ ${asked(field)} }`);
        expect(errors).toBeUndefined();
        const value: unknown = Reflect.get(Object(data), name);
        const isViewer = name === 'viewer' && viewer.kind === 'signed-in';
        if (!isViewer) expect([null, [], [null], { edges: [] }]).toContainEqual(value);
        expect(calls).toEqual([]);
      }
    },
  );

  test('what is public is read from the public port alone', async () => {
    const publicReads = {
      campaigns: () => Promise.resolve({ items: [], hasNext: false, hasPrevious: false }),
      awards: () => Promise.resolve({ items: [], hasNext: false, hasPrevious: false }),
    };
    const { deps, calls } = depsOf({ publicReads });
    const id = globalId('Campaign', otherTenantId, campaignId);
    const { errors } = await run(
      deps,
      { kind: 'anonymous' },
      `{ publicCampaigns { edges { cursor } } publicAwards(campaignId: "${id}") { edges { cursor } } }`,
    );
    expect(errors).toBeUndefined();
    expect(calls.toSorted()).toEqual(['publicReads.awards', 'publicReads.campaigns']);
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
