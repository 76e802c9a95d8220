import { roles } from '@khuyenhoc/domain';
import { parseGlobalId, type GraphQLDeps, type Viewer } from '@khuyenhoc/graphql';
import { scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { spots, viewerAs, type Spot } from './actors.ts';
import { aWorld, type World } from './a-world.ts';
import { canaryOf, innerCanaryOf } from './canaries.ts';
import { applicationsOn, type TestApplications } from './an-application.ts';
import { ask, schema } from './ask.ts';
import { variablesAt } from './measure-matrix.ts';
import { mutationInputs } from './mutation-inputs.ts';
import { mutationOutcome } from './mutation-outcomes.ts';
import { randomArgument } from './random-argument.ts';
import { callOf, queryOf, selectionOf, ways } from './schema-paths.ts';
import { undone, type Writes } from './undone.ts';

let applications: TestApplications;
let world: World;
let dry: GraphQLDeps;
/** Ids of everything anybody sees anywhere, whatever they name. */
let ids: readonly string[];
let viewers: readonly { readonly spot: Spot; readonly viewer: Viewer; readonly who: string }[];

beforeAll(async () => {
  applications = await applicationsOn(inject('postgresAdminUrl'));
  world = await aWorld(await applications.compose());
  const writes: Writes = { rows: 0 };
  const composed = await applications.compose((database) => undone(database, writes));
  dry = { ...composed.useCases, reads: composed.reads, publicReads: composed.publicReads };
  viewers = await Promise.all(
    spots.flatMap((spot) =>
      roles.map(async (role) => ({
        spot,
        who: `${role} at ${spot}`,
        viewer: await viewerAs(world.application, role, spot),
      })),
    ),
  );
  ids = [...(await everyId())];
}, 300_000);
afterAll(() => applications.close());

/** Whose words somebody at a place must never read: what stands neither with him, nor below, nor, of some things, above. */
const hidden: Readonly<Record<Spot, readonly Spot[]>> = {
  ancestor: ['foreign'],
  same: ['sibling', 'foreign'],
  descendant: ['sibling', 'foreign'],
  sibling: ['same', 'descendant', 'foreign'],
  foreign: ['ancestor', 'same', 'descendant', 'sibling'],
};
/** Where what is told to nobody below is hidden besides: children, donors, money. */
const above: Readonly<Record<Spot, readonly Spot[]>> = {
  ancestor: [],
  same: ['ancestor'],
  descendant: ['ancestor', 'same'],
  sibling: ['ancestor'],
  foreign: [],
};

function leaks(spot: Spot, text: string): readonly string[] {
  const foreign = hidden[spot].flatMap((one) => [canaryOf(one), innerCanaryOf(one)]);
  return [...foreign, ...above[spot].map(innerCanaryOf)].filter((canary) => text.includes(canary));
}

test('of fifty thousand random calls by everybody none tells what is not the caller’s', async () => {
  const random = seededRandom(seed);
  const count = scale(50_000);
  const found: string[] = [];
  const kinds = new Map<string, number>();
  let told = 0;
  for (let index = 0; index < count; index += 1) {
    const { spot, viewer, who } = random.oneOf(viewers);
    const [kind, call] = random.oneOf(calls);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const { asked, answer } = await call(viewer, random);
    const leak = leaks(spot, answer);
    if (leak.length > 0) found.push(`${who} ${kind}: ${asked} told ${leak.join(' ')}: ${answer.slice(0, 400)}`);
    if (answer.includes(canaryOf(spot)) || answer.includes(innerCanaryOf(spot))) told += 1;
  }
  expect(found).toEqual([]);
  // A test in which nobody is told anything would hide everything: the callers do read what is theirs.
  expect(told).toBeGreaterThan(count / 50);
  expect(kinds.size).toBe(calls.length);
  process.stdout.write(
    `${count} random calls over ${ids.length} ids: 0 leaks, ${told} told the caller his own (seed ${seed})\n`,
  );
}, 1_800_000);

type Call = (viewer: Viewer, random: SeededRandom) => Promise<{ readonly asked: string; readonly answer: string }>;

const calls: readonly (readonly [kind: string, call: Call])[] = [
  ['node by id', (viewer, random) => byId(viewer, random, random.oneOf(ids))],
  ['nodes by ids', nodesByIds],
  ['root fields with arguments', rootField],
  ['mutations on anything', anyMutation],
];

/** Any person and any name. */
function aboutAnybody(random: SeededRandom) {
  const spot = random.oneOf(spots);
  return { personId: world.things[spot]['id Person'] ?? '', search: innerCanaryOf(spot) };
}

/** Some fields of some type, on the way from a node of that id, whatever it is. */
async function byId(viewer: Viewer, random: SeededRandom, id: string) {
  const type = parseGlobalId(id)?.type ?? 'Association';
  const way = random.oneOf([...ways().values()].filter((one) => one.from === type));
  const fields = random.someOf(
    Object.values(way.type.getFields()).filter((field) => callOf(field) !== null),
    0.4,
  );
  const { source } = queryOf(way, fields, 1);
  return answerOf(viewer, source, { id, ...aboutAnybody(random) });
}

async function nodesByIds(viewer: Viewer, random: SeededRandom) {
  const asked = Array.from({ length: 5 }, () => random.oneOf(ids));
  const parts = [...ways().values()]
    .filter((way) => way.steps.length === 0 && way.from !== 'Query')
    .map(({ type }) => `... on ${type.name} { ${leavesOf(type.name).join(' ')} }`);
  return answerOf(viewer, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename ${parts.join(' ')} } }`, { ids: asked });
}

/** Leaf fields of a type, each under a name of its own: types may give one name different kinds. */
function leavesOf(name: string): readonly string[] {
  const way = ways().get(name);
  if (way === undefined) return ['__typename'];
  return Object.values(way.type.getFields())
    .filter((field) => callOf(field) !== null)
    .map((field) => `${name}_${field.name}: ${queryPart(way.type.name, field.name)}`);
}

function queryPart(type: string, field: string): string {
  const way = ways().get(type);
  const one = way?.type.getFields()[field];
  if (way === undefined || one === undefined) return '__typename';
  const { source } = queryOf({ ...way, steps: [], from: 'Query' }, [one]);
  return source.slice(source.indexOf(`${field}: `) + field.length + 2, source.lastIndexOf('}')).trim();
}

/** A field of the root with any id, cursor, text or page where it takes one. */
async function rootField(viewer: Viewer, random: SeededRandom) {
  const query = schema.getQueryType();
  const field = random.oneOf(Object.values(query?.getFields() ?? {}).filter(({ name }) => !/^nodes?$/.test(name)));
  const given = field.args.flatMap((argument) => {
    const value = randomArgument(random, argument.type, ids);
    return value === null ? [] : [`${argument.name}: ${value}`];
  });
  const call = given.length === 0 ? field.name : `${field.name}(${given.join(', ')})`;
  return answerOf(viewer, `{ told: ${call}${selectionOf(field.type, 2)} }`, {});
}

async function anyMutation(viewer: Viewer, random: SeededRandom) {
  const name = random.oneOf(Object.keys(mutationInputs));
  const input = mutationInputs[name]?.((kind) => {
    const things = world.things[random.oneOf(spots)];
    return random.chance(0.7) ? (things[kind] ?? random.oneOf(ids)) : random.oneOf(ids);
  });
  const answer = await mutationOutcome(dry, viewer, name, input ?? {});
  return { asked: `${name} ${JSON.stringify(input)}`, answer };
}

async function answerOf(viewer: Viewer, source: string, variables: Readonly<Record<string, unknown>>) {
  const { data, errors } = await ask(world.deps, viewer, source, variables);
  const answer = JSON.stringify([data, errors.map((error) => [error.message, error.extensions])], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return { asked: `${source} ${JSON.stringify(variables)}`, answer };
}

/** Everything that looks like an id in what officers and auditors of every place are told. */
async function everyId(): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const { spot, viewer } of viewers.filter(({ who }) => /officer|auditor/.test(who))) {
    for (const way of ways().values()) {
      const fields = Object.values(way.type.getFields()).filter((field) => callOf(field) !== null);
      const { source } = queryOf(way, fields, 1);
      const id = way.from === 'Query' ? undefined : world.things[spot][way.from];
      const about = variablesAt(world, { ...way, from: 'Query' }, spot);
      const { answer } = await answerOf(viewer, source, id === undefined ? about : { ...about, id });
      for (const [text] of answer.matchAll(/[\w-]{20,200}/g)) known.add(text);
    }
  }
  for (const things of Object.values(world.things)) for (const id of Object.values(things)) known.add(id);
  return known;
}
