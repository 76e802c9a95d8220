import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

/** Choices that can be repeated from their seed. */
export interface Random {
  readonly chance: (likelihood: number) => boolean;
  readonly of: <Item>(items: readonly Item[]) => Item;
  /** A few of a list, at least one. */
  readonly some: <Item>(items: readonly Item[]) => readonly Item[];
  /** A literal for an argument: an id of anything, a cursor of nothing, a page, a word; null to leave it out. */
  readonly argument: (type: GraphQLInputType, ids: readonly string[]) => string | null;
}

/** mulberry32: small, and the same everywhere. */
export function randomFrom(start: number): Random {
  let state = start >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const of = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  };
  const words = ['a', '%', "' or true --", '\u{1f600}', 'Zq', 'PT-ZqsiblingqZ', '2025-2026'];
  const argument: Random['argument'] = (type, ids) => {
    if (isNonNullType(type)) return argument(type.ofType, ids) ?? '""';
    if (next() < 0.3 && !isNonNullType(type)) return null;
    if (isListType(type)) return `[${argument(type.ofType, ids) ?? ''}]`;
    if (isEnumType(type)) return of(type.getValues()).name;
    if (isInputObjectType(type)) return null;
    if (type.name === 'Int') return String(1 + Math.floor(next() * 20));
    if (type.name === 'Boolean') return String(next() < 0.5);
    if (type.name === 'Date') return '"2026-01-15"';
    // Cursors, hashes and filters are texts like ids are: everything is tried everywhere.
    return JSON.stringify(next() < 0.8 ? of(ids) : of(words));
  };
  return {
    chance: (likelihood) => next() < likelihood,
    of,
    some: (items) => {
      const kept = items.filter(() => next() < 0.4);
      return kept.length === 0 ? [of(items)] : kept;
    },
    argument,
  };
}
