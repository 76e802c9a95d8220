/** Random choices from a seed: the same seed gives the same run on any machine, so a failure can be seen again. */
export interface SeededRandom {
  /** A number from 0 up to, not including, `end`. */
  below(end: number): number;
  chance(share: number): boolean;
  oneOf<Item>(items: readonly Item[]): Item;
  /** Some of the items, possibly none, in their order. */
  someOf<Item>(items: readonly Item[], share?: number): readonly Item[];
}

/** Mulberry32: small, fast, and good enough to wander through a state machine. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (end) => Math.floor(next() * end),
    chance: (share) => next() < share,
    oneOf: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    someOf: (items, share = 0.5) => items.filter(() => next() < share),
  };
}
