import { expect } from 'vitest';

/** An error that tells a client this code. */
export function errorWithCode(code: string): unknown {
  const extensions: unknown = expect.objectContaining({ code });
  const error: unknown = expect.objectContaining({ extensions });
  return error;
}

/** A text that says this somewhere. */
export function saying(words: string): unknown {
  const text: unknown = expect.stringContaining(words);
  return text;
}
