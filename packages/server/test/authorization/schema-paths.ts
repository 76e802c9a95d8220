import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { schema } from './ask.ts';

/** A step of a way through the schema: a field with its arguments, and the type its value is taken as. */
interface Step {
  readonly field: string;
  readonly call: string;
  readonly as: GraphQLObjectType;
}

/** How an object type is reached: from a node by its id, or from the root. */
export interface Way {
  readonly type: GraphQLObjectType;
  /** The type of the node the way begins at, or `Query`. */
  readonly from: string;
  readonly steps: readonly Step[];
}

/** Types that only a mutation answers with: what was done, and why not. They are asked for where mutations are. */
export function isAnswerOfMutation(type: GraphQLObjectType): boolean {
  return !ways().has(type.name) || type.getInterfaces().some(({ name }) => name === 'Refusal');
}

let found: ReadonlyMap<string, Way> | undefined;

/** The shortest way to each object type, breadth first: nodes first, since what hangs on a node stands somewhere in the tree. */
export function ways(): ReadonlyMap<string, Way> {
  if (found !== undefined) return found;
  const known = new Map<string, Way>();
  const queue: Way[] = [];
  const reach = (way: Way) => {
    if (known.has(way.type.name)) return;
    known.set(way.type.name, way);
    queue.push(way);
  };
  for (const type of nodeTypes()) reach({ type, from: type.name, steps: [] });
  const query = schema.getQueryType();
  if (query !== undefined && query !== null) queue.push({ type: query, from: 'Query', steps: [] });
  for (const way of queue) {
    for (const field of Object.values(way.type.getFields())) {
      const call = callOf(field);
      // `node` and `nodes` lead to what was begun with.
      if (call === null || (way.from === 'Query' && way.steps.length === 0 && /^nodes?$/.test(field.name))) continue;
      for (const as of objectTypesOf(field))
        reach({ type: as, from: way.from, steps: [...way.steps, { field: field.name, call, as }] });
    }
  }
  found = known;
  return known;
}

/** Every object type that is a node. */
export function nodeTypes(): readonly GraphQLObjectType[] {
  return objectTypes().filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
}

/** Every object type of the schema, but the roots and those of introspection. */
export function objectTypes(): readonly GraphQLObjectType[] {
  const roots = new Set([
    schema.getQueryType()?.name,
    schema.getMutationType()?.name,
    schema.getSubscriptionType()?.name,
  ]);
  return Object.values(schema.getTypeMap())
    .filter(
      (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !roots.has(type.name),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function objectTypesOf(field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [type];
  return isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : [];
}

/** A field as it is called in a query, with a value for each argument that must be given; null when one cannot be made up. */
export function callOf({ name, args }: GraphQLField<unknown, unknown>): string | null {
  const given: string[] = [];
  for (const argument of args) {
    const value = valueFor(argument);
    if (value === null && isNonNullType(argument.type) && argument.defaultValue === undefined) return null;
    if (value !== null) given.push(`${argument.name}: ${value}`);
  }
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

/** Arguments that are not ids mean the same wherever they are asked. */
const values: Readonly<Record<string, string>> = {
  Date: '"2026-01-15"',
  Int: '3',
  Boolean: 'false',
  String: '"a"',
  ShortText: '"a"',
  ConsentPurpose: 'PUBLISH_NAME',
  Hash: `"${'ab'.repeat(32)}"`,
};

/** Arguments that name whom is asked about: they are bound anew in every relation. */
const bound: Readonly<Record<string, string>> = {
  id: 'ID!',
  personId: 'ID!',
  campaignId: 'ID!',
  search: 'ShortText!',
};

function valueFor(argument: GraphQLArgument): string | null {
  if (bound[argument.name] !== undefined && isNonNullType(argument.type)) return `$${argument.name}`;
  if (argument.name === 'schoolYear') return '"2025-2026"';
  if (!isNonNullType(argument.type) || argument.defaultValue !== undefined)
    return argument.name === 'first' ? '3' : null;
  return literal(argument.type);
}

function literal(type: GraphQLInputType): string | null {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) {
    const inner = literal(type.ofType);
    return inner === null ? null : `[${inner}]`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? null;
  return isLeafType(type) ? (values[type.name] ?? null) : null;
}

/** The query that takes a way and asks for some fields at its end, so deep, and the names that lead there in the answer. */
export function queryOf(
  way: Way,
  fields: readonly GraphQLField<unknown, unknown>[],
  depth = 0,
): { readonly source: string; readonly names: readonly string[] } {
  const end = [
    '__typename',
    ...fields.map((field) => `${field.name}: ${callOf(field) ?? field.name}${selectionOf(field.type, depth)}`),
  ].join(' ');
  const inner = way.steps.reduceRight(
    (body, { field, call, as }) => `${field}: ${call} { ... on ${as.name} { ${body} } }`,
    end,
  );
  const names = way.steps.map(({ field }) => field);
  if (way.from === 'Query') return { source: `query${declared(inner)} { ${inner} }`, names };
  const all = `node(id: $id) { ... on ${way.from} { ${inner} } }`;
  return { source: `query${declared(all)} { ${all} }`, names: ['node', ...names] };
}

/** The fields of a value, so deep; nothing for one without fields. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named) || depth === 0) return ' { __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const call = callOf(field);
    return call === null ? [] : [`${call}${selectionOf(field.type, depth - 1)}`];
  });
  return ` { ${fields.length === 0 ? '__typename' : fields.join(' ')} }`;
}

/** The variables that a query names, with their types. */
function declared(source: string): string {
  const named = Object.keys(bound).filter((name) => new RegExp(`\\$${name}\\b`).test(source));
  return named.length === 0 ? '' : `(${named.map((name) => `$${name}: ${bound[name]}`).join(', ')})`;
}

/** Whether what a way leads to depends on whom is asked about. */
export function isBound(way: Way): boolean {
  return way.from !== 'Query' || way.steps.some(({ call }) => call.includes('$'));
}
