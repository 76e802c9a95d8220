/** The scale of a run: the share of what tests ask for, and the seed. */
export interface RunScale {
  readonly share: number;
  readonly seed: number;
}

// An ordinary run must not fail today and pass tomorrow, so its seed is always the same one; deep runs choose theirs.
const ordinarySeed = 1;

/** Reads `KHUYENHOC_DEEP` and `KHUYENHOC_SEED`. Throws on a seed that is no 31-bit integer: repeating the wrong run misleads. */
export function readScale(environment: Readonly<Record<string, string | undefined>>): RunScale {
  const given = environment['KHUYENHOC_SEED'];
  if (given !== undefined && !isSeed(given)) throw new RangeError(`KHUYENHOC_SEED must be 0 to 2147483647: ${given}`);
  return {
    share: environment['KHUYENHOC_DEEP'] === '1' ? 1 : 1 / 100,
    seed: given === undefined ? ordinarySeed : Number(given),
  };
}

function isSeed(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) < 2 ** 31;
}
