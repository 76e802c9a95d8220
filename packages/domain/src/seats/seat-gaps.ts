import { addDays, type CalendarDate, type MandateId, type PersonId } from '@khuyenhoc/kernel';
import { isValidOn, type Mandate } from '../association/mandate.ts';
import { isWithin, selfAndAbove, type Path } from '../association/path.ts';
import { unfilledSlots } from './unfilled-slots.ts';
import type { Seat } from './seat.ts';

/** A seat that too few people can fill from a day on. */
export interface SeatGap extends Seat {
  /** How many people are missing. */
  readonly missing: number;
  /** The first day of it that was looked at. */
  readonly from: CalendarDate;
  /** Whether there would be enough, were it not for steps that the same people may not take on one case. */
  readonly shared: boolean;
}

/** Mandates that are to end, each with its last day. */
export type Endings = ReadonlyMap<MandateId, CalendarDate>;

/** The days that are looked at: a first one, and as many after it. */
export interface Outlook {
  readonly from: CalendarDate;
  readonly days: number;
}

/** The gaps on a day and those that open when mandates end within the days after it, each with its first day. */
export function seatGaps(seats: readonly Seat[], mandates: readonly Mandate[], outlook: Outlook): readonly SeatGap[] {
  const first = new Map<string, SeatGap>();
  for (const day of daysToLookAt(mandates, outlook)) {
    for (const gap of gapsOn(seats, mandates, day)) if (!first.has(keyOf(gap))) first.set(keyOf(gap), gap);
  }
  return [...first.values()];
}

/**
 * The gaps that a change leaves: seats that were filled, or filled better, without it. A gap that is there anyway is nobody's
 * doing and is not told.
 */
export function gapsAfter(
  seats: readonly Seat[],
  mandates: readonly Mandate[],
  endings: Endings,
  outlook: Outlook,
): readonly SeatGap[] {
  const ended = mandates.map((mandate): Mandate => {
    const lastDay = endings.get(mandate.id);
    if (lastDay === undefined || (mandate.validTo !== null && mandate.validTo <= lastDay)) return mandate;
    return { ...mandate, validTo: lastDay };
  });
  const touched = mandates.filter(({ id }) => endings.has(id));
  // A unit's line includes the seats of its campaign, whoever fills those.
  const concerned = seats.filter(
    ({ reach, path }) => reach === 'campaign' || touched.some((mandate) => isWithin(path, mandate.path)),
  );
  const first = new Map<string, SeatGap>();
  for (const day of daysToLookAt(ended, outlook)) {
    const before = new Map(gapsOn(concerned, mandates, day).map((gap) => [keyOf(gap), gap.missing]));
    for (const gap of gapsOn(concerned, ended, day)) {
      if (gap.missing > (before.get(keyOf(gap)) ?? 0) && !first.has(keyOf(gap))) first.set(keyOf(gap), gap);
    }
  }
  return [...first.values()];
}

/** A gap opens on the first day looked at, or on the day after a mandate ends. */
function daysToLookAt(mandates: readonly Mandate[], { from, days }: Outlook): readonly CalendarDate[] {
  const last = addDays(from, days);
  const after = mandates.flatMap(({ validTo }) => (validTo === null ? [] : [addDays(validTo, 1)]));
  return [...new Set([from, ...after.filter((day) => day > from && day <= last)])].toSorted();
}

/** Which seats too few people can fill on one day. */
function gapsOn(seats: readonly Seat[], mandates: readonly Mandate[], day: CalendarDate): readonly SeatGap[] {
  const people = peopleByPath(mandates.filter((mandate) => isValidOn(mandate, day)));
  const fillers = new Map(seats.map((seat) => [seat, fillersOf(seat, people)]));
  const short = seats.flatMap((seat): readonly SeatGap[] => {
    const missing = seat.persons - (fillers.get(seat)?.length ?? 0);
    return missing > 0 ? [{ ...seat, missing, from: day, shared: false }] : [];
  });
  const shared = linesOf(seats).flatMap(({ at, line }) => {
    const contested = line.map((seat) => ({ seat, persons: seat.persons, fillers: fillers.get(seat) ?? [] }));
    return unfilledSlots(contested).map(({ seat, missing }): SeatGap => ({
      ...seat,
      ...at,
      missing,
      from: day,
      shared: true,
    }));
  });
  return [...short, ...shared];
}

/** The seats of one case, each of which excludes all the others, and the unit whose cases they are. */
interface Line {
  readonly at: Pick<Seat, 'associationId' | 'path' | 'openCases'>;
  readonly line: readonly Seat[];
}

/** A line for each unit: its own seats and those of its campaign, in the order of the workflow. */
function linesOf(seats: readonly Seat[]): readonly Line[] {
  return [...Map.groupBy(seats, (seat) => seat.campaignId).values()].flatMap((ofCampaign) => {
    const shared = ofCampaign.filter(({ reach }) => reach === 'campaign');
    const units = Map.groupBy(
      ofCampaign.filter(({ reach }) => reach === 'award'),
      (seat) => seat.path,
    );
    return [...units.values()].flatMap((own): readonly Line[] => {
      const [first] = own;
      if (first === undefined) return [];
      const openCases = Math.max(...own.map((seat) => seat.openCases));
      const at = { associationId: first.associationId, path: first.path, openCases };
      return [{ at, line: mutuallyDistinct([...own, ...shared]) }];
    });
  });
}

function mutuallyDistinct(seats: readonly Seat[]): readonly Seat[] {
  const contested = seats.filter((seat) => seats.some((other) => exclude(seat, other)));
  return contested.reduce<readonly Seat[]>(
    (line, seat) => (line.every((other) => exclude(seat, other)) ? [...line, seat] : line),
    [],
  );
}

function exclude(one: Seat, other: Seat): boolean {
  const names = (seat: Seat, action: string) => seat.distinctFrom.some((step) => step === action);
  return names(one, other.action) || names(other, one.action);
}

type PeopleByPath = ReadonlyMap<Path, readonly Mandate[]>;

function peopleByPath(mandates: readonly Mandate[]): PeopleByPath {
  return Map.groupBy(mandates, (mandate) => mandate.path);
}

/** The people whose mandates reach a seat in one of its roles, each once. */
function fillersOf({ path, roles }: Seat, people: PeopleByPath): readonly PersonId[] {
  const reaching = selfAndAbove(path).flatMap((above) => people.get(above) ?? []);
  return [...new Set(reaching.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId))];
}

function keyOf({ campaignId, action, path, shared }: SeatGap): string {
  return `${campaignId} ${action} ${path} ${shared ? 'shared' : 'short'}`;
}
