import { createRequestContext, createSchema, type GraphQLDeps, type Viewer } from '@khuyenhoc/graphql';
import { execute, parse, type DocumentNode, type GraphQLError } from 'graphql';

/** The schema as the server serves it. */
export const schema = createSchema();

/** What an operation gave, before it is written as JSON. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
}

const parsed = new Map<string, DocumentNode>();

/**
 * Runs an operation as somebody. The HTTP side is left out, since thousands of cells are asked and every one of them would say the
 * same there; that it lets nobody be somebody else is shown by tests of its own.
 */
export async function ask(
  deps: GraphQLDeps,
  viewer: Viewer,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Told> {
  const document = parsed.get(source) ?? parse(source);
  parsed.set(source, document);
  const result = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: createRequestContext(deps, viewer),
  });
  return { data: result.data ?? null, errors: result.errors ?? [] };
}

/** The code that an error tells. */
export function codeOf({ extensions, message }: GraphQLError): string {
  const { code } = extensions;
  return typeof code === 'string' ? code : `ERROR ${message}`;
}

/** The member of a value that came out of an operation, or undefined. */
export function member(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Follows names into a value, taking of every list on the way the first that leads to the end; undefined when none does. */
export function follow(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = follow(item, names);
      if (found !== undefined && found !== null) return found;
    }
    return undefined;
  }
  const [name, ...rest] = names;
  return name === undefined ? value : follow(member(value, name), rest);
}
