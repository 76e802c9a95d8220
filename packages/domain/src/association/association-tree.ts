import type { AssociationId, CalendarDate, TenantId } from '@khuyenhoc/kernel';
import type { AssociationPeriod } from './association-period.ts';
import type { AssociationOfTenant, Succession } from './succession.ts';

/** A level of a path of a day: who stood there then, and who acts for it today. */
export interface LevelOn {
  readonly stood: AssociationId;
  /** Itself while it lives; else the successors at the end of every chain, of which a split gives several. */
  readonly today: readonly AssociationOfTenant[];
}

/**
 * A network over time, from the periods of its associations and what took over from what. Every question is asked of a day, so
 * that a later change never alters an earlier answer.
 */
export class AssociationTree {
  readonly #tenantId: TenantId;
  /** Periods of each association, oldest first. */
  readonly #periods: ReadonlyMap<AssociationId, readonly AssociationPeriod[]>;
  readonly #successions: ReadonlyMap<AssociationId, readonly Succession[]>;

  constructor(tenantId: TenantId, periods: readonly AssociationPeriod[], successions: readonly Succession[]) {
    this.#tenantId = tenantId;
    const byAssociation = Map.groupBy(periods, ({ associationId }) => associationId);
    for (const list of byAssociation.values()) list.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    this.#periods = byAssociation;
    this.#successions = Map.groupBy(successions, ({ from }) => from.associationId);
  }

  /** What an association was on a day, also when it was closed already; undefined before its founding. */
  associationOn(id: AssociationId, date: CalendarDate): AssociationPeriod | undefined {
    return this.#periods.get(id)?.findLast(({ validFrom }) => validFrom <= date);
  }

  /** Whether it had been founded and not closed. */
  existsOn(id: AssociationId, date: CalendarDate): boolean {
    const period = this.associationOn(id, date);
    return period !== undefined && period.status !== 'closed';
  }

  /** All periods of an association, oldest first. */
  periodsOf(id: AssociationId): readonly AssociationPeriod[] {
    return this.#periods.get(id) ?? [];
  }

  /** Who took over from it, in the order recorded. */
  successionsFrom(id: AssociationId): readonly Succession[] {
    return this.#successions.get(id) ?? [];
  }

  /** All that existed on a day. */
  treeOn(date: CalendarDate): readonly AssociationPeriod[] {
    return [...this.#periods.keys()].flatMap((id) => {
      const period = this.associationOn(id, date);
      return period === undefined || period.status === 'closed' ? [] : [period];
    });
  }

  /** Those directly below an association on a day, or the roots. */
  childrenOn(parentId: AssociationId | null, date: CalendarDate): readonly AssociationPeriod[] {
    return this.treeOn(date).filter((period) => period.parentId === parentId);
  }

  /** The association itself and those above it on a day, nearest first. Ends at a ring, which {@link wouldRing} keeps out. */
  lineOn(id: AssociationId, date: CalendarDate): readonly AssociationId[] {
    const line: AssociationId[] = [];
    let at: AssociationId | null = id;
    while (at !== null && !line.includes(at)) {
      const period: AssociationPeriod | undefined = this.associationOn(at, date);
      if (period === undefined) break;
      line.push(at);
      at = period.parentId;
    }
    return line;
  }

  /** The path of a case's own day from the root down, and who acts for each level of it today. */
  pathOn(id: AssociationId, date: CalendarDate): readonly LevelOn[] {
    return this.lineOn(id, date)
      .toReversed()
      .map((stood) => ({ stood, today: this.whoActsFor(stood) }));
  }

  /** The living ends of the chains of succession from an association; none when it was closed for good. */
  whoActsFor(id: AssociationId): readonly AssociationOfTenant[] {
    const ends = new Map<string, AssociationOfTenant>();
    const seen = new Set<AssociationId>();
    const waiting: AssociationId[] = [id];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const last = this.#periods.get(next)?.at(-1);
      if (last !== undefined && last.status !== 'closed') {
        ends.set(`${this.#tenantId} ${next}`, { tenantId: this.#tenantId, associationId: next });
        continue;
      }
      for (const { to } of this.successionsFrom(next)) {
        // Beyond this network its own tree knows what became of the successor.
        if (to.tenantId === this.#tenantId) waiting.push(to.associationId);
        else ends.set(`${to.tenantId} ${to.associationId}`, to);
      }
    }
    return [...ends.values()];
  }

  /**
   * Whether an association put below a parent from a day on would stand below itself, on that day or any later one that the
   * periods on record know.
   */
  wouldRing(id: AssociationId, parentId: AssociationId | null, from: CalendarDate): boolean {
    if (parentId === null) return false;
    const later = [...this.#periods.values()].flatMap((periods) => periods.map(({ validFrom }) => validFrom));
    const days = new Set([from, ...later.filter((day) => day > from)]);
    return [...days].some((day) => this.lineOn(parentId, day).includes(id));
  }
}
