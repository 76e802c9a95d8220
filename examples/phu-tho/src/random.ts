/**
 * A small random generator with a seed: the same seed gives the same example on any machine, so that a bug seen in the
 * demo can be seen again. It is mulberry32 (32 bits of state). Never use it for ids or secrets.
 */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** One item of a list. An empty list is a mistake of the caller and throws. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** True in `percent` of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** The same items in another order (Fisher-Yates). */
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
}

/** A generator that starts at `seed`. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function below(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }

  function pick<Item>(items: readonly Item[]): Item {
    const [item] = items.slice(below(items.length));
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  function shuffled<Item>(items: readonly Item[]): readonly Item[] {
    const rest = [...items];
    const drawn: Item[] = [];
    while (rest.length > 0) drawn.push(...rest.splice(below(rest.length), 1));
    return drawn;
  }

  return { below, pick, chance: (percent) => below(100) < percent, shuffled };
}
