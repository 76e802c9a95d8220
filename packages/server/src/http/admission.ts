/** How many requests are worked on, and how many may be. Beyond that a quick "busy" serves everybody better than a queue. */
export interface Admission {
  /** Takes a place, or gives undefined when all are taken. The place is given back by calling what it returns, once. */
  readonly enter: () => (() => void) | undefined;
  readonly taken: () => number;
}

/** Counts places up to a limit. */
export function createAdmission(limit: number): Admission {
  let taken = 0;
  return {
    taken: () => taken,
    enter: () => {
      if (taken >= limit) return undefined;
      taken += 1;
      let given = false;
      return () => {
        if (given) return;
        given = true;
        taken -= 1;
      };
    },
  };
}
