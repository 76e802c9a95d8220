import type { Result } from '@khuyenhoc/kernel';

/** The example's own data are accepted, or the example is wrong. */
export function accepted<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`the example was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
