import { valueFromASTUntyped, type ConstValueNode } from 'graphql';
import { edgeError } from '../edge-error.ts';

/** How a scalar is read: null means that the value is none. */
export type Read<Value> = (given: unknown) => Value | null;

/** The input side of a scalar: read alike from a variable and from a literal, and saying in both languages what was wanted. */
export function reading<Value>(wanted: { readonly vi: string; readonly en: string }, read: Read<Value>) {
  const coerceInputValue = (given: unknown): Value => {
    const value = read(given);
    if (value === null) throw edgeError('VALUE_INVALID', wanted);
    return value;
  };
  return {
    coerceInputValue,
    coerceInputLiteral: (node: ConstValueNode): Value => coerceInputValue(valueFromASTUntyped(node)),
  };
}
