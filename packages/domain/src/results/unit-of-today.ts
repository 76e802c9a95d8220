import { err, ok, type AssociationId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import type { Share } from '../association/succession.ts';
import { successorsOn, type PlaceShare } from '../place/follow-places.ts';
import { compareWithWhole, productOfShares, sumOfShares, wholeShare } from '../place/place-share.ts';
import { placeOn, type PlaceTree } from '../place/place-tree.ts';
import type {
  AssociationFate,
  AssociationHandover,
  NotSummableReason,
  SuccessorUnit,
  UnitOfToday,
} from './unit-result.ts';

/** What is known of associations and places, to follow them to a day. */
export interface UnitsUntilToday {
  readonly fates: ReadonlyMap<AssociationId, AssociationFate>;
  readonly handovers: ReadonlyMap<AssociationId, readonly AssociationHandover[]>;
  readonly places: PlaceTree;
  readonly today: CalendarDate;
}

/** That there is no single unit of today, and why. */
export interface NoSingleUnit {
  readonly reason: NotSummableReason;
  readonly successors: readonly SuccessorUnit[];
}

/** The one unit of today that an association of then belongs to. */
export function findUnitOfToday(then: AssociationFate, units: UnitsUntilToday): Result<UnitOfToday, NoSingleUnit> {
  const holders = lastHolders(then.id, units.handovers);
  const [holder] = holders;
  if (holders.length > 1) return err({ reason: 'ASSOCIATION_DIVIDED', successors: unitsOf(holders, units) });
  if (holder === undefined || holder.id === null) return err({ reason: 'IN_ANOTHER_NETWORK', successors: [] });
  const now = units.fates.get(holder.id);
  if (now === undefined) return err({ reason: 'OUT_OF_SIGHT', successors: [] });
  if (now.status === 'closed') return err({ reason: 'CLOSED_WITHOUT_SUCCESSOR', successors: [] });
  const places = placesOfToday(now, units);
  if (places.length === 0) return ok({ kind: 'association', association: now });
  const whole = wholePlace(places);
  if (whole !== null) return ok(whole);
  const successors = places.map(({ place, share }): SuccessorUnit => ({ unit: { kind: 'place', place }, share }));
  return err({ reason: 'PLACE_DIVIDED', successors });
}

/** Where an association's own succession ends, or null for another network. */
interface Holder {
  readonly id: AssociationId | null;
  readonly share: Share | null;
}

/** Ways that meet again are put together. A chain that came back to itself would end there. */
function lastHolders(id: AssociationId, handovers: UnitsUntilToday['handovers']): readonly Holder[] {
  const ends = new Map<AssociationId | null, Holder>();
  const visit = (holder: Holder, seen: ReadonlySet<AssociationId>): void => {
    const next = holder.id === null ? [] : (handovers.get(holder.id) ?? []);
    if (holder.id === null || next.length === 0) {
      const known = ends.get(holder.id);
      ends.set(holder.id, known === undefined ? holder : { ...holder, share: sumOfShares(known.share, holder.share) });
      return;
    }
    const above = new Set([...seen, holder.id]);
    for (const { to, share } of next)
      if (to === null || !above.has(to)) visit({ id: to, share: productOfShares(holder.share, share) }, above);
  };
  visit({ id, share: wholeShare }, new Set());
  return [...ends.values()];
}

/** The successors that are in sight, each as the unit it is today. */
function unitsOf(holders: readonly Holder[], units: UnitsUntilToday): readonly SuccessorUnit[] {
  return holders.flatMap(({ id, share }): readonly SuccessorUnit[] => {
    const association = id === null ? undefined : units.fates.get(id);
    if (association === undefined) return [];
    const unit = wholePlace(placesOfToday(association, units)) ?? ({ kind: 'association', association } as const);
    return [{ unit, share }];
  });
}

/** A code is read on the day from which the association has stood there, since it may mean another place by now. */
function placesOfToday(
  { placeCodeSystem, placeCode, since }: AssociationFate,
  { places, today }: UnitsUntilToday,
): readonly PlaceShare[] {
  if (placeCodeSystem === null || placeCode === null) return [];
  const place = placeOn(places, placeCodeSystem, placeCode, since);
  return place === null ? [] : successorsOn(places, place, today);
}

/** The one place that all of it went into. */
function wholePlace(places: readonly PlaceShare[]): UnitOfToday | null {
  const [first] = places;
  if (first === undefined || places.length > 1 || first.share === null) return null;
  return compareWithWhole(first.share) === 0 ? { kind: 'place', place: first.place } : null;
}
