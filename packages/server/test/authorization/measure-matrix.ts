import { getNamedType, type GraphQLField } from 'graphql';
import type { GraphQLDeps, Viewer } from '@khuyenhoc/graphql';
import { actors, relations, viewerAs, type Actor, type Relation } from './actors.ts';
import { noneOf, type World } from './a-world.ts';
import { innerCanaryOf } from './canaries.ts';
import { fieldOutcomes, outcomeAt, type Variables } from './field-outcomes.ts';
import { gather, type MatrixRow } from './matrix-text.ts';
import { mutationInputs, targetOf } from './mutation-inputs.ts';
import { mutationOutcome } from './mutation-outcomes.ts';
import { schema } from './ask.ts';
import { callOf, isAnswerOfMutation, isBound, nodeTypes, objectTypes, ways, type Way } from './schema-paths.ts';
import type { NodeType } from '@khuyenhoc/graphql';

/** Who a cell is asked as, and over what. Tests of a single wall give other answers here. */
export type Ask = (
  actor: Actor,
  relation: Relation,
) => Promise<{ readonly deps: GraphQLDeps; readonly viewer: Viewer }>;

/** As every request is: over both walls. */
export function asRequestsAre(world: World, deps: GraphQLDeps = world.deps): Ask {
  const viewers = new Map<Actor, Promise<Viewer>>();
  return async (actor) => {
    const viewer = viewers.get(actor) ?? viewerAs(world.application, actor);
    viewers.set(actor, viewer);
    return { deps, viewer: await viewer };
  };
}

/** Asks for every field of every type that can be read, in every relation, as everybody. */
export async function measureFields(
  world: World,
  as: Ask,
  who: readonly Actor[] = actors,
): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for (const type of objectTypes()) {
    const way = ways().get(type.name);
    if (way === undefined || isAnswerOfMutation(type)) continue;
    for (const relation of isBound(way) ? relations : (['same'] as const)) {
      rows.push(...(await fieldsInRelation(world, as, who, { way, relation })));
    }
  }
  return rows;
}

async function fieldsInRelation(
  world: World,
  as: Ask,
  who: readonly Actor[],
  { way, relation }: { readonly way: Way; readonly relation: Relation },
): Promise<readonly MatrixRow[]> {
  const variables = variablesAt(world, way, relation);
  const told = new Map<Actor, ReadonlyMap<string, string>>();
  for (const actor of who) {
    const { deps, viewer } = await as(actor, relation);
    told.set(actor, await fieldOutcomes(deps, viewer, way, variables));
  }
  const names = Object.keys(way.type.getFields());
  const shown = isBound(way) ? relation : 'any';
  const cells = names.map((name) => ({
    of: way.type.name,
    relation: shown,
    outcomes: outcomesOf((actor) => told.get(actor)?.get(name) ?? ''),
  }));
  return gather(cells, (index) => names[index] ?? '');
}

/** Asks for every field of the root, in every relation where it takes whom or what is asked about. */
export async function measureRoot(world: World, as: Ask): Promise<readonly MatrixRow[]> {
  const type = schema.getQueryType();
  if (type === null || type === undefined) return [];
  const cells: Omit<MatrixRow, 'names'>[] = [];
  const names: string[] = [];
  for (const field of Object.values(type.getFields())) {
    const asked = callOf(field)?.includes('$') === true ? relations : (['same'] as const);
    for (const relation of asked) {
      const variables = {
        ...variablesAt(world, { type, from: 'Query', steps: [] }, relation),
        ...idFor(world, field, relation),
      };
      const told = new Map<Actor, string>();
      for (const actor of actors) {
        const { deps, viewer } = await as(actor, relation);
        told.set(actor, await outcomeAt(deps, viewer, { type, from: 'Query', steps: [] }, field, variables));
      }
      names.push(field.name);
      const shown = asked === relations ? relation : 'any';
      cells.push({ of: 'Query', relation: shown, outcomes: outcomesOf((actor) => told.get(actor) ?? '') });
    }
  }
  return gather(cells, (index) => names[index] ?? '');
}

/** The id that a field of the root asks for: of a thing of the type that it gives; `node` gives any. */
function idFor(world: World, field: GraphQLField<unknown, unknown>, relation: Relation): Variables {
  const { name } = getNamedType(field.type);
  const kind = name === 'Node' ? 'Award' : name;
  return nodeTypes().some((type) => type.name === kind) ? { id: idAt(world, kind, relation) } : {};
}

/** The thing, the person and the name that stand in a relation; of nothing for `none`. */
export function variablesAt(world: World, way: Way, relation: Relation): Variables {
  return {
    ...(way.from === 'Query' ? {} : { id: idAt(world, way.from, relation) }),
    campaignId: idAt(world, 'Campaign', relation),
    personId:
      relation === 'none' || relation === 'none-foreign'
        ? world.application.useCases.ids.uuid()
        : (world.things[relation]['id Person'] ?? ''),
    search:
      relation === 'none' || relation === 'none-foreign' ? 'khongcotennay' : innerCanaryOf(relation).toLowerCase(),
  };
}

function idAt(world: World, type: string, relation: Relation): string {
  if (relation === 'none' || relation === 'none-foreign') return noneOf(world, type as NodeType, relation);
  const id = world.things[relation][type];
  if (id === undefined) throw new Error(`the world has no ${type} at ${relation}: add one to a-world.ts`);
  return id;
}

/** Runs every mutation in every relation as everybody. `deps` should undo what is done. */
export async function measureMutations(
  world: World,
  as: Ask,
  afterEach: (cell: MutationCell) => void,
): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for (const name of Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted()) {
    const input = mutationInputs[name];
    if (input === undefined) throw new Error(`nobody has said how ${name} is asked: add it to mutation-inputs.ts`);
    for (const relation of relations) {
      const told = new Map<Actor, string>();
      for (const actor of actors) {
        const { deps, viewer } = await as(actor, relation);
        const outcome = await mutationOutcome(deps, viewer, name, input(targetOf(world, relation)));
        told.set(actor, outcome);
        afterEach({ name, relation, actor, outcome });
      }
      rows.push({ of: name, relation, outcomes: outcomesOf((actor) => told.get(actor) ?? ''), names: [] });
    }
  }
  return rows;
}

export interface MutationCell {
  readonly name: string;
  readonly relation: Relation;
  readonly actor: Actor;
  readonly outcome: string;
}

function outcomesOf(outcome: (actor: Actor) => string): Readonly<Record<Actor, string>> {
  return {
    officer: outcome('officer'),
    nominator: outcome('nominator'),
    verifier: outcome('verifier'),
    approver: outcome('approver'),
    treasurer: outcome('treasurer'),
    auditor: outcome('auditor'),
    'no-mandate': outcome('no-mandate'),
    anonymous: outcome('anonymous'),
  };
}
