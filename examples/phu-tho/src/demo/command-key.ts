import { hash } from 'node:crypto';

/** The key of a command, made from what it is: a run that is repeated sends the same keys, so it repeats no effect. */
export function commandKey(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join(' '), 'hex');
}
