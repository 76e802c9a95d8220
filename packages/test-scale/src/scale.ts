import process from 'node:process';
import { readScale } from './read-scale.ts';

/**
 * How much a test does. An ordinary run takes a hundredth of what a test asks for, a deep run (`pnpm test:deep`) all of it.
 * Read once from the environment, as the runner and all of its workers see the same one.
 */
const { share, seed: seedOfRun } = readScale(process.env);

/** What every random choice of a test starts from, so that a run can be repeated. */
export const seed: number = seedOfRun;

/** A count of repetitions, or a hundredth of it (at least one) in an ordinary run. */
export function scale(count: number): number {
  return Math.max(1, Math.ceil(count * share));
}

/** The two options of a property run, in fast-check's words. */
export interface PropertyRuns {
  readonly numRuns: number;
  readonly seed: number;
}

/** What `fc.assert(property, …)` needs to check a property at the scale of the run, from its seed. */
export function propertyRuns(count: number): PropertyRuns {
  return { numRuns: scale(count), seed };
}
