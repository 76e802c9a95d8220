import type { GraphQLDeps, Viewer } from '@khuyenhoc/graphql';
import { getNamedType, isObjectType, isUnionType } from 'graphql';
import { ask, codeOf, follow, member, schema } from './ask.ts';
import { withKeys } from './keys.ts';

/** What a mutation answered: `done`, or the code of the refusal or error. */
export async function mutationOutcome(
  deps: GraphQLDeps,
  viewer: Viewer,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const source = `mutation($input: ${type}!) { done: ${name}(input: $input) { ${selectionOf(name)} } }`;
  const { data, errors } = await ask(deps, viewer, source, { input: withKeys(type, input, () => deps.ids.uuid()) });
  const [error] = errors;
  if (error !== undefined) return codeOf(error);
  const answer = follow(data, ['done']);
  const first = member(answer, 'results');
  const result: unknown = Array.isArray(first) ? first[0] : answer;
  const code = member(result, 'code');
  return typeof code === 'string' ? code : result === null || result === undefined ? 'NOTHING' : 'done';
}

/** Where an answer tells what became of the command: in its one item, or in itself. */
function selectionOf(name: string): string {
  const mutation = schema.getMutationType()?.getFields()[name];
  if (mutation === undefined) throw new Error(`no mutation ${name}`);
  const type = getNamedType(mutation.type);
  const told = '__typename ... on Refusal { code }';
  if (isObjectType(type) && type.getFields()['results'] !== undefined) return `results { ${told} }`;
  return isUnionType(type) ? told : '__typename';
}
