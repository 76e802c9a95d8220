import type { GraphQLDeps } from '@khuyenhoc/graphql';
import { vietnamDate } from '@khuyenhoc/kernel';
import type { Application } from '../../src/application.ts';
import { viewerAs, type Spot } from './actors.ts';
import { ask, follow } from './ask.ts';
import { withKeys } from './keys.ts';

/** Does things at one place of the world through the schema, as its officials do. */
export interface Hand {
  readonly spot: Spot;
  readonly today: string;
  /** Runs a mutation as somebody of the place and gives one value of its answer; throws unless it is there. */
  readonly does: (who: string, mutation: string, input: object, wanted: string) => Promise<string>;
  readonly asks: (who: string, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Every command gets a key of its own, both at its head and in the items of a list; what a mutation has no place for is left out. */
export function createHand(application: Application, deps: GraphQLDeps, spot: Spot): Hand {
  const { ids, clock } = application.useCases;
  const asks: Hand['asks'] = async (who, query, variables = {}) =>
    (await ask(deps, await viewerAs(application, who, spot), query, variables)).data;
  return {
    spot,
    today: vietnamDate(clock.now()),
    asks,
    does: async (who, mutation, input, wanted) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const source = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${wanted} ... on Refusal { code message } } }`;
      const viewer = await viewerAs(application, who, spot);
      const told = await ask(deps, viewer, withRefusals(source, wanted), {
        input: withKeys(type, input, () => ids.uuid()),
      });
      const names = wanted
        .replaceAll(/[{}]|\.\.\. on \w+/g, ' ')
        .trim()
        .split(/\s+/);
      const value = follow(told.data, ['done', ...names]);
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      throw new Error(`${mutation} at ${spot}: ${JSON.stringify(told)}`);
    },
  };
}

/** Refusals stand where the answer stands: in the items of a list, or in the place of the whole. */
function withRefusals(source: string, wanted: string): string {
  if (!wanted.startsWith('results')) return source;
  return source
    .replace(' ... on Refusal { code message } }', ' }')
    .replace('results {', 'results { ... on Refusal { code message }');
}
