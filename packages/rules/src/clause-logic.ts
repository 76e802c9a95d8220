import type { ClauseResult } from './clause.ts';

/**
 * Kleene's three-valued logic with a fourth value. What decides, decides: a fail settles "all of" and a pass settles "any
 * of" whatever else is unknown. Short of that, the value that more facts could not change wins: "all of" stays blocked even
 * when the unknown becomes known, while "any of" may still pass.
 */
export function resultOfAll(results: readonly ClauseResult[]): ClauseResult {
  return strongest(results, ['fail', 'blocked', 'unknown'], 'pass');
}

/** "Any of": see {@link resultOfAll}. Of nothing, nothing passes. */
export function resultOfAny(results: readonly ClauseResult[]): ClauseResult {
  return strongest(results, ['pass', 'unknown', 'blocked'], 'fail');
}

/** "Not": what is unknown or blocked stays so. */
export function resultOfNot(result: ClauseResult): ClauseResult {
  if (result === 'pass') return 'fail';
  return result === 'fail' ? 'pass' : result;
}

function strongest(
  results: readonly ClauseResult[],
  order: readonly ClauseResult[],
  otherwise: ClauseResult,
): ClauseResult {
  return order.find((candidate) => results.includes(candidate)) ?? otherwise;
}
