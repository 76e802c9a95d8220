/** Thrown when the code's own assumption is broken. It is a bug, so nobody below the edge catches it. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Throws when `condition` does not hold. Use it for what can only be wrong through a mistake in this code, never for input. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** Gives `value` back when it is there. Use it where the types cannot know what the code does, e.g. after a filled map. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new AssertionError(`${what} is missing`);
  return value;
}
