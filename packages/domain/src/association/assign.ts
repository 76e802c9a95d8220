import { err, ok, type AssociationId, type Result } from '@khuyenhoc/kernel';
import type { HandedOverKind, ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { Destinations } from './reorganisation.ts';

/** Something that needs a successor, and whose it was. */
export interface Assignable<Id extends string> {
  readonly id: Id;
  readonly associationId: AssociationId;
}

/** How things of one kind are assigned. */
export interface Assignment<Id extends string> {
  readonly what: HandedOverKind;
  readonly things: readonly Assignable<Id>[];
  readonly destinations: Destinations<Id, AssociationId | null>;
  readonly successors: ReadonlySet<AssociationId>;
  /** Where a thing goes that is neither named nor covered by `rest`; null when that is nowhere. */
  readonly otherwise: (thing: Assignable<Id>) => AssociationId | null;
  /** Whether a thing may go nowhere. */
  readonly mayEnd: boolean;
}

/** Gives each thing exactly one successor, or says which has none, two, or one that takes nothing over. */
export function assign<Id extends string>(
  assignment: Assignment<Id>,
): Result<ReadonlyMap<Id, AssociationId | null>, ReorganisationRefusal> {
  const { what, things, destinations, successors, otherwise, mayEnd } = assignment;
  const concerned = new Set(things.map(({ id }) => id));
  const named = new Map<Id, AssociationId | null>();
  for (const { id, to } of destinations.named) {
    if (!concerned.has(id)) return err({ code: 'NOT_CONCERNED', what, id });
    if (named.has(id)) return err({ code: 'TWO_SUCCESSORS', what, id });
    if (to !== null && !successors.has(to)) return err({ code: 'NOT_A_SUCCESSOR', what, id, to });
    named.set(id, to);
  }
  const { rest } = destinations;
  if (rest !== null && !successors.has(rest)) return err({ code: 'NOT_A_SUCCESSOR', what, id: '*', to: rest });
  const assigned = new Map<Id, AssociationId | null>();
  for (const thing of things) {
    const said = named.get(thing.id);
    const to = said === undefined ? (otherwise(thing) ?? rest) : said;
    if (to === null && !mayEnd) {
      return err({ code: 'NOT_ASSIGNED', what, id: thing.id, associationId: thing.associationId });
    }
    assigned.set(thing.id, to);
  }
  return ok(assigned);
}
