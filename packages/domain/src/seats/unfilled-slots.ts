import type { PersonId } from '@khuyenhoc/kernel';

/** A seat of a line, how many people it takes, and who could sit there. */
export interface Contested<Seat> {
  readonly seat: Seat;
  readonly persons: number;
  readonly fillers: readonly PersonId[];
}

/**
 * How many slots of a line stay empty although each seat by itself has enough people, since nobody may sit on two of them: one
 * human with two mandates fills one seat. It is a matching of slots with people, the largest there is (Kuhn's augmenting ways),
 * and earlier seats are filled before later ones.
 */
export function unfilledSlots<Seat>(
  line: readonly Contested<Seat>[],
): readonly { readonly seat: Seat; readonly missing: number }[] {
  const slots = line.flatMap(({ persons, fillers }, index) =>
    // More slots than people is a shortage of its own, told as such.
    Array.from({ length: Math.min(persons, fillers.length) }, () => ({ index, fillers })),
  );
  const seated = new Map<PersonId, number>();
  const empty = new Map<number, number>();
  for (const [slot, { index }] of slots.entries()) {
    if (!seat(slot, new Set())) empty.set(index, (empty.get(index) ?? 0) + 1);
  }
  return line.flatMap(({ seat: told }, index) => {
    const missing = empty.get(index) ?? 0;
    return missing === 0 ? [] : [{ seat: told, missing }];
  });

  /** Finds somebody for a slot, moving others to their other seats when that frees one. */
  function seat(slot: number, asked: Set<PersonId>): boolean {
    for (const person of slots[slot]?.fillers ?? []) {
      if (asked.has(person)) continue;
      asked.add(person);
      const holder = seated.get(person);
      if (holder !== undefined && !seat(holder, asked)) continue;
      seated.set(person, slot);
      return true;
    }
    return false;
  }
}
