import type { GraphQLDeps, Viewer } from '@khuyenhoc/graphql';
import type { GraphQLField } from 'graphql';
import { ask, codeOf, follow, member, type Told } from './ask.ts';
import { callOf, queryOf, type Way } from './schema-paths.ts';

/**
 * What somebody is told by a field: `V` a value, `N` null, `E` an empty list, `-` nothing since already what it belongs to is not
 * there for him, `?` it cannot be asked for without an id of its own, or the code of an error.
 */
export type Outcome = string;

/** What a query is asked about: a thing by its id, a person, a name. */
export type Variables = Readonly<Record<string, string>>;

/** Asks for all fields of a type at the end of its way, at once and then one by one where an error hid its neighbours. */
export async function fieldOutcomes(
  deps: GraphQLDeps,
  viewer: Viewer,
  way: Way,
  variables: Variables,
): Promise<ReadonlyMap<string, Outcome>> {
  const fields = Object.values(way.type.getFields());
  const asked = fields.filter((field) => callOf(field) !== null);
  const outcomes = new Map<string, Outcome>();
  for (const field of fields) if (!asked.includes(field)) outcomes.set(field.name, '?');
  const together = await tell(deps, viewer, way, asked, variables);
  const alone = together.told.errors.length > 0 && asked.length > 1;
  for (const field of asked) {
    const { told, names } = alone ? await tell(deps, viewer, way, [field], variables) : together;
    outcomes.set(field.name, outcomeOf(told, names, field.name));
  }
  return outcomes;
}

/** What somebody is told by one field at the end of a way. */
export async function outcomeAt(
  deps: GraphQLDeps,
  viewer: Viewer,
  way: Way,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): Promise<Outcome> {
  if (callOf(field) === null) return '?';
  const { told, names } = await tell(deps, viewer, way, [field], variables);
  return outcomeOf(told, names, field.name);
}

async function tell(
  deps: GraphQLDeps,
  viewer: Viewer,
  way: Way,
  fields: readonly GraphQLField<unknown, unknown>[],
  variables: Variables,
): Promise<{ readonly told: Told; readonly names: readonly string[] }> {
  const { source, names } = queryOf(way, fields);
  return { told: await ask(deps, viewer, source, variables), names };
}

function outcomeOf({ data, errors }: Told, names: readonly string[], field: string): Outcome {
  const [error] = errors;
  if (error !== undefined) return codeOf(error);
  // An interface or union on the way may have been something else than what the way takes it for.
  if (typeof follow(data, [...names, '__typename']) !== 'string') return '-';
  const value = follow(data, [...names, field]);
  if (value !== null && value !== undefined) return 'V';
  return isEmptyList(data, [...names, field]) ? 'E' : 'N';
}

/** Whether a value at the end of names is a list without items; `follow` passes over those. */
function isEmptyList(value: unknown, names: readonly string[]): boolean {
  if (Array.isArray(value))
    return names.length === 0 ? value.length === 0 : value.some((item) => isEmptyList(item, names));
  const [name, ...rest] = names;
  return name !== undefined && isEmptyList(member(value, name), rest);
}
