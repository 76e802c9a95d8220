import type { UnitParent } from './unit-parents.ts';

/** The circles that rows make with their units above, each as its row numbers from below to above. */
export function findCycles(parents: ReadonlyMap<number, UnitParent>): readonly (readonly number[])[] {
  const settled = new Set<number>();
  const cycles: (readonly number[])[] = [];
  for (const start of parents.keys()) {
    const line = new Set<number>();
    let at: number | undefined = start;
    while (at !== undefined && !settled.has(at) && !line.has(at)) {
      line.add(at);
      const parent = parents.get(at);
      at = parent?.kind === 'LISTED' ? parent.unit.rowNumber : undefined;
    }
    if (at !== undefined && line.has(at)) cycles.push([...line].slice([...line].indexOf(at)));
    for (const rowNumber of line) settled.add(rowNumber);
  }
  return cycles;
}
