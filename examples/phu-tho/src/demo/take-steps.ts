import type { ApiClient } from './api-client.ts';
import type { ListedAward } from './award-list.ts';
import { commandKey } from './command-key.ts';
import type { Journal } from './journal.ts';

/** What an item of a list was answered: taken, or refused with a code. */
export interface StepResult {
  readonly __typename: string;
  readonly awardId?: string;
  readonly version?: number;
  readonly code?: string;
  readonly message?: string;
}

export interface StepRun {
  readonly api: ApiClient;
  readonly journal: Journal;
  /** Part of every key, so that a run that is repeated repeats its commands and not their effects. */
  readonly run: string;
  /** Sends each command twice at the same time; the two answers must be one. */
  readonly twice?: boolean;
}

/** A step of many awards: which mutation, in whose name, with what beside the award itself. */
export interface StepPlan {
  readonly persona: string;
  readonly mutation: string;
  readonly inputType: string;
  /** Further fields of the mutation's input. */
  readonly input?: object;
  /** Further fields of each item. */
  readonly item?: (award: ListedAward) => object;
}

interface StepAnswer {
  readonly step: { readonly results: readonly StepResult[] };
}

/** One of two sendings had the effect and the other was told of it: the same award at the same version, or the same refusal. */
function sameAnswer([first, second]: readonly [StepAnswer, StepAnswer]): StepAnswer['step'] {
  for (const [index, one] of first.step.results.entries()) {
    const other = second.step.results[index];
    if (one.awardId !== other?.awardId || one.version !== other?.version || one.code !== other?.code) {
      throw new Error(`a command sent twice was answered twice: ${JSON.stringify([one, other])}`);
    }
  }
  return first.step;
}

/** A hundred items with their reasons stay well below the size that the server takes. */
const chunkSize = 100;

/** Takes a step of each award, a hundred at a time; the answers come in order. What was taken is noted before the next hundred. */
export async function takeSteps(
  { api, journal, run, twice = false }: StepRun,
  awards: readonly ListedAward[],
  { persona, mutation, inputType, input = {}, item = () => ({}) }: StepPlan,
  advance: (done: number) => void = () => {},
): Promise<readonly StepResult[]> {
  const query = `mutation Step($input: ${inputType}!) {
    step: ${mutation}(input: $input) {
      results { __typename ... on AwardAccepted { awardId version } ... on Refusal { code message } }
    }
  }`;
  const results: StepResult[] = [];
  for (let first = 0; first < awards.length; first += chunkSize) {
    const items = awards.slice(first, first + chunkSize).map((award) => ({
      awardId: award.id,
      expectedVersion: award.version,
      idempotencyKey: commandKey(run, mutation, persona, award.id, award.version),
      ...item(award),
    }));
    const variables = { input: { ...input, items } };
    const step = twice
      ? sameAnswer(await api.graphqlTwice<StepAnswer>(persona, query, variables))
      : (await api.graphql<StepAnswer>(persona, query, variables)).step;
    journal.note(
      step.results.flatMap(({ awardId, version }) =>
        awardId === undefined || version === undefined ? [] : [{ awardId, version, state: mutation }],
      ),
    );
    results.push(...step.results);
    advance(results.length);
  }
  return results;
}

/** How many of each refusal there were. */
export function refusalsOf(results: readonly StepResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of results) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Throws when a step that nothing stands against was refused. */
export function allTaken(what: string, results: readonly StepResult[]): void {
  const refused = results.find(({ code }) => code !== undefined);
  if (refused !== undefined) throw new Error(`${what}: ${refused.code} ${refused.message}`);
}
