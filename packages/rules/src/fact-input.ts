import { canonicalData } from './canonical-data.ts';
import type { ClauseInput } from './clause.ts';
import type { Fact } from './fact.ts';

/** A fact as a clause's input. */
export function inputOf<Value>(path: string, fact: Fact<Value>): ClauseInput {
  return { path, value: canonicalData(fact.value), provenance: fact.provenance };
}

/** A fact of a list with the path at which it stands. */
export interface ListedFact<Value> extends Fact<Value> {
  readonly path: string;
}

/** The facts of a list that a clause looks at, each with its path. */
export function listedFacts<Value>(
  list: string,
  facts: readonly Fact<Value>[],
  isWanted: (value: Value) => boolean = () => true,
): readonly ListedFact<Value>[] {
  return facts.map((fact, index) => ({ ...fact, path: `${list}.${index}` })).filter(({ value }) => isWanted(value));
}

/** Listed facts as inputs of a clause. */
export function inputsOf<Value>(facts: readonly ListedFact<Value>[]): readonly ClauseInput[] {
  return facts.map((fact) => inputOf(fact.path, fact));
}
